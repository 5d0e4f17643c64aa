import { z } from 'zod';
import { date, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** A reporting cycle: which portfolio reports, on which period, by when, to which meeting. */
export const cycle = recordKind({
  title: 'reporting cycle',
  path: 'cycles/<id>.yml',
  schema: z.strictObject({
    portfolio: reference('portfolio', 'the portfolio that reports'),
    reports_of: reference('cycle', 'the cycle whose reports serve this one too').optional(),
    period: text.describe('the period reported on, such as 2017-18 Q1'),
    cutoff: date.describe('the last day the data may be of'),
    commission: date.describe('the day reports are asked for'),
    due: date.describe('the day reports are to be in by'),
    challenge: date.optional().describe('the day of the challenge session'),
    dispatch: date.optional().describe('the day the pack goes out'),
    meeting: reference('meeting', 'the meeting it reports to, as board/date'),
  }),
});
