import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decode } from './decode.ts';
import type { Entries } from './entries.ts';

/** One text file of the content, decoded, with `\n` line ends and no byte-order mark. */
export interface SourceFile {
  /** Path inside the content folder, with forward slashes, e.g. `boards/pib.md`. */
  readonly path: string;
  readonly text: string;
}

/** The content at one moment: of the working tree, or of a revision. */
export interface Source {
  /** Text files, sorted by path. */
  readonly files: readonly SourceFile[];
  /** Paths of all other files (images, annexes), sorted. */
  readonly assets: readonly string[];
  /** Bytes of one of the `assets`; rejects for any other path. */
  readonly readAsset: (path: string) => Promise<Uint8Array>;
}

/** The content as read, and a fault for every file that could not be read as what its name says. */
export interface SourceRead {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a source of what a content folder holds.
 *
 * @param texts bytes of the entries' texts, in their order
 * @param readAsset reads one of the entries' assets
 */
export function makeSource(
  { texts: paths, assets, diagnostics }: Entries,
  texts: readonly Uint8Array[],
  readAsset: Source['readAsset'],
): SourceRead {
  const files: SourceFile[] = [];
  const faults: Diagnostic[] = [];
  for (const [index, path] of paths.entries()) {
    const decoded = decode(texts[index] ?? new Uint8Array());
    if ('text' in decoded) files.push({ path, text: decoded.text });
    else faults.push({ file: path, ...decoded.fault });
  }
  const known = new Set(assets);
  return {
    source: {
      files,
      assets,
      readAsset: async (path) => {
        if (!known.has(path)) throw new Error(`"${path}" is not a file of the content.`);
        return await readAsset(path);
      },
    },
    diagnostics: [...diagnostics, ...faults],
  };
}
