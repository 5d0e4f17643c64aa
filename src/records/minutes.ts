import { z } from 'zod';
import { date, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** The minutes of a meeting. What was decided and who is to act stands in its blocks. */
export const minutes = recordKind({
  title: 'minutes',
  path: 'meetings/<board>/<date>/minutes.md',
  schema: z.strictObject({
    status: z.enum(['draft', 'approved']).describe('draft until a later meeting has approved them'),
    chair: reference('role', 'the role that took the chair'),
    present: z.array(reference('role', 'a member who was present')).min(1).describe('the members who were present'),
    apologies: z.array(reference('role', 'a member who sent apologies')).default([]).describe('who sent apologies'),
    in_attendance: z.array(reference('role', 'someone who attended')).default([]).describe('who else attended'),
    approved_at: date.optional().describe('the date of the meeting that approved them; needed once approved'),
  }),
  body: 'the minutes, in numbered paragraphs, one heading for each item',
});

const itemForm = 'the number of an agenda item, such as 5 or "5a"';
const itemNumber = z.union([z.int().transform(String), text], { error: () => itemForm });

/** A decision, as it stands in minutes. */
export const decision = z.strictObject({
  item: itemNumber.describe('the agenda item it was taken under'),
  outcome: z
    .enum(['approved', 'rejected', 'deferred', 'noted', 'delegated'])
    .describe('what was decided: approved, rejected, deferred, noted or delegated'),
  reasons: text.describe('why'),
  alternatives_rejected: text.optional().describe('what was weighed and not chosen'),
  conditions: text.optional().describe('what the decision is subject to'),
  authority: text.optional().describe('what gives the board the power to decide'),
  supersedes: reference('decision', 'the decision it replaces').optional(),
});

/** An action, as it is born in minutes. */
export const action = z.strictObject({
  item: itemNumber.describe('the agenda item it was agreed under'),
  owner: reference('role', 'the role that is to act'),
  due: date.describe('the day it is to be done by'),
  decision: reference('decision', 'the decision it carries out').optional(),
});

/** What became of an action, as a later meeting heard it. */
export const update = z.strictObject({
  status: z
    .enum(['open', 'done-claimed', 'verified-closed', 'superseded', 'not-pursued'])
    .describe('where the action stands: open, done-claimed, verified-closed, superseded or not-pursued'),
  extended_to: date.optional().describe('the new due date, where the board agreed to one'),
  evidence: text.optional().describe('what shows that it was done'),
});
