import type { PlacedPage } from '../../pack/placed-pages.ts';
import { plain } from '../../pack/typeset/characters.ts';

/** A page, and the character of a text that it begins before; `isExact` where its first words stand there. */
export interface FoundPage {
  readonly page: string;
  readonly index: number;
  readonly isExact: boolean;
}

/** How many characters of a page's first words are looked for, and how far from where they should be. */
const attempts = [
  { length: Number.POSITIVE_INFINITY, reach: Number.POSITIVE_INFINITY },
  { length: 40, reach: 20_000 },
  { length: 24, reach: 5_000 },
  { length: 14, reach: 1_000 },
] as const;

/**
 * Finds where pages begin in a text that may differ a little from the one they were set from: by their first words, the nearest
 * to where they should stand. One whose words are not there begins as far along as it did, or where the one before it was found.
 *
 * @param text as `readHtmlText` gives it
 * @param pages of the part, in order
 */
export function findPages(text: string, pages: readonly PlacedPage[]): FoundPage[] {
  let moved = 0;
  let least = 0;
  return pages.map(({ page, at, words }) => {
    const expected = Math.max(least, at + moved);
    const found = findWords(text, plain(words.split(' … ')[0] ?? '').toLowerCase(), expected, least);
    const index = Math.min(text.length, found ?? expected);
    if (found !== undefined) moved = found - at;
    // The next page that has words begins with others.
    least = found === undefined ? index : found + 1;
    return { page, index, isExact: found !== undefined };
  });
}

function findWords(text: string, words: string, expected: number, least: number): number | undefined {
  if (words === '') return undefined;
  for (const { length, reach } of attempts) {
    const wanted = words.slice(0, length);
    const ahead = text.indexOf(wanted, expected);
    const behind = text.lastIndexOf(wanted, expected);
    const near = [ahead, behind]
      .filter((index) => index >= least && Math.abs(index - expected) <= reach)
      .toSorted((a, b) => Math.abs(a - expected) - Math.abs(b - expected))[0];
    if (near !== undefined) return near;
  }
  return undefined;
}
