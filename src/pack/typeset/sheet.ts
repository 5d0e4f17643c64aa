import type { Run } from './snapshot.ts';

/** One document as an engine set it, before the guards. */
export interface Sheet {
  pdf: Uint8Array;
  /** Number of pages that the engine reports; undefined where only the PDF tells. */
  pages: number | undefined;
  /** The text of the source, and the text after the engine's own changes to the document; the same list without any. */
  source: readonly Run[];
  laidOut: readonly Run[];
  /** Every HTML id of the source. */
  ids: readonly string[];
  /** Absolute paths of the assets that the document asked for. */
  used: ReadonlySet<string>;
  /** What the engine itself found wrong. */
  faults: readonly string[];
}
