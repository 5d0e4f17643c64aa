import { didYouMean } from '../../diagnostics/nearest.ts';
import type { FinanceTable, Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { factKey } from '../../records/facts.ts';
import type { FinanceLine } from '../../records/finance-figures.ts';
import { footings } from '../footing.ts';
import { type Figure, type FigureFault, type StoredFigure, type SumFigure, sumFigure } from './figure.ts';

/** A column of a finance table as its record declares it. */
type DeclaredColumn = FinanceTable['entry']['data']['columns'][number];

/** Every cell of the finance tables, as `table/line/column`. */
export function financeCells(library: Library): StoredFigure[] {
  return Object.values(library.finance).flatMap((table) =>
    table.figures.lines.flatMap((line) => columnsOf(table).flatMap((column) => cell(table, line, column) ?? [])),
  );
}

/** The declared columns, in their order. */
export function columnsOf({ entry }: FinanceTable): readonly DeclaredColumn[] {
  return entry.data.columns;
}

/** One cell; undefined where the file does not have the column. */
export function cell(table: FinanceTable, line: FinanceLine, column: DeclaredColumn): StoredFigure | undefined {
  const { entry, figures } = table;
  const figure = line.figures[figures.columns.findIndex(({ name }) => name === column.id)];
  if (figure === undefined) return undefined;
  return {
    name: `${entry.id}/${line.id}/${column.id}`,
    title: `${line.label}, ${column.label}`,
    value: figure.value,
    unit: entry.data.unit,
    decimals: entry.data.decimals,
    asAt: entry.data.as_at ?? null,
    at: { file: figures.file, line: figure.line, column: figure.column, key: factKey(line.id, column.id) },
  };
}

/**
 * The sum of some lines over a run of columns, under the name `table/line+line/first..last`. A run is named by its years where
 * each is the year of one column only.
 */
export function financeSum(
  table: FinanceTable,
  lines: readonly FinanceLine[],
  columns: readonly DeclaredColumn[],
): SumFigure {
  const cells = lines.flatMap((line) => columns.flatMap((column) => cell(table, line, column) ?? []));
  const [first, last] = [columns[0], columns.at(-1)].map((column) => shortName(table, column));
  const run = columns.length === 1 ? (columns[0]?.id ?? '') : `${first}..${last}`;
  const what = lines.map(({ label }) => label).join(' and ');
  const when = columns.length === 1 ? (columns[0]?.label ?? '') : `${columns[0]?.year} to ${columns.at(-1)?.year}`;
  return sumFigure(`${table.entry.id}/${lines.map(({ id }) => id).join('+')}/${run}`, `${what}, ${when}`, cells);
}

function shortName(table: FinanceTable, column: DeclaredColumn | undefined): string {
  const isOnly = columnsOf(table).filter(({ year }) => year === column?.year).length === 1;
  return (isOnly ? column?.year : column?.id) ?? '';
}

/** Whether no two columns of a run are for one year: figures of one year given twice are not to be added up. */
export function isRun(columns: readonly DeclaredColumn[]): boolean {
  return columns.length > 0 && new Set(columns.map(({ year }) => year)).size === columns.length;
}

/**
 * The figure of a finance table that a name stands for: a cell, or a sum of lines or columns.
 *
 * @returns undefined where the first step of the name is no table
 */
export function financeNamed(library: Library, name: string): Figure | FigureFault | undefined {
  const [id = '', lineNames = '', run = '', ...more] = name.split('/');
  const table = find(library.finance, id);
  if (table === undefined) return undefined;
  if (lineNames === '' || run === '' || more.length > 0) {
    return fault(`"${name}" is not a figure of a finance table.`, `Write it as ${id}/line/column.`);
  }
  const known = table.figures.lines;
  const lines = [...new Set(lineNames.split('+'))].map((one) => known.find((line) => line.id === one) ?? one);
  const missing = lines.find((line) => typeof line === 'string');
  if (missing !== undefined) {
    const ids = known.map((line) => line.id);
    return fault(`The table "${id}" has no line "${missing}".`, didYouMean(missing, ids));
  }
  const columns = columnsNamed(table, run);
  if ('message' in columns) return columns;
  const all = lines.filter((line) => typeof line !== 'string');
  const [line] = all;
  const [column] = columns;
  if (all.length > 1 || columns.length > 1) return financeSum(table, all, columns);
  const single = line && column && cell(table, line, column);
  return single ?? fault(`The file of "${id}" has no column "${run}".`, '');
}

/** The columns that `2017-18..2020-21`, `plan-2018-19` or a year alone stands for. */
function columnsNamed(table: FinanceTable, run: string): readonly DeclaredColumn[] | FigureFault {
  const all = columnsOf(table);
  const places: number[] = [];
  for (const end of run.split('..')) {
    const fitting = all.filter(({ id, year }) => id === end || year === end);
    const [column, other] = fitting;
    if (column === undefined) {
      const names = all.flatMap(({ id, year }) => [id, year]);
      return fault(`The table "${table.entry.id}" has no column "${end}".`, didYouMean(end, names));
    }
    if (other !== undefined) {
      const names = fitting.map(({ id }) => id).join(' or ');
      return fault(`The table "${table.entry.id}" has ${fitting.length} columns for ${end}.`, `Name one: ${names}.`);
    }
    places.push(all.indexOf(column));
  }
  const [first = 0, last = first, ...rest] = places;
  const columns = rest.length > 0 ? [] : all.slice(first, last + 1);
  if (isRun(columns)) return columns;
  return fault(`"${run}" is not a run of columns.`, 'Write first..last, with no year in it twice.');
}

/** What a total is held against: what its declared parts add up to, and how far it may be from that. */
export interface FootingOf {
  readonly added: SumFigure;
  /** How far the total is from it, in the unit of the table; never negative. */
  readonly off: number;
  readonly tolerance: number;
}

/** The declared footings of a cell; none for a cell that is no total. */
export function footingsOf(library: Library, figure: Figure): FootingOf[] {
  const [id, lineName, columnName] = figure.name.split('/');
  const table = find(library.finance, id);
  if (table === undefined || !('at' in figure)) return [];
  const column = columnsOf(table).find((one) => one.id === columnName);
  if (column === undefined) return [];
  return footings(table).flatMap(({ total, column: of, parts, off }) => {
    if (total.id !== lineName || of !== columnName) return [];
    const lines = parts.flatMap((part) => table.figures.lines.find((line) => line.id === part) ?? []);
    return [{ added: financeSum(table, lines, [column]), off, tolerance: table.entry.data.tolerance }];
  });
}

function fault(message: string, hint: string): FigureFault {
  return { message, hint };
}
