import type { PageStart } from './page-starts.ts';

/** A file that parts may ask for, such as a stylesheet, a font or a picture. */
export interface Asset {
  /** Media type: `text/css`, `font/woff2`, `image/svg+xml`. */
  type: string;
  bytes: Uint8Array;
}

/** One document to set. Its links to assets are absolute paths: `<link rel="stylesheet" href="/print.css">`. */
export interface PartSource {
  id: string;
  /** The complete document. */
  html: string;
}

/** What sets the pages: the browser's own print, or Paged.js where the browser lacks what the part needs. */
export type Engine = 'chromium' | 'pagedjs';

/** One document set as a tagged PDF that has passed all guards. */
export interface TypesetPart {
  id: string;
  pdf: Uint8Array;
  pages: number;
  /** Width and height of each page, in points. */
  sizes: readonly (readonly [number, number])[];
  engine: Engine;
  /** Page on which each element with an HTML id begins, counted from 0. */
  destinations: Readonly<Record<string, number>>;
  /** Where each page begins in the text. */
  starts: readonly PageStart[];
  /** What a reader of the log should know, for example that footnotes were set at the end. */
  notes: readonly string[];
}
