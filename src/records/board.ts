import { z } from 'zod';
import { text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

const quorumForm = 'a number of members such as 4, or a fraction of them such as "1/3"';

const days = (number: number, description: string) => z.int().min(0).default(number).describe(description);

/** A board: who sits on it, how it meets, what it reports to. */
export const board = recordKind({
  title: 'board',
  path: 'boards/<id>.md',
  schema: z.strictObject({
    name: text.describe('the full name of the board'),
    abbreviation: text.describe('the short form used in references, such as PIB'),
    parent: reference('board', 'the board it reports to').optional(),
    chair: reference('role', 'the role that chairs it'),
    members: z
      .array(reference('role', 'a role that sits on the board'))
      .describe('the roles that sit on it; none, as [], for a board whose members have not been named yet'),
    quorum: z
      .union([z.int().min(1), z.string().regex(/^[1-9]\/[1-9]$/, quorumForm)], {
        error: () => quorumForm,
      })
      .describe('how many members must be present: a number, or a fraction such as "1/3"'),
    cadence: z.enum(['weekly', 'monthly', 'quarterly', 'yearly', 'as-needed']).describe('how often it meets'),
    delegation: z
      .strictObject({
        time_days: z.int().min(0).describe('days by which a change may move the end of an initiative'),
        cost: z.number().min(0).describe('the most a change may cost over its life, in the unit of initiative finance'),
      })
      .optional()
      .describe('the largest change it may approve; none for a board that may approve any'),
    notice: z
      .strictObject({
        clear_days: days(5, 'days of notice, without the day of issue and of the meeting'),
        weekends: z.boolean().default(false).describe('whether Saturdays and Sundays count as clear days'),
        bank_holidays: z.boolean().default(false).describe('whether bank holidays count as clear days'),
      })
      .prefault({})
      .describe('how much notice a meeting needs'),
    calendar: reference('calendar', 'the calendar that says which days are bank holidays').optional(),
    timetable: z
      .strictObject({
        commission: days(20, 'working days before the meeting by which papers are asked for'),
        submission: days(10, 'working days before the meeting by which papers are handed in'),
        dispatch: days(5, 'working days before the meeting by which the pack goes out'),
        actions_out: days(2, 'working days after the meeting by which its actions are sent out'),
        draft_minutes: days(5, 'working days after the meeting by which its draft minutes are out'),
      })
      .prefault({})
      .describe('what is due when, before a meeting and after it'),
    minutes_year: z
      .enum(['january', 'april'])
      .default('january')
      .describe('the month in which the numbers of minutes begin again at 1'),
    audience: z.enum(['members', 'public']).default('members').describe('who its papers are for'),
  }),
  body: 'the terms of reference',
});
