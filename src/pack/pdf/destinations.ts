import type { PDFContext, PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { PDFArray, PDFRef } from '@cantoo/pdf-lib';
import type { LoadedPdf } from './load.ts';
import { asDict, dictAt, entry, resolve } from './objects.ts';
import { readNameTree } from './trees.ts';

/** Where a named destination leads: the page's index, and the explicit destination (ISO 32000-1 12.3.2.2). */
export interface Destination {
  page: number;
  explicit: PDFArray;
}

/**
 * The named destinations of a file that lead to one of its pages, by name, in the order of the file: both those of the
 * old dictionary, which browsers write, and those of the name tree (ISO 32000-1 12.3.2.3).
 */
export function readDestinations({ context, catalog, pages }: LoadedPdf): Map<string, Destination> {
  const named = new Map<string, PDFObject>();
  for (const [key, value] of dictAt(context, catalog, 'Dests')?.entries() ?? []) named.set(key.decodeText(), value);
  const names = dictAt(context, catalog, 'Names');
  const tree = names && dictAt(context, names, 'Dests');
  if (tree !== undefined) for (const [key, value] of readNameTree(context, tree)) named.set(key, value);

  const indexes = new Map(pages.map(({ ref }, index) => [ref, index]));
  const found = new Map<string, Destination>();
  for (const [label, value] of named) {
    const explicit = explicitOf(context, value);
    const page = explicit?.get(0);
    const index = page instanceof PDFRef ? indexes.get(page) : undefined;
    if (explicit !== undefined && index !== undefined) found.set(label, { page: index, explicit });
  }
  return found;
}

/** The array that a destination is, or holds at /D. */
export function explicitOf(context: PDFContext, object: PDFObject): PDFArray | undefined {
  const value = resolve(context, object);
  const held = asDict(value);
  const array = held === undefined ? value : entry(context, held, 'D');
  return array instanceof PDFArray ? array : undefined;
}

/** Height of the page's upper edge, in its own units. */
export function topOf(context: PDFContext, page: PDFDict): number {
  const box = entry(context, page, 'MediaBox');
  if (!(box instanceof PDFArray)) return 0;
  const { y, height } = box.asRectangle();
  return y + height;
}
