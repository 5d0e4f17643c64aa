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
