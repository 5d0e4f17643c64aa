import { z } from 'zod';
import { date, id, purpose, text, time } from './fields.ts';
import { itemNumber } from './item-number.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** The views of the registers that can stand on an agenda as a paper of their own. */
export const generatedViews = [
  'milestones',
  'capital-plan',
  'action-log',
  'outstanding-actions',
  'matters-arising',
  'last-minutes',
  'highlight-reports',
  'portfolio',
  'raid',
  'benefits',
  'finance',
  'workforce',
  'change-requests',
  'escalations',
  'ratings',
  'scorecard',
  'alignment',
  'strategy-map',
  'forward-plan',
  'governance-calendar',
  'audit',
] as const;

const item = z.strictObject({
  number: itemNumber.describe('the number of the item: 5, or "5a" for a sub-item'),
  title: text.describe('the title of the item'),
  purpose: purpose.describe('why it is before the board: decision, discussion, information or assurance'),
  minutes: z.int().min(1).describe('how long it may take, in minutes'),
  lead: reference('role', 'the role that presents it').optional(),
  paper: id.optional().describe('the paper, by the name of its file in the same folder, without .md'),
  view: z.enum(generatedViews).optional().describe('the register that is the paper of this item'),
  portfolio: reference('portfolio', 'the portfolio that is shown, where the view is of one').optional(),
  decision: text.optional().describe('the decision asked for, in words; needed when the purpose is decision'),
  matter: reference('matter', 'the matter of the forward plan that it takes a step further').optional(),
  private: z
    .strictObject({
      reason: text.describe('why it is taken in private, in words'),
      exemption: text.describe('the paragraph of schedule 12A or the section of the Freedom of Information Act'),
      from: text.default('the public').describe('from whom it is withheld'),
      until: text.describe('until when, as a day or an event'),
    })
    .optional()
    .describe('for an item that is not taken in public'),
  to_follow: z
    .strictObject({
      reason: text.describe('why the paper is not in the pack'),
      agreed_by: reference('role', 'the chair who agreed that it may follow'),
      due: date.describe('the day it is to be there'),
    })
    .optional()
    .describe('for a paper that is missing from a pack that has gone out'),
});

/** One item of an agenda. */
export type AgendaItem = z.output<typeof item>;

/** A meeting of a board and its agenda. */
export const meeting = recordKind({
  title: 'meeting',
  path: 'meetings/<board>/<date>/agenda.md',
  schema: z.strictObject({
    start: time.describe('when it starts, such as "09:30"'),
    end: time.describe('when it ends, such as "11:30"'),
    place: text.describe('where it is held'),
    status: z.enum(['planned', 'issued', 'held', 'inquorate', 'cancelled']).describe('what has become of it'),
    cancelled: z
      .strictObject({
        on: date.describe('the day it was cancelled'),
        reason: text.describe('why, and by whom'),
      })
      .optional()
      .describe('for a meeting that was cancelled'),
    issued: date.optional().describe('the day the agenda went out'),
    short_notice: z
      .strictObject({
        reason: text.describe('why it could not wait'),
        agreed_by: reference('role', 'the chair who agreed to it'),
      })
      .optional()
      .describe('for a meeting that was called with less notice than its board needs'),
    apologies: z
      .array(reference('role', 'a member who will not come'))
      .default([])
      .describe('the apologies that have come so far'),
    items: z.array(item).default([]).describe('the items, in order; none are needed before the agenda is issued'),
  }),
  body: 'notes for those who attend',
});
