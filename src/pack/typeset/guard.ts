import type { LoadedPdf } from '../pdf/load.ts';
import { guardPageBox, guardPageCount, guardScale } from './guard-page.ts';
import { guardSource } from './guard-source.ts';
import { guardWords } from './guard-words.ts';
import type { PageStart } from './page-starts.ts';
import { type PdfText, readPdf } from './pdf-read.ts';
import type { Sheet } from './sheet.ts';

/** What the guards found, and the facts they read from the PDF on the way. */
export interface Guarded {
  /** In whole sentences; a part with any must not be used. */
  faults: string[];
  pages: number;
  /** Width and height of each page, in points. */
  sizes: [number, number][];
  destinations: Record<string, number>;
  /** Where each page begins in the text. */
  starts: PageStart[];
}

/**
 * Reads a sheet's PDF back and puts it through every guard.
 *
 * @param loaded the same PDF, parsed
 */
export function guard(sheet: Sheet, loaded: LoadedPdf): Guarded {
  const pdf = readPdf(loaded);
  const words = guardWords(sheet.laidOut, pdf);
  const faults = [
    ...sheet.faults,
    ...guardPageCount(sheet.pages, pdf),
    ...guardSource(sheet),
    ...guardScale(words),
    ...words.faults,
    ...guardPageBox(words, pdf),
  ];
  const sizes = pdf.boxes.map(([left, bottom, right, top]): [number, number] => [right - left, top - bottom]);
  return { faults, pages: pdf.pages, sizes, destinations: readDestinations(sheet.ids, pdf), starts: words.starts };
}

/** Chromium writes the name of a destination as it stood in the link: `h%C3%A9` for the id `hé`. */
function readDestinations(ids: readonly string[], pdf: PdfText): Record<string, number> {
  const entries = [...new Set(ids)].flatMap((id) => {
    const page = pdf.destinations.get(encodeURIComponent(id)) ?? pdf.destinations.get(id);
    return page === undefined ? [] : [[id, page] as const];
  });
  return Object.fromEntries(entries);
}
