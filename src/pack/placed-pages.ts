import { type PageNumber, pageLabel } from './numbering.ts';
import type { SetPart } from './parts.ts';

/** A page of a pack, and where it begins in the text of its part: see `PageStart`. */
export interface PlacedPage {
  /** How it is quoted: `34`, or `S1-2`. */
  readonly page: string;
  readonly at: number;
  readonly words: string;
}

/**
 * The pages of each part of a pack, by the part's id.
 *
 * @param numbers of all its pages
 */
export function placedPages(
  parts: readonly SetPart[],
  numbers: readonly PageNumber[],
): ReadonlyMap<string, readonly PlacedPage[]> {
  let next = 0;
  return new Map(
    parts.map(({ id, set }) => {
      const first = next;
      next += set.pages;
      const own = numbers.slice(first, next);
      return [
        id,
        own.map((number, index) => ({ page: pageLabel(number), ...(set.starts[index] ?? { at: 0, words: '' }) })),
      ];
    }),
  );
}
