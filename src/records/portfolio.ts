import { z } from 'zod';
import { text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** A set of initiatives reported on together. An initiative may be in several portfolios. */
export const portfolio = recordKind({
  title: 'portfolio',
  path: 'portfolios/<id>.md',
  schema: z.strictObject({
    name: text.describe('the name of the portfolio'),
    board: reference('board', 'the board it reports to'),
    members: z.array(reference('initiative', 'an initiative in the portfolio')).min(1).describe('its initiatives'),
    rag_scale: z.enum(['rag3', 'dca3', 'dca5']).describe('the scale its ratings are given on: rag3, dca3 or dca5'),
  }),
  body: 'what the portfolio is for',
});
