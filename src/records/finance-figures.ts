import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { id as idForm } from './fields.ts';
import { type Cell, readCsv } from './reading/csv.ts';
import { readFigure } from './reading/figure.ts';

/** One figure and the cell it stands in. */
export interface Figure extends Position {
  readonly value: number;
}

/** One row of a finance table. */
export interface FinanceLine extends Position {
  readonly id: string;
  readonly label: string;
  readonly style: 'line' | 'subtotal' | 'total' | 'funding';
  /** One figure for each column of figures, in the order of the file. */
  readonly figures: readonly Figure[];
}

/** The figures of a finance table: `finance/<id>.csv`, beside the record that declares what they are. */
export interface FinanceFigures {
  readonly id: string;
  readonly file: string;
  /** The names of the columns of figures, as the first row has them. */
  readonly columns: readonly (Position & { readonly name: string })[];
  readonly lines: readonly FinanceLine[];
}

const styles: readonly FinanceLine['style'][] = ['line', 'subtotal', 'total', 'funding'];

/**
 * Reads the figures of a finance table. The first three columns are `line`, `label` and `style`; the others are figures.
 *
 * @returns the figures, or every fault, each at its cell
 */
export function readFinanceFigures(id: string, file: string, text: string): FinanceFigures | Diagnostic[] {
  const table = readCsv(file, text);
  if (Array.isArray(table)) return table;
  const faults: Diagnostic[] = [];
  const refuse = (at: Position, message: string, hint: string): void => {
    const { line, column } = at;
    faults.push({ file, line, column, rule: 'finance-cell', severity: 'error', message, hint });
  };
  const expected = ['line', 'label', 'style'];
  for (const [index, name] of expected.entries()) {
    const cell = table.header[index] ?? { line: 1, column: 1, text: '', name: 'A1' };
    if (cell.text !== name) refuse(cell, `Column ${index + 1} is "${cell.text}", but it must be "${name}".`, '');
  }
  if (faults.length > 0) return faults;
  for (const cell of repeated(table.header))
    refuse(cell, `There are two columns "${cell.text}".`, 'Name each column once.');
  const names = table.rows.flatMap(([first]) => first ?? []);
  for (const cell of repeated(names))
    refuse(cell, `There are two rows "${cell.text}".`, 'Give each row a name of its own.');
  for (const cell of names) {
    const form = idForm.safeParse(cell.text);
    const expected = form.error?.issues[0]?.message ?? '';
    if (!form.success) refuse(cell, `The row is named "${cell.text}", but its name must be ${expected}.`, '');
  }
  const columns = table.header.slice(3).map(({ text: name, line, column }) => ({ name, line, column }));
  const lines = table.rows.map((row): FinanceLine => {
    const [lineId, label, style, ...cells] = row;
    const at = { line: lineId?.line ?? 1, column: lineId?.column ?? 1 };
    const known = styles.find((name) => name === style?.text);
    if (known === undefined) {
      refuse(style ?? at, `"${style?.text ?? ''}" is not a style of row.`, `Use one of: ${styles.join(', ')}.`);
    }
    const figures = cells.map((cell, index): Figure => {
      const value = readFigure(cell.text);
      if (value === undefined) {
        const where = `row "${label?.text ?? ''}", column "${columns[index]?.name ?? ''}"`;
        refuse(cell, `"${cell.text}" in ${where} is not a figure.`, 'Write it as 1234.5, 1,234.5, -1.3 or (1.3).');
      }
      return { value: value ?? 0, line: cell.line, column: cell.column };
    });
    return { id: lineId?.text ?? '', label: label?.text ?? '', style: known ?? 'line', figures, ...at };
  });
  return faults.length > 0 ? faults : { id, file, columns, lines };
}

/** The cells whose text has stood in an earlier one. */
function repeated(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell, index) => cells.findIndex(({ text }) => text === cell.text) < index);
}
