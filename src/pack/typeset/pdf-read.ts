import { PDFDocument } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Leaf, structureLeaves } from './pdf-leaves.ts';
import { pageMarks } from './pdf-marks.ts';
import { readPageText, type Segment } from './pdf-text.ts';

/** What the guards look at in a PDF. */
export interface PdfText {
  pages: number;
  /** Left, bottom, right and top edge of each page, in points. */
  boxes: readonly (readonly number[])[];
  /** The structure tree's text in reading order. */
  leaves: readonly (Leaf & { pages: readonly { page: number; segments: readonly Segment[] }[] })[];
  /** Text outside the structure tree, in drawing order: page margins, generated text, what is hidden from readers. */
  untagged: readonly Segment[];
  /** Named destinations: name to page, counted from 0. */
  destinations: ReadonlyMap<string, number>;
}

/** Reads back a PDF that has just been printed. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const structure = await PDFDocument.load(bytes, { updateMetadata: false });
  // pdf.js takes possession of the bytes it is given.
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const tagged = new Map<string, Segment[]>();
    const untagged: Segment[] = [];
    const boxes: number[][] = [];
    for (const [index, page] of structure.getPages().entries()) {
      const proxy = await document.getPage(index + 1);
      boxes.push(proxy.view);
      const text = await readPageText(proxy, index, pageMarks(page));
      for (const [key, segments] of text.tagged) tagged.set(key, segments);
      untagged.push(...text.untagged);
    }
    const leaves = structureLeaves(structure).map((leaf) => ({ ...leaf, pages: byPage(leaf, tagged) }));
    return { pages: document.numPages, boxes, leaves, untagged, destinations: await readDestinations(document) };
  } finally {
    await task.destroy();
  }
}

function byPage(leaf: Leaf, tagged: ReadonlyMap<string, Segment[]>) {
  const pages: { page: number; segments: Segment[] }[] = [];
  for (const { page, key } of leaf.content) {
    const segments = tagged.get(key) ?? [];
    const last = pages.at(-1);
    if (last?.page === page) last.segments.push(...segments);
    else pages.push({ page, segments: [...segments] });
  }
  return pages;
}

async function readDestinations(document: PDFDocumentProxy): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const all = (await document.getDestinations()) as unknown as ReadonlyMap<string, unknown[]>;
  for (const [name, [page]] of all) found.set(name, await document.getPageIndex(page as { num: number; gen: number }));
  return found;
}
