import { expect, test } from 'vitest';
import { bookletOrder } from '../../src/pack/pdf/booklet-order.ts';

/** As a printer speaks of it: pages from 1, a dash for a half left blank. */
const spoken = (pages: number): string =>
  bookletOrder(pages)
    .map((side) => side.map((page) => (page === undefined ? '-' : page + 1)).join(' '))
    .join(', ');

test.each([
  [1, '- 1, - -'],
  [4, '4 1, 2 3'],
  [5, '- 1, 2 -, - 3, 4 5'],
  [8, '8 1, 2 7, 6 3, 4 5'],
  [9, '- 1, 2 -, - 3, 4 9, 8 5, 6 7'],
])('%i pages', (pages, order) => {
  expect(spoken(pages)).toBe(order);
});

test.each([5, 8, 9, 67])('folded, %i pages read in order', (pages) => {
  // The fronts hold what is on the right and the backs what is on the left of the first half of the booklet.
  const sides = bookletOrder(pages);
  const firstHalf = sides.map(([left, right], side) => (side % 2 === 0 ? right : left));
  const secondHalf = sides.map(([left, right], side) => (side % 2 === 0 ? left : right)).reverse();
  const read = [...firstHalf, ...secondHalf];
  expect(read.slice(0, pages)).toEqual(Array.from({ length: pages }, (_, page) => page));
  expect(read.slice(pages).every((page) => page === undefined)).toBe(true);
  expect(read.length % 4).toBe(0);
});
