import type { z } from 'zod';

/**
 * A kind of record: where its files live, the fields they have, and what stands in the body.
 *
 * @typeParam Schema zod schema of the fields; each field is described in place, and that text is the field reference
 */
export interface RecordKind<Schema extends z.ZodType = z.ZodType> {
  /** What the kind is called in a message, e.g. `highlight report`. */
  readonly title: string;
  /** Path with the parts that vary in angle brackets, e.g. `boards/<id>.md`. A date is always called `<date>`. */
  readonly path: string;
  readonly schema: Schema;
  /** What the Markdown body is for; absent for kinds that have none. */
  readonly body?: string;
}

/** Declares a kind; it only keeps the exact type of the schema. */
export function recordKind<Schema extends z.ZodType>(kind: RecordKind<Schema>): RecordKind<Schema> {
  return kind;
}
