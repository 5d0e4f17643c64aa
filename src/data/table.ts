import { z } from 'zod';
import type { Library } from '../library/library.ts';

/** A table of open data: what its rows are, and how they are drawn from a library. */
export interface DataTable<Row extends z.ZodObject = z.ZodObject> {
  /** Its files are `/data/<name>.json`, `/data/<name>.csv` and `/data/<name>.schema.json`. */
  readonly name: string;
  readonly title: string;
  /** Each column, described in place; the JSON Schema and the order of the CSV follow it. */
  readonly row: Row;
  readonly rows: (library: Library) => z.output<Row>[];
}

/** Declares a table; it only keeps the exact type of its rows. */
export function dataTable<Row extends z.ZodObject>(table: DataTable<Row>): DataTable<Row> {
  return table;
}

/** A text. */
export const words = (description: string) => z.string().describe(description);

/** A text, or nothing. */
export const maybeWords = (description: string) => z.string().nullable().describe(description);

/** A number. */
export const number = (description: string) => z.number().describe(description);

/** A number, or nothing. */
export const maybeNumber = (description: string) => z.number().nullable().describe(description);

/** Yes or no. */
export const flag = (description: string) => z.boolean().describe(description);

/** The record that a row is. */
export const id = words('the id of the record');

/** The initiative that a row belongs to. */
export const initiative = words('the id of the initiative');
