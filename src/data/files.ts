import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Library } from '../library/library.ts';
import { honesty, initiatives, milestones, ratings } from './delivery.ts';
import { gmppReturn } from './gmpp.ts';
import { actions, audit, decisions, matters, meetings, tally } from './meetings.ts';
import { finance, published, spending } from './money.ts';
import { confidence, portfolios, returns } from './portfolios.ts';
import { benefits, changeRequests, dependencies, escalations, issues, risks, workforce } from './registers.ts';
import { alignmentRows, indicatorValues, scorecard } from './strategy.ts';
import type { DataTable } from './table.ts';

/** Every table of open data, in the order they are listed. */
export const dataTables = [
  portfolios,
  confidence,
  returns,
  initiatives,
  ratings,
  milestones,
  honesty,
  risks,
  issues,
  dependencies,
  benefits,
  finance,
  spending,
  published,
  workforce,
  changeRequests,
  escalations,
  scorecard,
  indicatorValues,
  alignmentRows,
  meetings,
  matters,
  actions,
  tally,
  decisions,
  audit,
] as unknown as readonly DataTable[];

/** Name of the return in the government's column order. */
export const gmppFile = 'gmpp.csv';

/** Every file of open data by its name: each table as JSON, as CSV and with its JSON Schema, and the major projects return. */
export function dataFiles(library: Library): Map<string, string> {
  const files = new Map<string, string>();
  for (const table of dataTables) {
    const rows = table.rows(library);
    const document = { title: table.title, as_at: library.asAt, rows };
    files.set(`${table.name}.json`, `${JSON.stringify(document, null, 1)}\n`);
    files.set(`${table.name}.schema.json`, `${JSON.stringify(schemaOf(table), null, 1)}\n`);
    files.set(
      `${table.name}.csv`,
      toCsv([
        Object.keys(table.row.shape),
        ...rows.map((row) => Object.keys(table.row.shape).map((name) => (row as Record<string, unknown>)[name])),
      ]),
    );
  }
  return files.set(gmppFile, toCsv(gmppReturn(library)));
}

/** The JSON Schema (draft 2020-12) of a table's JSON file. */
function schemaOf({ title, row }: DataTable): unknown {
  const document = z.strictObject({
    title: z.literal(title),
    as_at: z.iso.date().describe('the day the data speak of'),
    rows: z.array(row),
  });
  return { title, ...z.toJSONSchema(document) };
}

/**
 * Comma-separated values (RFC 4180). A text that a spreadsheet would run as a formula is kept a text.
 * Source: OWASP, "CSV injection".
 */
function toCsv(rows: readonly (readonly unknown[])[]): string {
  return stringify(rows as unknown[][], {
    escape_formulas: true,
    record_delimiter: 'windows',
    // With that delimiter the library would quote a whole line end only, and leave half a one to break the record.
    quoted_match: /[\r\n]/,
    cast: {
      boolean: (value) => (value ? 'true' : 'false'),
      number: (value) => ({ value: String(value), escape_formulas: false }),
    },
  });
}
