import type { FinanceTable, Library } from '../library/library.ts';
import type { FinanceLine } from '../records/finance-figures.ts';

/** A finance table as it is shown: figures written with the declared decimals. */
export interface FinanceView {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  /** The file its figures stand in. */
  readonly file: string;
  /** The day they are of; null where none is declared. */
  readonly asAt: string | null;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly year: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly style: FinanceLine['style'];
    readonly cells: readonly string[];
    readonly values: readonly number[];
  }[];
}

/** All finance tables, by id. */
export function financeViews(library: Library): FinanceView[] {
  return Object.values(library.finance).map(financeView);
}

/** One finance table as it is shown. */
export function financeView({ entry, figures }: FinanceTable): FinanceView {
  const { title, unit, source, columns, decimals } = entry.data;
  return {
    id: entry.id,
    title,
    unit,
    source,
    file: figures.file,
    asAt: entry.data.as_at ?? null,
    columns: columns.map(({ id, label, year }) => ({ id, label, year })),
    rows: figures.lines.map(({ id, label, style, figures: cells }) => ({
      id,
      label,
      style,
      cells: cells.map(({ value }) => writeFigure(value, decimals)),
      values: cells.map(({ value }) => value),
    })),
  };
}

/**
 * Writes an amount with its unit as people write it, e.g. `£2.4m` of the unit `£m`, `14.0 posts` of the unit `posts`, or
 * `13.2%`. Source of the last: the style guide of GOV.UK.
 *
 * @param decimals decimal places
 */
export function writeAmount(value: number, unit: string, decimals: number): string {
  const [, sign, scale] = /^([£€$])([a-z]*)$/i.exec(unit) ?? [];
  if (sign === undefined) return `${writeFigure(value, decimals)}${unit === '%' ? '' : ' '}${unit}`.trim();
  return `${value < 0 ? '−' : ''}${sign}${writeFigure(Math.abs(value), decimals)}${scale}`;
}

/** Writes a figure with as many decimal places as it was given with, e.g. `37,500` or `0.35`; `none` where there is none. */
export function writeExact(value: number | null | undefined, none = '–'): string {
  return value === null || value === undefined ? none : writeFigure(value, decimalsOf(value));
}

/** How many decimal places a figure was given with. */
export function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/**
 * Writes a figure with thousands separators and a true minus sign, e.g. `3,233.2` or `−93.7`.
 *
 * @param decimals decimal places
 */
export function writeFigure(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const written = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? `−${written}` : written;
}
