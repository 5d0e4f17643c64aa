import { CsvError, parse } from 'csv-parse/sync';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';

/** One cell of a CSV file and where it stands. */
export interface Cell extends Position {
  readonly text: string;
}

/** A CSV file: the cells of its first row, and the rows below it, all of the same width. */
export interface CsvTable {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

interface RawRow {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/**
 * Reads comma-separated values with a header row (RFC 4180).
 *
 * @returns the table, or the fault that made it unreadable
 */
export function readCsv(file: string, text: string): CsvTable | Diagnostic {
  const fault = (line: number, message: string, hint: string): Diagnostic => ({
    file,
    line,
    column: 1,
    rule: 'csv-syntax',
    severity: 'error',
    message,
    hint,
  });
  let rows: RawRow[];
  try {
    // The types know the plain form only; `raw` and `info` wrap each row as described by RawRow.
    rows = parse(text, {
      raw: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as RawRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    return fault(line, `This is not valid CSV: ${error.message}.`, 'Check the quotes on this line.');
  }
  const cells = rows.map(toCells);
  const [header, ...body] = cells;
  if (header === undefined) return fault(1, 'This CSV file is empty.', 'Its first row names the columns.');
  const uneven = body.find((row) => row.length !== header.length);
  if (uneven !== undefined) {
    const line = uneven[0]?.line ?? 1;
    const message = `This row has ${uneven.length} cells, but the first row names ${header.length} columns.`;
    return fault(line, message, 'Put a text that holds a comma between double quotes.');
  }
  return { header, rows: body };
}

function toCells(row: RawRow): Cell[] {
  // The parser counts the empty lines before a row to its raw text.
  const raw = row.raw.replace(/^\n+|\n$/g, '');
  const line = row.info.lines - (raw.split('\n').length - 1);
  const starts = cellStarts(raw);
  return row.record.map((text, index) => ({ text, line, column: (starts[index] ?? 0) + 1 }));
}

/** Offset at which each cell of a raw row starts; a comma between quotes does not start one. */
function cellStarts(raw: string): number[] {
  const starts = [0];
  let quoted = false;
  for (const [offset, character] of Array.from(raw).entries()) {
    if (character === '"') quoted = !quoted;
    if (character === ',' && !quoted) starts.push(offset + 1);
  }
  return starts;
}
