import type { WordsReport } from './guard-words.ts';
import type { PdfText } from './pdf-read.ts';
import type { Segment } from './pdf-text.ts';

/** Points by which rounding may move text over an edge. */
const tolerance = 1;

/** CSS pixels to points. */
const pixel = 0.75;

/** Guard: the PDF has as many pages as whatever set them says. */
export function guardPageCount(reported: number | undefined, pdf: PdfText): string[] {
  if (pdf.pages === 0) return ['the PDF has no page.'];
  if (reported === undefined || reported === pdf.pages) return [];
  return [`${reported} pages were set and the PDF has ${pdf.pages}.`];
}

/** Guard: no text reaches over the edge of its page, other than text clipped away for the eye. */
export function guardPageBox(words: WordsReport, pdf: PdfText): string[] {
  const tagged = pdf.leaves.flatMap(({ pages }) => pages.flatMap(({ segments }) => segments));
  const outside = [...tagged, ...pdf.untagged].filter(
    (segment) => segment.text.trim() && !words.runOf.get(segment)?.clipped && reachesOver(segment, pdf.boxes),
  );
  return outside
    .slice(0, 3)
    .map(({ page, text }) => `text reaches over the edge of page ${page + 1}: “${text.trim().slice(0, 80)}”.`);
}

function reachesOver({ page, box }: Segment, boxes: PdfText['boxes']): boolean {
  const [left, bottom, right, top] = boxes[page] ?? [0, 0, 0, 0];
  return (
    box.left < left - tolerance ||
    box.bottom < bottom - tolerance ||
    box.right > right + tolerance ||
    box.top > top + tolerance
  );
}

/**
 * Guard: text is drawn at the size its styles give. Chromium makes all pages smaller when something is wider than the
 * page, so the size tells of pictures and tables that do not fit, too.
 */
export function guardScale(words: WordsReport): string[] {
  let scale = 0;
  let widest: { segment: Segment; text: string } | undefined;
  for (const [segment, run] of words.runOf) {
    if (run.svg || run.clipped || run.fontSize <= 0 || segment.size <= 0) continue;
    scale = Math.max(scale, segment.size / (run.fontSize * pixel));
    if (!widest || segment.box.right > widest.segment.box.right) widest = { segment, text: run.text };
  }
  if (!widest || scale > 0.985) return [];
  return [
    `something is wider than the page, so that the browser set everything at ${Math.round(scale * 100)}% of its size; ` +
      `the text furthest to the right, on page ${widest.segment.page + 1}, is “${widest.text.trim().slice(0, 80)}”.`,
  ];
}
