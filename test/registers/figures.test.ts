import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { portfolioDashboard } from '../../src/registers/dashboard.ts';
import { monthEndedBy } from '../../src/registers/dates.ts';
import { isStored, storedParts, writtenFigure, writtenSum } from '../../src/registers/figures/figure.ts';
import { figureIndex, figureNamed, isFigure } from '../../src/registers/figures/figures.ts';
import { footingsOf } from '../../src/registers/figures/finance-tables.ts';
import { amountsIn, says, textSays } from '../../src/registers/figures/said.ts';
import { figuresSaid } from '../../src/registers/figures/search.ts';
import { moneyPosition } from '../../src/registers/money.ts';
import { changedDemonstration } from '../changed-demonstration.ts';

let library: Library;
beforeAll(async () => {
  ({ library } = await changedDemonstration([]));
});

function figure(name: string) {
  const found = figureNamed(library, name);
  if (!isFigure(found)) throw new Error(found.message);
  return found;
}

function sumOf(name: string): string {
  const found = figure(name);
  if (isStored(found)) throw new Error(`${name} stands in a record.`);
  return writtenSum(found);
}

function searched(text: string): string[] {
  return amountsIn(text).flatMap((said) => figuresSaid(library, said).map(({ name }) => name));
}

describe('names', () => {
  test('a cell, by its column or the year that only one column has', () => {
    const cell = figure('capital-plan/nctphq/budget-2017-18');
    expect(cell).toMatchObject({ value: 62, at: { file: 'finance/capital-plan.csv', line: 13, column: 25 } });
    expect(figure('capital-plan/nctphq/2017-18')).toEqual(cell);
  });

  test('a run of columns and several lines are sums', () => {
    expect(sumOf('capital-plan/nctphq/2017-18..2020-21')).toBe('62.0 + 39.7 + 13.1 + 26.3 = 141.1');
    expect(sumOf('revenue-budget/total-expenditure+discretionary-pension/2017-18')).toBe('3,233.2 + 35.9 = 3,269.1');
    expect(sumOf('capital-plan/subtotal+over-programming/2017-18')).toBe('406.3 − 40.0 = 366.3');
  });

  test('what is no figure is told with what may be meant', () => {
    expect(figureNamed(library, 'capital-plan/nctpq/2017-18')).toEqual({
      message: 'The table "capital-plan" has no line "nctpq".',
      hint: 'Did you mean "nctphq"?',
    });
    expect(figureNamed(library, 'revenue-budget/pay/2016-17')).toMatchObject({
      message: 'The table "revenue-budget" has 2 columns for 2016-17.',
      hint: 'Name one: revised-2016-17 or forecast-2016-17.',
    });
    expect(figureNamed(library, 'revenue-budget/pay/revised-2016-17..2017-18')).toHaveProperty('message');
    expect(figureNamed(library, 'capital-plan/nctphq/2020-21..2017-18')).toHaveProperty('message');
    expect(figureNamed(library, 'constructor')).toHaveProperty('message');
    expect(figureNamed(library, 'knife-crime/2017-06-3')).toMatchObject({
      hint: 'Did you mean "knife-crime/2017-06-30"?',
    });
  });

  test('every name that is listed leads to its figure', () => {
    const names = [...figureIndex(library).keys()];
    expect(names.length).toBeGreaterThan(500);
    for (const name of names) expect(figure(name).name).toBe(name);
  });
});

