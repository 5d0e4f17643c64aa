import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';

/**
 * Writes a file as a whole or not at all: it is written beside under another name, and renamed once it is complete.
 *
 * @throws {EnvironmentError} where it cannot be written
 */
export async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}-${randomUUID()}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, data);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new EnvironmentError(`"${path}" cannot be written: ${error.message}.`);
  }
}

/** Given a name that a file has while it is being written, as `.index.html-` and a random id, the name it would have had. */
export function nameOfUnfinished(name: string): string | undefined {
  return /^\.(.+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/s.exec(name)?.[1];
}
