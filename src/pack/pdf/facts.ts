import { PDFArray } from '@cantoo/pdf-lib';
import { readDestinations } from './destinations.ts';
import { loadPdf } from './load.ts';
import { entry } from './objects.ts';

/** What can be known of a PDF without drawing it. */
export interface PdfFacts {
  pages: number;
  /** Of each page, in points (1/72 inch). */
  sizes: readonly { width: number; height: number }[];
  /** Named destinations: a browser names them after the HTML ids that links lead to. Pages are counted from 0. */
  destinations: ReadonlyMap<string, number>;
}

/**
 * Reads the facts of a PDF.
 *
 * @throws {Error} when it is no PDF, damaged, encrypted or without pages.
 */
export async function readFacts(pdf: Uint8Array): Promise<PdfFacts> {
  const loaded = await loadPdf(pdf, 'The PDF');
  const sizes = loaded.pages.map(({ dict }) => {
    const box = entry(loaded.context, dict, 'MediaBox');
    if (!(box instanceof PDFArray)) throw new Error('The PDF is damaged: a page has no size.');
    const { width, height } = box.asRectangle();
    return { width, height };
  });
  const destinations = new Map(Array.from(readDestinations(loaded), ([label, { page }]) => [label, page]));
  return { pages: sizes.length, sizes, destinations };
}
