import { z } from 'zod';
import { figure, month, text, year } from './fields.ts';
import { recordKind } from './kind.ts';

/**
 * The money of an initiative, a row for each year and kind of spending as it stood at the end of a month. The unit and
 * the rounding are declared in its `index.md`.
 */
export const money = recordKind({
  title: 'initiative finance',
  path: 'initiatives/<initiative>/finance.csv',
  schema: z.array(
    z.strictObject({
      as_at: month.describe('the month at whose end the figures were taken, as in 2017-09'),
      year: year.describe('the financial year the row is about'),
      category: z.enum(['capital', 'revenue']).describe('capital or revenue'),
      type: z.enum(['pay', 'non-pay']).describe('pay or non-pay'),
      resource: z.enum(['internal', 'external']).describe('whether it is spent inside or outside the organisation'),
      baseline: figure.describe('what the approved business case has for the year'),
      budget: figure.describe('what the budget now has for the year'),
      actual: figure.optional().describe('what had been spent by the end of the month'),
      forecast: figure.describe('what is expected to have been spent by the end of the year'),
      funding: text.optional().describe('where the money comes from'),
      source: text.optional().describe('the ledger or document the figures were taken from'),
    }),
  ),
});

/** One row of an initiative's money. */
export type MoneyRow = z.output<typeof money.schema>[number];
