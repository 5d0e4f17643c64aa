import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decode } from './decode.ts';
import type { Source, SourceFile } from './source.ts';

/** In any case, so that a record named `PIB.MD` is told so, and not published as a file. */
const textFile = /\.(md|yml|yaml|csv)$/i;
/** A table in the folder of a meeting is the annex of a paper, and published as it is. */
const annexTable = /^meetings\/.*\.csv$/i;

/**
 * Reads the content folder of a working tree.
 *
 * Symbolic links are not followed, because they can lead out of the content folder; names that start with a dot are
 * left to the tools they belong to.
 *
 * @param folder path of the content folder
 * @returns the source, and a fault for every file that could not be read as what its name says
 * @throws when the folder itself cannot be read
 */
export async function readWorkTree(folder: string): Promise<{ source: Source; diagnostics: Diagnostic[] }> {
  const files: SourceFile[] = [];
  const assets: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => ({
    entry,
    path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
  }));
  for (const { entry, path } of paths.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (path.split('/').some((name) => name.startsWith('.'))) continue;
    if (entry.isSymbolicLink()) diagnostics.push(linkFault(path));
    // What stands for bytes that are no text; such a name cannot be opened, or be part of an address.
    else if (path.includes('\ufffd')) diagnostics.push(nameFault(path));
    else if (entry.isFile() && textFile.test(path) && !annexTable.test(path)) {
      const decoded = decode(await readFile(join(folder, path)));
      if ('text' in decoded) files.push({ path, text: decoded.text });
      else diagnostics.push({ file: path, ...decoded.fault });
    } else if (entry.isFile()) assets.push(path);
  }
  const known = new Set(assets);
  const readAsset = async (path: string): Promise<Uint8Array> => {
    if (!known.has(path)) throw new Error(`"${path}" is not a file of the content.`);
    return await readFile(join(folder, path));
  };
  return { source: { files, assets, readAsset }, diagnostics };
}

function linkFault(file: string): Diagnostic {
  const message = 'This is a symbolic link, and links are not followed.';
  return {
    file,
    line: 1,
    column: 1,
    rule: 'source-link',
    severity: 'error',
    message,
    hint: 'Put the file itself here.',
  };
}

function nameFault(file: string): Diagnostic {
  const message = 'The name of this file is not UTF-8 text.';
  return { file, line: 1, column: 1, rule: 'source-name', severity: 'error', message, hint: 'Give it another name.' };
}
