import { loadPdf } from '../../src/pack/pdf/load.ts';
import { readPdf } from '../../src/pack/typeset/pdf-read.ts';
import type { Segment } from '../../src/pack/typeset/pdf-text.ts';

/** The text drawn on each page, by line position from the top: what a reader sees. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const { pages, leaves, untagged } = readPdf(await loadPdf(pdf, 'The file'));
  const all = [...leaves.flatMap((leaf) => leaf.pages.flatMap((page) => page.segments)), ...untagged];
  const place = (a: Segment, b: Segment) => b.box.bottom - a.box.bottom || a.box.left - b.box.left;
  return Array.from({ length: pages }, (_, page) =>
    all
      .filter((segment) => segment.page === page && segment.text.trim())
      .sort(place)
      .map((segment) => segment.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      // Where the style changes, the text is drawn in pieces.
      .replace(/ (?=[.,])/g, ''),
  );
}
