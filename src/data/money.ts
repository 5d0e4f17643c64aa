import { z } from 'zod';
import type { Library } from '../library/library.ts';
import { monthEndedBy } from '../registers/dates.ts';
import { financeViews } from '../registers/finance.ts';
import { withAllBelow } from '../registers/levels.ts';
import { type Money, type MoneyPosition, moneyPosition, spendingByMonth } from '../registers/money.ts';
import { initiativeGlances } from '../registers/portfolio.ts';
import { dataTable, maybeNumber, maybeWords, number, words } from './table.ts';

/** Whose money a row is: an initiative with everything below it, or a portfolio. */
interface Owner {
  readonly kind: 'initiative' | 'portfolio';
  readonly id: string;
  readonly initiatives: readonly string[];
  readonly money: MoneyPosition;
}

function owners(library: Library): Owner[] {
  const month = monthEndedBy(library.asAt);
  const initiatives = initiativeGlances(library).map(({ initiative: { id }, money }): Owner => {
    return { kind: 'initiative', id, initiatives: withAllBelow(library, [id]), money };
  });
  const portfolios = Object.values(library.portfolios).map(({ id, data }): Owner => {
    const all = withAllBelow(library, data.members);
    return { kind: 'portfolio', id, initiatives: all, money: moneyPosition(library, all, month) };
  });
  return [...initiatives, ...portfolios].filter(({ money }) => money.asAt !== null);
}

const owner = { kind: words('initiative or portfolio'), id: words('its id') };

/** Money by year and over the whole life. */
export const finance = dataTable({
  name: 'finance',
  title: 'Finance of initiatives and portfolios, by year and whole life',
  row: z.strictObject({
    ...owner,
    as_at: maybeWords('the month of the latest figures'),
    unit: words('the unit of the figures'),
    year: words('the financial year, or whole-life'),
    baseline: number('what the approved business case has'),
    budget: number('what the budget has'),
    actual: number('what has been spent'),
    forecast: number('what is expected to have been spent'),
    variance: number('forecast less baseline'),
    variance_percent: maybeNumber('the variance in percent of the baseline'),
  }),
  rows: (library) =>
    owners(library).flatMap(({ kind, id, money }) => {
      const row = (year: string, part: Money) => ({
        kind,
        id,
        as_at: money.asAt,
        unit: money.unit,
        year,
        baseline: part.baseline,
        budget: part.budget,
        actual: part.actual,
        forecast: part.forecast,
        variance: part.variance,
        variance_percent: part.variancePercent,
      });
      return [...money.years.map((part) => row(part.year, part)), row('whole-life', money.life)];
    }),
});

/** Spending month by month. */
export const spending = dataTable({
  name: 'spending',
  title: 'Spending of the year, month by month',
  row: z.strictObject({
    ...owner,
    unit: words('the unit of the figures'),
    month: words('the month'),
    spent: number('what was spent in the month'),
    to_date: number('what had been spent of the year by its end'),
  }),
  rows: (library) =>
    owners(library).flatMap(({ kind, id, initiatives, money }) =>
      spendingByMonth(library, initiatives, monthEndedBy(library.asAt)).map(({ month, spent, toDate }) => ({
        kind,
        id,
        unit: money.unit,
        month,
        spent,
        to_date: toDate,
      })),
    ),
});

/** The published finance tables, cell by cell. */
export const published = dataTable({
  name: 'finance-tables',
  title: 'Published finance tables, cell by cell',
  row: z.strictObject({
    table: words('the id of the table'),
    line: words('the id of the row'),
    label: words('the words of the row'),
    style: words('line, subtotal, total or funding'),
    column: words('the id of the column'),
    year: words('the financial year'),
    unit: words('the unit of the figure'),
    value: number('the figure'),
  }),
  rows: (library) =>
    financeViews(library).flatMap(({ id, unit, columns, rows }) =>
      rows.flatMap((row) =>
        columns.map((column, index) => ({
          table: id,
          line: row.id,
          label: row.label,
          style: row.style,
          column: column.id,
          year: column.year,
          unit,
          value: row.values[index] ?? 0,
        })),
      ),
    ),
});
