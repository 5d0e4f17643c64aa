import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { MoneyRow } from '../records/money.ts';
import { yearOf } from './dates.ts';
import { sum, variancePercent } from './sums.ts';

/** Money of one year, or of the whole life. */
export interface Money {
  readonly baseline: number;
  readonly budget: number;
  readonly actual: number;
  readonly forecast: number;
  /** Forecast less baseline. */
  readonly variance: number;
  /** The variance in percent of the baseline, to one decimal place; null where the baseline is nought. */
  readonly variancePercent: number | null;
}

/** The money of an initiative, or of several together, as it stood at the end of a month. */
export interface MoneyPosition {
  /** The month the latest figures are of; null where there are none. */
  readonly asAt: string | null;
  readonly unit: string;
  readonly decimals: number;
  /** Each year that has figures, in order. */
  readonly years: readonly (Money & { readonly year: string })[];
  /** The financial year that the month falls in, and its money. */
  readonly year: string;
  readonly thisYear: Money;
  readonly life: Money;
}

/** The rows that count at the end of a month: for each financial year, those of the latest month with figures. */
interface Snapshot {
  readonly month: string;
  readonly rows: readonly MoneyRow[];
}

/** What counted at the end of each month, by initiative, the earliest month first. */
const snapshots = drawnOnce((library: Library): ReadonlyMap<string, readonly Snapshot[]> => {
  const ledgers = Object.entries(library.money).map(([id, { data }]) => {
    const months = [...Map.groupBy(data, (row) => row.as_at)].toSorted(([a], [b]) => byCodeUnit(a, b));
    const counting = new Map<string, MoneyRow[]>();
    const taken = months.map(([month, rows]): Snapshot => {
      for (const [year, newer] of Map.groupBy(rows, (row) => row.year)) counting.set(year, newer);
      return { month, rows: [...counting.values()].flat() };
    });
    return [id, taken] as const;
  });
  return new Map(ledgers);
});

/** The rows of an initiative that count at the end of a month: for each year, those of the latest month with figures. */
export function countingRows(library: Library, initiative: string, month: string): readonly MoneyRow[] {
  return (
    snapshots(library)
      .get(initiative)
      ?.findLast((one) => one.month <= month)?.rows ?? []
  );
}

/**
 * Adds up the money of some initiatives.
 *
 * @param month the last month whose figures are counted, as in `2017-09`
 */
export function moneyPosition(library: Library, initiatives: readonly string[], month: string): MoneyPosition {
  const files = initiatives.map((id) => ({
    rows: countingRows(library, id, month),
    declared: find(library.initiatives, id)?.data.finance,
  }));
  const declared = files.flatMap((file) => (file.rows.length > 0 && file.declared ? [file.declared] : []));
  const decimals = Math.max(0, ...declared.map((one) => one.decimals));
  const latest = files.flatMap(({ rows }) => rows);
  const byYear = Map.groupBy(latest, ({ year }) => year);
  const asAt = latest.reduce<string | null>(
    (last, row) => (last === null || row.as_at > last ? row.as_at : last),
    null,
  );
  const years = [...byYear].map(([year, rows]) => ({ year, ...addUp(rows, decimals) }));
  return {
    asAt,
    unit: declared[0]?.unit ?? '',
    decimals,
    years: years.toSorted((a, b) => byCodeUnit(a.year, b.year)),
    year: yearOf(month),
    thisYear: addUp(byYear.get(yearOf(month)) ?? [], decimals),
    life: addUp(latest, decimals),
  };
}

/** What had been spent of a year by the end of a month, and in that month. */
export interface MonthOfSpending {
  readonly month: string;
  readonly toDate: number;
  readonly spent: number;
}

/** Spending of the year that a month falls in, month by month; an initiative that skips a month keeps its last figure. */
export function spendingByMonth(library: Library, initiatives: readonly string[], last: string): MonthOfSpending[] {
  const { decimals, year } = moneyPosition(library, initiatives, last);
  const taken = initiatives.flatMap((id) => snapshots(library).get(id) ?? []);
  const months = new Set(taken.flatMap(({ month }) => (month <= last && yearOf(month) === year ? [month] : [])));
  let before = 0;
  return [...months].toSorted(byCodeUnit).map((month) => {
    const rows = initiatives.flatMap((id) => countingRows(library, id, month)).filter((row) => row.year === year);
    const toDate = addUp(rows, decimals).actual;
    const spent = sum([toDate, -before], decimals);
    before = toDate;
    return { month, toDate, spent };
  });
}

function addUp(rows: readonly MoneyRow[], decimals: number): Money {
  const total = (pick: (row: MoneyRow) => number): number => sum(rows.map(pick), decimals);
  const baseline = total((row) => row.baseline);
  const forecast = total((row) => row.forecast);
  return {
    baseline,
    budget: total((row) => row.budget),
    actual: total((row) => row.actual ?? 0),
    forecast,
    variance: sum([forecast, -baseline], decimals),
    variancePercent: variancePercent(baseline, forecast),
  };
}
