import { z } from 'zod';
import { date, quotedReference, text, time } from './fields.ts';
import { itemNumber } from './item-number.ts';
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
    in_part: z
      .array(
        z.strictObject({
          role: reference('role', 'who was not there for all of it'),
          from: itemNumber.optional().describe('the first item they were there for; the first of all where not said'),
          to: itemNumber.optional().describe('the last item they were there for; the last of all where not said'),
        }),
      )
      .default([])
      .describe('those present or in attendance for some of the items only'),
    carried_forward: z
      .array(quotedReference)
      .default([])
      .describe('the actions that are open when the meeting ends, by reference: what the registers are proved against'),
    summaries: z
      .array(
        z.strictObject({
          item: itemNumber.describe('the agenda item that was taken in private'),
          summary: text.describe('what the public may read of it'),
        }),
      )
      .default([])
      .describe('what the public minutes say of each item that was taken in private, in place of its minutes'),
    approved_at: date.optional().describe('the date of the meeting that approved them; needed once approved'),
  }),
  body: 'the minutes, in numbered paragraphs, one heading for each item',
});

/** A decision, as it stands in minutes. */
export const decision = z.strictObject({
  item: itemNumber.describe('the agenda item it was taken under'),
  outcome: z
    .enum(['approved', 'rejected', 'deferred', 'noted', 'delegated', 'withdrawn'])
    .describe('what was decided: approved, rejected, deferred, noted, delegated, or withdrawn before it could be'),
  reasons: text.describe('why'),
  alternatives_rejected: text.optional().describe('what was weighed and not chosen'),
  conditions: text.optional().describe('what the decision is subject to'),
  dissent: z
    .array(
      z.strictObject({
        role: reference('role', 'the member who dissented'),
        reason: text.optional().describe('why, where it was asked to be minuted'),
      }),
    )
    .default([])
    .describe('the members who did not agree and asked for that to be minuted'),
  change_request: reference('change-request', 'the change request it settles').optional(),
  authority: text.optional().describe('what gives the board the power to decide'),
  no_action: text.optional().describe('why nobody has anything to do because of it, where no action carries it out'),
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
  superseded_by: reference('action', 'the action that takes its place').optional(),
  evidence: text.optional().describe('what shows that it was done'),
});

/** An interest that was declared at a meeting, and how it was handled. */
export const interest = z.strictObject({
  role: reference('role', 'the role that declared it'),
  item: itemNumber.describe('the agenda item it bears on'),
  nature: text.describe('what the interest is'),
  handling: z
    .enum(['stay', 'speak-not-vote', 'leave', 'paper-withheld'])
    .describe('what was done: stay, speak-not-vote, leave or paper-withheld'),
  left: time.optional().describe('when they left, such as "10:15"'),
  returned: time.optional().describe('when they came back'),
  chair: reference('role', 'who took the chair meanwhile, where it was the chair who left').optional(),
});

/** The approval of the minutes of an earlier meeting, with the fingerprint of the text that was approved. */
export const approval = z.strictObject({
  item: itemNumber.describe('the agenda item it was approved under'),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'the 16 digits that "boardpack check" gives, in quotes')
    .optional()
    .describe('the fingerprint of the minutes as approved, which "boardpack check" gives'),
});

/** A correction to the minutes of an earlier meeting, as an exact edit of their text. */
export const correction = z.strictObject({
  item: itemNumber.describe('the agenda item it was agreed under'),
  minute: z
    .string()
    .regex(/^\d+\.\d+$/, 'the number of a paragraph in quotes, as in "49.2"')
    .describe('the numbered paragraph that is corrected, in quotes, such as "49.2"'),
  replace: text.describe('the words that stood there'),
  with: text.describe('the words that stand there now'),
});
