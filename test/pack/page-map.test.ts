import { expect, test } from 'vitest';
import { mapPages } from '../../src/pack/page-map.ts';

test('a page is mapped to all pages that its words stand on', () => {
  const signs = { here: [0, 0, 0, 1, 1, 2], there: [0, 0, 1, 1, 2, 3] };
  expect(mapPages(signs, { here: 3, there: 4 })).toEqual([
    { page: 1, from: 1, to: 2 },
    { page: 2, from: 2, to: 3 },
    { page: 3, from: 4, to: 4 },
  ]);
});

test('a page without words stands where the words before it ended, or as far along', () => {
  expect(mapPages({ here: [0, 2], there: [1, 3] }, { here: 3, there: 4 })[1]).toEqual({ page: 2, from: 2, to: 2 });
  expect(mapPages({ here: [], there: [] }, { here: 2, there: 4 })).toEqual([
    { page: 1, from: 1, to: 1 },
    { page: 2, from: 3, to: 3 },
  ]);
});

test('where one setting says a little more, as in page numbers, the place as far along is taken', () => {
  expect(mapPages({ here: [0, 0, 1, 1], there: [0, 0, 0, 0, 1, 1, 1, 1] }, { here: 2, there: 2 })).toEqual([
    { page: 1, from: 1, to: 1 },
    { page: 2, from: 2, to: 2 },
  ]);
});
