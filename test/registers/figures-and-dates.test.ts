import { expect, test } from 'vitest';
import { readCsv } from '../../src/records/reading/csv.ts';
import { readFigure } from '../../src/records/reading/figure.ts';
import { daysBetween, inWords, lastDay, monthEndedBy, quarterOf, withWeekday } from '../../src/registers/dates.ts';
import { writeAmount, writeExact, writeFigure } from '../../src/registers/finance.ts';

test.each([
  ['2017-04-01', '2017-18 Q1'],
  ['2017-06-30', '2017-18 Q1'],
  ['2017-12-31', '2017-18 Q3'],
  ['2018-01-01', '2017-18 Q4'],
  ['2000-03-31', '1999-00 Q4'],
  ['2017-18 Q2', '2017-18 Q2'],
])('%s falls in %s', (when, quarter) => {
  expect(quarterOf(when)).toBe(quarter);
});

test('the last day of a quarter', () => {
  const days = ['2017-18 Q1', '2017-18 Q3', '2017-18 Q4', '1999-00 Q4', '2017-05-02'].map(lastDay);
  expect(days).toEqual(['2017-06-30', '2017-12-31', '2018-03-31', '2000-03-31', '2017-05-02']);
});

test('dates in words and days between them, over a clock change, a leap day and the end of a year', () => {
  expect(inWords('2017-09-05')).toBe('5 September 2017');
  expect(withWeekday('2017-09-20')).toBe('Wednesday 20 September 2017');
  expect(daysBetween('2017-03-25', '2017-03-27')).toBe(2);
  expect(daysBetween('2015-12-31', '2016-03-01')).toBe(61);
  expect(daysBetween('2017-01-01', '2016-12-31')).toBe(-1);
});

test.each([
  ['1,062.0', 1062],
  ['(39.7)', -39.7],
  ['−1.3', -1.3],
  ['-1.3', -1.3],
  ['0', 0],
  ['1,06', undefined],
  ['(1.3', undefined],
  ['(-1.3)', undefined],
  ['12 %', undefined],
  ['', undefined],
])('the figure %j is read as %s', (text, value) => {
  expect(readFigure(text)).toBe(value);
});

test('figures are written with separators and a true minus sign', () => {
  const written = [3233.2, -93.7, -0.04, 1234567].map((value) => writeFigure(value, 1));
  expect(written).toEqual(['3,233.2', '−93.7', '0.0', '1,234,567.0']);
});

test('a figure is written as exactly as it was given, and a per cent sign stands close to it', () => {
  expect([37500, 0.35, -1200.5, 0, null].map((value) => writeExact(value))).toEqual([
    '37,500',
    '0.35',
    '−1,200.5',
    '0',
    '–',
  ]);
  expect(writeAmount(13.2, '%', 1)).toBe('13.2%');
  expect(writeAmount(-2.4, '£m', 1)).toBe('−£2.4m');
  expect(writeAmount(14, 'posts', 1)).toBe('14.0 posts');
});

test('a cell is found by line and column, behind quotes and commas too', () => {
  const table = readCsv('a.csv', 'a,b,c\n"x, y",2,3\n\n4,"5",six\n');
  if (Array.isArray(table)) throw new Error(table[0]?.message);
  const cells = table.rows.flat().map(({ text, line, column }) => `${text}@${line}:${column}`);
  expect(cells).toEqual(['x, y@2:1', '2@2:8', '3@2:10', '4@4:1', '5@4:3', 'six@4:7']);
});

test('a month counts from its last day on', () => {
  expect(['2017-09-29', '2017-09-30', '2018-01-17', '2020-02-29'].map(monthEndedBy)).toEqual([
    '2017-08',
    '2017-09',
    '2017-12',
    '2020-02',
  ]);
});
