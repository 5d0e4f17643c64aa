import type { z } from 'zod';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { type Cell, type CsvTable, readCsv } from './csv.ts';
import { unwrap } from './unwrap.ts';
import { validate } from './validate.ts';
import { type LocatedYaml, type Positions, pointer } from './yaml.ts';

/**
 * Reads a CSV file whose rows are records: one column for each field of the schema, in any order.
 *
 * @param schema an array of objects whose fields are read from text; an empty cell is a field that is not given
 * @returns the rows with the places of their cells, or every fault, each with the cell as a spreadsheet names it
 */
export function readCsvRecords<Schema extends z.ZodArray<z.ZodObject>>(
  file: string,
  text: string,
  schema: Schema,
): { data: z.output<Schema>; positions: Positions } | { faults: Diagnostic[] } {
  const table = readCsv(file, text);
  if (Array.isArray(table)) return { faults: table };
  const { shape } = schema.element;
  const headingFaults = checkHeadings(file, table.header, shape);
  if (headingFaults.length > 0) return { faults: headingFaults };
  const located = locate(table);
  const result = validate(file, located, schema);
  const cells = cellNames(table);
  if ('faults' in result) return { faults: result.faults.map((fault) => nameCell(fault, cells)) };
  const doubtful = table.delimiter !== ',' ? ambiguousFigures(file, table, result.data, cells) : [];
  return doubtful.length > 0 ? { faults: doubtful } : { data: result.data, positions: located.positions };
}

function checkHeadings(file: string, header: readonly Cell[], shape: z.ZodObject['shape']): Diagnostic[] {
  const fault = ({ line, column }: Position, message: string, hint: string): Diagnostic => {
    return { file, line, column, rule: 'csv-column', severity: 'error', message, hint };
  };
  const known = Object.keys(shape);
  const given = header.map(({ text }) => text);
  const free = known.filter((name) => !given.includes(name));
  const strange = header.flatMap((cell, index) => {
    if (!known.includes(cell.text))
      return [fault(cell, `There is no column "${cell.text}" here.`, didYouMean(cell.text, free))];
    if (given.indexOf(cell.text) === index) return [];
    return [fault(cell, `There are two columns "${cell.text}".`, 'Name each column once.')];
  });
  const missing = free.flatMap((name) => {
    const field = shape[name];
    if (field === undefined || unwrap(field as z.ZodType) !== field) return [];
    return [
      fault(
        { line: 1, column: 1 },
        `The column "${name}" is missing.`,
        `It holds ${(field as z.ZodType).description}.`,
      ),
    ];
  });
  // A column that is misspelt is missing too; one word about it is enough.
  return strange.length > 0 ? strange : missing;
}

function locate({ header, rows }: CsvTable): LocatedYaml {
  const positions: Record<string, Position> = Object.create(null);
  positions[''] = { line: 1, column: 1 };
  const value = rows.map((row, index) => {
    const [{ line, column } = { line: 1, column: 1 }] = row;
    positions[pointer([index])] = { line, column };
    const fields = header.flatMap((heading, at): [string, string][] => {
      const cell = row[at];
      if (cell === undefined) return [];
      positions[pointer([index, heading.text])] = { line: cell.line, column: cell.column };
      return cell.text === '' ? [] : [[heading.text, cell.text]];
    });
    return Object.fromEntries(fields);
  });
  return { value, positions, keys: {} };
}

/** The names of cells by line and column. */
function cellNames({ header, rows }: CsvTable): Map<string, string> {
  const cells = [header, ...rows].flat();
  return new Map(cells.map(({ line, column, name }) => [`${line}:${column}`, name]));
}

function nameCell(fault: Diagnostic, cells: ReadonlyMap<string, string>): Diagnostic {
  const cell = cells.get(`${fault.line}:${fault.column}`);
  return cell === undefined ? fault : { ...fault, message: `Cell ${cell}: ${fault.message}` };
}

/** Where no comma stands between cells, `1,234` and `1.234` may be a thousand and more or a little over one, so they are not read at all. */
function ambiguousFigures(
  file: string,
  { header, rows }: CsvTable,
  data: readonly object[],
  cells: ReadonlyMap<string, string>,
): Diagnostic[] {
  return rows.flatMap((row, index) =>
    row.flatMap((cell, at) => {
      const name = header[at]?.text ?? '';
      const isFigure = typeof (data[index] as Record<string, unknown>)[name] === 'number';
      if (!isFigure || !/,|\.\d{3}\b/.test(cell.text)) return [];
      const message = `"${name}" is "${cell.text}", which may be meant in thousands or in decimals.`;
      const hint = 'Write it without separators and with a point, as in 1234.5.';
      const { line, column } = cell;
      return [nameCell({ file, line, column, rule: 'wrong-value', severity: 'error', message, hint }, cells)];
    }),
  );
}
