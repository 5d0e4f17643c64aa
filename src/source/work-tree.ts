import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sortEntries } from './entries.ts';
import { makeSource, type SourceRead } from './source.ts';

/**
 * Reads the content folder of a working tree.
 *
 * @param folder path of the content folder
 * @throws when the folder itself cannot be read
 */
export async function readWorkTree(folder: string): Promise<SourceRead> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const entries = sortEntries(
    found.map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      kind: entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : 'other',
    })),
  );
  const readFileAt = (path: string): Promise<Uint8Array> => readFile(join(folder, path));
  const texts = await Promise.all(entries.texts.map(readFileAt));
  return makeSource(entries, texts, readFileAt);
}
