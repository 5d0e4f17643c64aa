import { z } from 'zod';
import { date, text } from './fields.ts';
import { recordKind } from './kind.ts';

/** The days that are no working days besides Saturdays and Sundays. A file, so that an old pack is counted as it was. */
export const calendar = recordKind({
  title: 'calendar',
  path: 'calendars/<id>.yml',
  schema: z.strictObject({
    title: text.describe('what the days are, such as Bank holidays in England and Wales'),
    source: text.describe('where they were taken from'),
    from: date.describe('the first day it speaks of'),
    until: date.describe('the last day it speaks of'),
    holidays: z
      .array(z.strictObject({ date: date.describe('the day'), title: text.describe('what it is') }))
      .describe('the bank holidays, in the order of their days'),
  }),
});
