import type { Comparison } from './compare.ts';
import type { Segment } from './pdf-text.ts';
import type { Run } from './snapshot.ts';
import { excerpt, type Stream } from './stream.ts';

/** Where a page of a part begins in the part's text. */
export interface PageStart {
  /**
   * How many characters of the text come before it, as the guards count them: no white space, decomposed, without footnotes,
   * drawings and what an engine made. Of a page without text, where the text before it ends.
   */
  readonly at: number;
  /**
   * Its first words, for whoever looks for them in the same text set otherwise: spaces may stand where there are none in the
   * text. Empty for a page without text.
   */
  readonly words: string;
}

/** Characters of the first words: enough to tell a row of a table from most others. */
const wordsLength = 60;

/**
 * Finds where each page begins, from what the comparison of the words found.
 *
 * @param expected the text as it was laid out, in reading order
 * @param body what of the PDF's text it was compared with
 */
export function findPageStarts(
  expected: Stream<Run>,
  body: Stream<Segment>,
  { at }: Comparison,
  pages: number,
): PageStart[] {
  const before = countBefore(expected);
  const first = Array.from({ length: pages }, () => Number.POSITIVE_INFINITY);
  const last = Array.from({ length: pages }, () => 0);
  at.forEach((place, index) => {
    const page = body.sources[body.from[index] ?? -1]?.page;
    if (place < 0 || page === undefined || !isOfText(expected.sources[expected.from[place] ?? -1])) return;
    first[page] = Math.min(first[page] ?? Number.POSITIVE_INFINITY, place);
    last[page] = Math.max(last[page] ?? 0, place + 1);
  });
  let end = 0;
  return first.map((place, page) => {
    if (place === Number.POSITIVE_INFINITY) return { at: before[end] ?? 0, words: '' };
    end = Math.max(end, last[page] ?? 0);
    const next = first.slice(page + 1).find((other) => other > place && other < Number.POSITIVE_INFINITY);
    return { at: before[place] ?? 0, words: firstWords(expected, place, next) };
  });
}

/** For each character of the text and its end, how many come before it that count. */
function countBefore(expected: Stream<Run>): Uint32Array {
  const before = new Uint32Array(expected.text.length + 1);
  for (let index = 0; index < expected.text.length; index += 1) {
    before[index + 1] = (before[index] ?? 0) + (isOfText(expected.sources[expected.from[index] ?? -1]) ? 1 : 0);
  }
  return before;
}

function isOfText(run: Run | undefined): boolean {
  return run !== undefined && !run.note && !run.made && !run.svg;
}

function firstWords(expected: Stream<Run>, start: number, before = expected.text.length): string {
  const most = Math.min(start + wordsLength, before);
  let end = start;
  while (end < most && isOfText(expected.sources[expected.from[end] ?? -1])) end += 1;
  return excerpt(expected, start, end);
}
