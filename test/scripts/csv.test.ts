import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { toCsv } from '../../src/scripts/csv.ts';

test('texts are written as the library of the open data writes them', () => {
  const rows = [
    ['Title', 'Cost, year', '=SUM(A1)', '+cmd', '@cmd', '-x', '\tTab', 'a "quoted" word', '＝1', '', 'zoë'],
    ["it's", 'a', '', '', '', '', '', '', '', '', '–'],
  ];
  expect(toCsv(rows)).toBe(stringify(rows, { escape_formulas: true, record_delimiter: 'windows' }));
});

test('numbers are written as spreadsheets read them, and only numbers', () => {
  expect(toCsv([['−1,200.5', '-3', '1,000', '−x', '-3+4', '5 %', '−5.1%', '+7%']])).toBe(
    "-1200.5,-3,1000,−x,'-3+4,5 %,-5.1%,7%\r\n",
  );
});
