import { z } from 'zod';
import { figure, month, text } from './fields.ts';
import { recordKind } from './kind.ts';

/** The posts of an initiative, in full-time equivalents, as they stood at the end of a month. */
export const workforce = recordKind({
  title: 'workforce',
  path: 'initiatives/<initiative>/workforce.csv',
  schema: z.array(
    z.strictObject({
      as_at: month.describe('the month at whose end the posts were counted, as in 2017-09'),
      role: text.describe('the role or grade'),
      resource: z.enum(['internal', 'external']).describe('whether the posts are filled from inside or outside'),
      establishment: figure.describe('the posts there are to be'),
      in_post: figure.describe('the posts that are filled'),
      vacancies_forecast: figure.describe('the vacancies expected three months later'),
    }),
  ),
});

/** One row of an initiative's posts. */
export type WorkforceRow = z.output<typeof workforce.schema>[number];
