import { html, type SafeHtml } from '@remix-run/html-template';
import { CsvError, parse } from 'csv-parse/sync';
import { decode } from '../source/decode.ts';
import { thousands } from '../views/reading.ts';
import { type Column, table } from '../views/table.ts';

/** The rows of a CSV file under its headings. */
export interface AnnexTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** As many rows as are printed, about 140 pages. Whoever wants more has the file itself on the site. */
const mostRows = 3000;

/** As many columns as stand beside one another on a page turned on its side. */
const mostColumns = 10;

/** Characters of a row that fit an upright page: 166 mm of the table font, with the space between columns. */
const upright = 90;

/** Figures, with a sign, separators of thousands, a currency or a per cent sign. */
const figure = /^[-–−+(]?[£$€]?\s?[-–−]?[\d,. ]*\d[\d,. ]*\)?\s?%?$/;

/**
 * Reads a CSV file: UTF-8, one row of headings, commas, or semicolons or tabs where the first row has none.
 *
 * @throws {Error} saying what is wrong with it, in a sentence
 */
export function readAnnexTable(bytes: Uint8Array): AnnexTable {
  const decoded = decode(bytes);
  if ('fault' in decoded) throw new Error(`${decoded.fault.message} ${decoded.fault.hint ?? ''}`.trim());
  const firstLine = decoded.text.slice(0, (decoded.text.indexOf('\n') + 1 || decoded.text.length + 1) - 1);
  const delimiter = [',', ';', '\t'].find((sign) => firstLine.includes(sign)) ?? ',';
  const [headings, ...rows] = rowsOf(decoded.text, delimiter);
  if (headings === undefined) throw new Error('It is empty.');
  if (rows.length === 0) throw new Error('It has headings and no rows.');
  for (const [index, row] of rows.entries()) {
    if (row.length === headings.length) continue;
    throw new Error(`Row ${index + 2} has ${row.length} cells; the row of headings has ${headings.length}.`);
  }
  return { headings, rows };
}

function rowsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    if (error instanceof CsvError)
      throw new Error(`It is not CSV that can be read: ${error.message}.`, { cause: error });
    throw error;
  }
}

/** Whether a table needs a page turned on its side. */
export function isWideTable({ headings, rows }: AnnexTable): boolean {
  // A cell of many words can be set on several lines; 26 characters a line read well.
  const widths = headings.map((heading, column) =>
    rows.reduce((most, row) => Math.max(most, Math.min(26, row[column]?.length ?? 0)), Math.min(14, heading.length)),
  );
  return headings.length > 7 || widths.reduce((sum, width) => sum + width + 3, 0) > upright;
}

/**
 * A CSV file as a table; one with more columns than fit, as several tables that each begin with the first column. Where
 * rows are left out, it is said how many.
 */
export function annexTableView({ headings, rows }: AnnexTable, title: string, file: string): SafeHtml {
  const shown = rows.slice(0, mostRows);
  const cut =
    shown.length === rows.length
      ? ''
      : html`<p class="quiet">The first ${thousands(mostRows)} of ${thousands(rows.length)} rows are printed; all of them are in ${file} on the site.</p>`;
  const groups = columnGroups(headings.length);
  return html`${cut}${groups.map(([from, to]) => {
    const columns = [0, ...Array.from({ length: to - from }, (_, index) => from + index)];
    const caption = groups.length === 1 ? title : `${title}: columns ${from + 1} to ${to} of ${headings.length}`;
    return table<readonly string[]>({
      caption,
      rows: shown,
      columns: columns.map((at) => columnOf(at, headings, shown)),
    });
  })}`;
}

/** The columns beside the first, in groups of which each fits a page. */
function columnGroups(count: number): [number, number][] {
  const each = mostColumns - 1;
  const groups = Math.max(1, Math.ceil((count - 1) / each));
  return Array.from({ length: groups }, (_, group) => [1 + group * each, Math.min(count, 1 + (group + 1) * each)]);
}

function columnOf(
  at: number,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Column<readonly string[]> {
  const given = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  const isNumber = given.length > 0 && given.every((cell) => figure.test(cell));
  return {
    // A heading that says nothing would leave a screen reader without one.
    heading: headings[at] || `Column ${at + 1}`,
    cell: (row) => row[at] ?? '',
    ...(at === 0 ? { kind: 'row-heading' as const } : isNumber ? { kind: 'number' as const } : {}),
  };
}