describe('sums', () => {
  test('the money of an initiative and of a portfolio is what the pages show', () => {
    const month = monthEndedBy(library.asAt);
    const money = moneyPosition(library, ['smarter-working'], month);
    expect(figure('smarter-working/finance/forecast/life').value).toBe(money.life.forecast);
    expect(figure('smarter-working/finance/variance/2017-18').value).toBe(money.thisYear.variance);
    const life = portfolioDashboard(library, 'london')?.money.life;
    for (const measure of ['baseline', 'budget', 'actual', 'forecast', 'variance'] as const) {
      expect(figure(`london/members/${measure}/life`).value).toBe(life?.[measure]);
    }
  });

  test('as it stood at the end of an earlier month', () => {
    const money = moneyPosition(library, ['smarter-working'], '2017-06');
    expect(figure('smarter-working/finance/actual/2017-18@2017-06').value).toBe(money.thisYear.actual);
    expect(money.thisYear.actual).toBeLessThan(figure('smarter-working/finance/actual/2017-18').value);
  });

  test('a sum comes down to cells that each have a line of their own', () => {
    const places = storedParts(figure('london/members/forecast/life')).map(
      ({ at }) => `${at.file}:${at.line}:${at.column}`,
    );
    expect(new Set(places).size).toBe(places.length);
  });

  test('a total shows its parts and how far it may be from them', () => {
    const [footing] = footingsOf(library, figure('capital-plan/subtotal/budget-2017-18'));
    expect(footing).toMatchObject({ off: 0.1, tolerance: 0.1 });
    expect(footing?.added.terms).toHaveLength(12);
    expect(footingsOf(library, figure('capital-plan/nctphq/budget-2017-18'))).toEqual([]);
  });
});

describe('amounts', () => {
  const money = { value: 141.1, unit: '£m' };

  test.each(['141', '141.1', '£141m', '£141.1m', '£141 million', '141 million', '£0.1 billion', '£141,100k'])(
    '%s says £141.1m',
    (text) => {
      expect(amountsIn(text).map((said) => says(said, money))).toEqual([true]);
    },
  );

  test.each(['142', '141.2', '£141bn', '€141m', '£141', '141%', '-141'])('%s does not', (text) => {
    expect(amountsIn(text).map((said) => says(said, money))).toEqual([false]);
  });

  test('years, dates, references and parts of words are no amounts', () => {
    expect(
      amountsIn('In 2017-18 of 2017-09-30 PIB-2017-A03, cr-002, 12.3.4, A4 and 4G, 5/6').map(({ text }) => text),
    ).toEqual([]);
    expect(amountsIn('£1.4 billion, 15 per cent, and 3,269.').map(({ text }) => text)).toEqual([
      '£1.4 billion',
      '15 per cent',
      '3,269',
    ]);
  });

  test('a minus may be left to the words', () => {
    expect(textSays('draws £81.8 million', { value: -81.8, unit: '£m' })).toBe(true);
    expect(textSays('−81.8', { value: 81.8, unit: '£m' })).toBe(false);
  });

  test('of a text with several amounts each that has a unit must be the figure', () => {
    expect(textSays('£141m over 4 years', money)).toBe(true);
    expect(textSays('£141m of £150m', money)).toBe(false);
    expect(textSays('words', money)).toBe(false);
  });
});

describe('looking for a number', () => {
  test('finds the sums that the plan’s text relies on', () => {
    expect(searched('141')[0]).toBe('capital-plan/nctphq/2017-18..2020-21');
    expect(searched('£3,269 million')).toEqual([
      'revenue-budget/total-expenditure+discretionary-pension/budget-2017-18',
    ]);
    expect(searched('£660 million')).toContain('capital-plan/estate/2017-18..2020-21');
  });

  test('tells what stands in a record before what is worked out, and each once', () => {
    const found = searched('62.0').map(figure);
    expect(found[0]).toMatchObject({ name: 'capital-plan/nctphq/budget-2017-18' });
    const stored = found.map(isStored);
    expect(stored.lastIndexOf(true)).toBeLessThan(stored.includes(false) ? stored.indexOf(false) : stored.length);
    expect(new Set(found).size).toBe(found.length);
  });

  test('finds nothing for what no record says', () => {
    expect(searched('987654')).toEqual([]);
  });
});

test('a figure is written with its unit', () => {
  expect(writtenFigure(figure('capital-plan/over-programming/2018-19'))).toBe('−£101.2m');
  expect(writtenFigure(figure('knife-crime/2017-06-30'))).toBe('11,620 offences');
});
