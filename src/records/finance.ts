import { z } from 'zod';
import { date, id, text, year } from './fields.ts';
import { recordKind } from './kind.ts';

/** A finance table: what its columns mean, how it is rounded, which rows add up to which. The figures are in the CSV. */
export const finance = recordKind({
  title: 'finance table',
  path: 'finance/<id>.md',
  schema: z.strictObject({
    title: text.describe('the title of the table'),
    category: z.enum(['capital', 'revenue']).describe('whether it holds capital or revenue'),
    unit: text.describe('the unit of every figure, such as £m'),
    decimals: z.int().min(0).max(3).describe('the decimal places every figure is rounded to'),
    tolerance: z
      .number()
      .min(0)
      .describe('how far a total may be from its parts because each figure is rounded, in the unit'),
    source: text.describe('where the figures were published'),
    as_at: date.optional().describe('the day the figures are of, as in 2017-04-01'),
    columns: z
      .array(
        z.strictObject({
          id: id.describe('the name of the column in the CSV file'),
          label: text.describe('the heading of the column'),
          year: year.describe('the financial year the figures are for'),
          measure: z
            .enum(['baseline', 'budget', 'revised-budget', 'plan', 'forecast', 'actual'])
            .describe('what the figures are'),
        }),
      )
      .min(1)
      .describe('the columns of figures, in order'),
    footing: z
      .array(
        z.strictObject({
          total: id.describe('the row that holds the total'),
          of: z.array(id).min(1).describe('the rows that add up to it'),
        }),
      )
      .default([])
      .describe('which rows add up to which'),
  }),
  body: 'notes to the table',
});
