import { CsvError, parse } from 'csv-parse/sync';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';

/** One cell of a CSV file and where it stands. */
export interface Cell extends Position {
  readonly text: string;
  /** As a spreadsheet names it, e.g. `E3`. */
  readonly name: string;
}

/** What may stand between cells. */
type Delimiter = ',' | ';' | '\t';

/** A CSV file: the cells of its first row, and the rows below it, all of the same width. */
export interface CsvTable {
  /** What stands between the cells: a semicolon where a spreadsheet keeps the comma for decimals. */
  readonly delimiter: Delimiter;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

interface RawRow {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/**
 * Reads comma-separated values with a header row (RFC 4180), or semicolon-separated ones, as spreadsheets write them
 * where a comma is the decimal sign. Rows of nothing but empty cells are left out.
 *
 * @returns the table, or the faults that made it unreadable
 */
export function readCsv(file: string, text: string): CsvTable | Diagnostic[] {
  const fault = (line: number, message: string, hint: string): Diagnostic => ({
    file,
    line,
    column: 1,
    rule: 'csv-syntax',
    severity: 'error',
    message,
    hint,
  });
  const [first = ''] = text.split('\n', 1);
  const delimiter = (['\t', ';'] as const).find((sign) => first.includes(sign) && !first.includes(',')) ?? ',';
  let rows: RawRow[];
  try {
    // The types know the plain form only; `raw` and `info` wrap each row as described by RawRow.
    rows = parse(text, {
      raw: true,
      info: true,
      trim: true,
      delimiter,
      relax_column_count: true,
    }) as unknown as RawRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const hint = 'Put quotes only around whole cells; write a quote inside them twice.';
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      return [fault(openQuote(text), 'A quote on this line is not closed.', hint)];
    return [fault(Number((error as { lines?: number }).lines ?? 1), 'A quote stands inside a cell.', hint)];
  }
  // Rows of nothing are read too, so that the others keep the numbers a spreadsheet gives them, and left out here.
  const cells = rows
    .map((row, index) => toCells(row, index, delimiter))
    .filter((row) => row.some(({ text: words }) => words !== ''));
  const [header, ...body] = cells;
  if (header === undefined) return [fault(1, 'This CSV file is empty.', 'Its first row names the columns.')];
  const uneven = body.flatMap((row) => {
    if (row.length === header.length) return [];
    const message = `This row has ${row.length} cells, but the first row names ${header.length} columns.`;
    const comma = 'Put a text or figure that holds a comma between double quotes.';
    return [fault(row[0]?.line ?? 1, message, row.length > header.length ? comma : 'Add the cells that are missing.')];
  });
  if (uneven.length > 0) return uneven;
  // Spreadsheets leave columns behind that once held something.
  const used = header.map((cell, index) => cell.text !== '' || body.some((row) => row[index]?.text !== ''));
  const isUsed = (_cell: Cell, index: number): boolean => used[index] === true;
  return { delimiter, header: header.filter(isUsed), rows: body.map((row) => row.filter(isUsed)) };
}

/** The line of the quote that is still open at the end; the parser tells only where the end is. */
function openQuote(text: string): number {
  const opening = text.split('"').slice(0, -1).join('"');
  return opening.split('\n').length;
}

function toCells(row: RawRow, number: number, delimiter: string): Cell[] {
  // The parser counts the empty lines before a row to its raw text.
  const raw = row.raw.replace(/^\n+|\n$/g, '');
  const line = row.info.lines - (raw.split('\n').length - 1);
  const starts = cellStarts(raw, delimiter);
  return row.record.map((text, index) => ({
    text,
    line,
    column: (starts[index] ?? 0) + 1,
    name: `${letters(index)}${number + 1}`,
  }));
}

/** Offset at which each cell of a raw row starts; a delimiter between quotes does not start one. */
function cellStarts(raw: string, delimiter: string): number[] {
  const starts = [0];
  let quoted = false;
  for (let offset = 0; offset < raw.length; offset += 1) {
    if (raw[offset] === '"') quoted = !quoted;
    if (raw[offset] === delimiter && !quoted) starts.push(offset + 1);
  }
  return starts;
}

function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
