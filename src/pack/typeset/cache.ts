import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps what has been typeset. Keys are SHA-256 in hexadecimal. */
export interface Cache {
  /** The value, or null if there is none. */
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, bytes: Uint8Array): Promise<void>;
}

/** A cache with one file a value. A file is written beside and renamed, so one that exists is whole. */
export function folderCache(folder: string): Cache {
  const fileOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    async read(key) {
      try {
        return new Uint8Array(await readFile(fileOf(key)));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    async write(key, bytes) {
      const file = fileOf(key);
      await mkdir(join(folder, key.slice(0, 2)), { recursive: true });
      const beside = `${file}.${process.pid}.${crypto.randomUUID()}`;
      try {
        await writeFile(beside, bytes);
        await rename(beside, file);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
  };
}

/** A cache that lasts as long as whoever holds it, and begins empty: what comes out of it was made since. */
export function memoryCache(): Cache {
  const kept = new Map<string, Uint8Array>();
  return {
    read: async (key) => kept.get(key) ?? null,
    write: async (key, bytes) => {
      kept.set(key, bytes);
    },
  };
}
