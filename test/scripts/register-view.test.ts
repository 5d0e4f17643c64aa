import { expect, test } from 'vitest';
import {
  columnName,
  type FoundRow,
  facetCounts,
  fold,
  isFiltered,
  matcher,
  readView,
  sortedBy,
  writeView,
} from '../../src/scripts/register-view.ts';

function row(text: string, facets: Record<string, string[]> = {}): FoundRow {
  return { facets, text: () => fold(text) };
}

const rows = [
  row('Sell the estate', { status: ['Overdue'], portfolio: ['London', 'National'] }),
  row('Buy body worn video for Zoë', { status: ['Open'], portfolio: ['London'] }),
  row('Publish the plan', { status: ['Overdue'], portfolio: [] }),
];
const everything = readView('', ['status', 'portfolio']);

test('a view is the same after it has been an address', () => {
  const view = {
    facets: { status: 'Said to be done', board: 'Roads & Rail = one? #1 + “نعم”' },
    words: 'two words+more',
    sort: { column: 'needed-by', isDescending: true },
  };
  expect(readView(writeView(view), ['board', 'status', 'owner'])).toEqual(view);
  expect(writeView(view)).toMatch(/^\?[\w=&%+.-]+$/);
});

test('all rows in their own order have a plain address', () => {
  expect(writeView(everything)).toBe('');
  expect(isFiltered(everything)).toBe(false);
  expect(isFiltered(readView('?sort=due', ['status']))).toBe(false);
});

test('an address is read for what the page has, and nothing else of it', () => {
  expect(readView('?__proto__=x&status=&toString=y&words=%20&sort=', ['status', 'toString'])).toEqual({
    facets: { toString: 'y' },
    words: '',
    sort: null,
  });
});

test('a row has every word, in any order, capitals and accents aside, and every value', () => {
  const shown = (query: string): string[] =>
    rows.filter(matcher(readView(query, ['status', 'portfolio']))).map((found) => found.text());
  expect(shown('?words=zoe+BODY')).toEqual(['buy body worn video for zoe']);
  expect(shown('?words=body+estate')).toEqual([]);
  expect(shown('?status=Overdue')).toEqual(['sell the estate', 'publish the plan']);
  expect(shown('?status=Overdue&portfolio=National')).toEqual(['sell the estate']);
  expect(shown('?status=overdue')).toEqual([]);
});

test('counts are of what a value would show beside the rest of the view', () => {
  const view = readView('?portfolio=London', ['status', 'portfolio']);
  expect(facetCounts(rows, 'status', view)).toEqual([
    { value: 'Open', count: 1 },
    { value: 'Overdue', count: 1 },
  ]);
  expect(facetCounts(rows, 'portfolio', view)).toEqual([
    { value: 'London', count: 2 },
    { value: 'National', count: 1 },
  ]);
});

test('a value that an old address asks for is offered, with nothing in it', () => {
  expect(facetCounts(rows, 'status', readView('?status=Lost', ['status']))).toContainEqual({ value: 'Lost', count: 0 });
});

test('numbers go by size, words by the alphabet, empty cells last both ways', () => {
  const cells = ['9 days', '–', '−1,200.5', '10 days', '', 'élan', 'Zebra', '1,000%', 'fig'];
  const upwards = ['−1,200.5', '9 days', '10 days', '1,000%', 'élan', 'fig', 'Zebra', '–', ''];
  expect(sortedBy(cells, (cell) => cell, false)).toEqual(upwards);
  expect(sortedBy(cells, (cell) => cell, true)).toEqual([...upwards.slice(0, 7).toReversed(), '–', '']);
});

test('days go by their order and what is alike stays as it was', () => {
  const days = [
    ['2017-09-20', 'a'],
    ['2017-06-30', 'b'],
    ['2017-09-20', 'c'],
    ['2016-12-01', 'd'],
  ] as const;
  const names = (isDescending: boolean): string =>
    sortedBy(days, ([day]) => day, isDescending)
      .map(([, name]) => name)
      .join('');
  expect(names(false)).toBe('dbac');
  expect(names(true)).toBe('acbd');
});

test('a column has a name that an address can carry', () => {
  expect(columnName('Needed by')).toBe('needed-by');
  expect(columnName(' £m, Kosten für “Büro” ')).toBe('m-kosten-fur-buro');
});
