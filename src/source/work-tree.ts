import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decode } from './decode.ts';
import type { Source, SourceFile } from './source.ts';

const textFile = /\.(md|yml|yaml|csv)$/;

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
    else if (entry.isFile() && textFile.test(path)) {
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

function linkFault(path: string): Diagnostic {
  return {
    file: path,
    line: 1,
    column: 1,
    rule: 'source-link',
    severity: 'error',
    message: 'This is a symbolic link, and links are not followed.',
    hint: 'Put the file itself here.',
  };
}
