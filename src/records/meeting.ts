import { z } from 'zod';
import { date, id, purpose, text, time } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** The views of the registers that can stand on an agenda as a paper of their own. */
export const generatedViews = [
  'milestones',
  'capital-plan',
  'action-log',
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
] as const;

const numberForm = 'an item number such as 5, or "5a" for a sub-item';

const item = z.strictObject({
  number: z
    .union([z.int().min(1).transform(String), z.string().regex(/^\d+[a-z]?$/, numberForm)], {
      error: () => numberForm,
    })
    .describe('the number of the item: 5, or "5a" for a sub-item'),
  title: text.describe('the title of the item'),
  purpose: purpose.describe('why it is before the board: decision, discussion, information or assurance'),
  minutes: z.int().min(1).describe('how long it may take, in minutes'),
  lead: reference('role', 'the role that presents it').optional(),
  paper: id.optional().describe('the paper, by the name of its file in the same folder, without .md'),
  view: z.enum(generatedViews).optional().describe('the register that is the paper of this item'),
  portfolio: reference('portfolio', 'the portfolio that is shown, where the view is of one').optional(),
  decision: text.optional().describe('the decision asked for, in words; needed when the purpose is decision'),
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
    issued: date.optional().describe('the day the agenda went out'),
    items: z.array(item).min(1).describe('the items, in order'),
  }),
  body: 'notes for those who attend',
});
