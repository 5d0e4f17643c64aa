import { diffArrays } from 'diff';
import type { Block, Row } from './blocks.ts';
import { compareWords, type Words } from './words.ts';

/** A row of a table that has changed, come, gone or moved. */
export interface RowChange {
  /** The headings of the columns, those of columns that have gone among them. */
  readonly columns: readonly string[];
  /** What each cell shows, word by word. */
  readonly cells: readonly (readonly Words[])[];
}

/** Whether two blocks are rows that are about the same: their first cells say what a row is about. */
export function isSameRow(a: Block, b: Block): boolean {
  const [was, is] = [a.row?.cells[0] ?? '', b.row?.cells[0] ?? ''];
  return was !== '' && was === is;
}

/** Of a row as a whole, its cells as one of the kinds of words; of another block, nothing. */
export function wholeRow({ row }: Block, kind: Words['kind']): { row?: RowChange } {
  if (row === undefined) return {};
  return { row: { columns: row.columns, cells: row.cells.map((text) => [{ kind, text }]) } };
}

/** Two versions of a row, cell by cell; of other blocks, nothing. */
export function changedRow({ row: was }: Block, { row: is }: Block): { row?: RowChange } {
  return was === undefined || is === undefined ? {} : { row: compareCells(was, is) };
}

function compareCells(was: Row, is: Row): RowChange {
  // A heading that has other words is the heading of the same column, as long as no column has come or gone.
  if (was.cells.length === is.cells.length) {
    return { columns: is.columns, cells: is.cells.map((cell, at) => compareWords(was.cells[at] ?? '', cell)) };
  }
  const columns: string[] = [];
  const cells: Words[][] = [];
  let [old, now] = [0, 0];
  for (const { value, added, removed } of diffArrays([...was.columns], [...is.columns])) {
    for (const column of value) {
      columns.push(column);
      if (removed) cells.push([{ kind: 'removed', text: was.cells[old] ?? '' }]);
      else if (added) cells.push([{ kind: 'added', text: is.cells[now] ?? '' }]);
      else cells.push(compareWords(was.cells[old] ?? '', is.cells[now] ?? ''));
      if (!added) old += 1;
      if (!removed) now += 1;
    }
  }
  return { columns, cells };
}
