import { z } from 'zod';
import { readFigure } from './reading/figure.ts';

/** A record's own name in the repository: lower-case words joined by hyphens. Never reused, never made from a title. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters and digits joined by hyphens, as in smarter-working');

/** A reference people quote, e.g. `PIB-2017-D04`. */
export const quotedReference = z
  .string()
  .regex(/^[A-Z0-9]+([-/][A-Z0-9]+)*$/, 'capitals and digits joined by hyphens, as in PIB-2017-D04');

/** A text that says something. */
export const text = z.string().trim().min(1, 'some text');

/** A calendar day, checked against the calendar (ISO 8601-1, 5.2.2.1). */
export const date = z.iso.date('a date written year-month-day, as in 2017-09-30');

/** A time of day on a 24-hour clock (ISO 8601-1, 5.3.1.2). */
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day written hours:minutes in quotes, as in "09:30"');

/** Whether a year such as `2017-18` ends in the year after it began. */
function endsInNextYear(value: string): boolean {
  return (Number(value.slice(0, 4)) + 1) % 100 === Number(value.slice(5, 7));
}

/** A financial year from April, e.g. `2017-18`. */
export const year = z
  .string()
  .regex(/^\d{4}-\d{2}$/, 'a financial year, as in 2017-18')
  .refine(endsInNextYear, { message: 'a financial year that ends in the year after it began, as in 2017-18' });

/** A quarter of a financial year that starts in April, e.g. `2017-18 Q3`. */
export const quarter = z
  .string()
  .regex(/^\d{4}-\d{2} Q[1-4]$/, 'a quarter of a financial year, as in 2017-18 Q3')
  .refine(endsInNextYear, { message: 'a quarter of a year that ends in the year after it began, as in 2017-18 Q3' });

/** An amount of anything; a thousand thousand millions is more than any record of this kind holds. */
export const amount = z.number().min(-1e12).max(1e12);

/** A month, e.g. `2017-09`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month written year-month, as in 2017-09');

/** A figure of a CSV file, as people and spreadsheets write it; read as a number. */
export const figure = z.string().transform((text, context): number => {
  const value = readFigure(text);
  if (value !== undefined) return value;
  context.addIssue({
    code: 'custom',
    message: 'a figure such as 1234.5, 1,234.5, -1.3 or (1.3), without a unit or sign',
  });
  return z.NEVER;
});

/** A day, or a quarter where no day has been set. */
export const when = z.union([date, quarter], {
  error: () => 'a date such as 2017-09-30, or a quarter such as 2017-18 Q3',
});

/** Why an item is before a board. */
export const purpose = z.enum(['decision', 'discussion', 'information', 'assurance']);

/**
 * A protective marking: tier, then handling instruction, then descriptor.
 * Source: Government Security Classifications Policy (2023), annexes on markings and handling instructions.
 */
export const marking = z
  .string()
  .regex(
    /^(OFFICIAL|OFFICIAL-SENSITIVE|SECRET|TOP SECRET)( FOR PUBLIC RELEASE| RECIPIENTS ONLY| ORGANISATION USE ONLY| HMG USE ONLY)?( (PERSONAL DATA|LEGAL PROFESSIONAL PRIVILEGE|COMMERCIAL|HR\/MANAGEMENT|MARKET SENSITIVE))?$/,
    'a marking in capitals: tier, then handling instruction, then descriptor, as in OFFICIAL or OFFICIAL-SENSITIVE COMMERCIAL',
  );
