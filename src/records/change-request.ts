import { z } from 'zod';
import { amount, date, text, when, year } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** The states of a change request, and the states each may turn into. The log keeps every step with its date. */
export const changeStates = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['logged', 'returned', 'withdrawn'],
  logged: ['assessed', 'returned', 'withdrawn'],
  assessed: ['recommended', 'returned', 'withdrawn'],
  recommended: ['approved', 'approved-with-conditions', 'rejected', 'deferred', 'returned', 'escalated', 'withdrawn'],
  escalated: ['approved', 'approved-with-conditions', 'rejected', 'deferred', 'returned', 'withdrawn'],
  deferred: ['recommended', 'approved', 'approved-with-conditions', 'rejected', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  approved: ['implemented'],
  'approved-with-conditions': ['implemented'],
  rejected: ['closed'],
  withdrawn: ['closed'],
  implemented: ['verified'],
  verified: ['closed'],
  closed: [],
} as const satisfies Record<string, readonly string[]>;

/** A state of a change request. */
export type ChangeState = keyof typeof changeStates;

/** Names of the states, in the order they are usually gone through. */
const changeStateNames = Object.keys(changeStates) as [ChangeState, ...ChangeState[]];

/**
 * A request to change what was agreed.
 * Composition: PRINCE2 (2017), appendix A.13, Issue Report, for a request for change.
 */
export const changeRequest = recordKind({
  title: 'change request',
  path: 'change-requests/<id>.md',
  schema: z.strictObject({
    title: text.describe('the change, in a few words'),
    initiative: reference('initiative', 'the initiative whose baseline it changes'),
    raised_by: reference('role', 'the role that asks for it'),
    type: z
      .array(z.enum(['scope', 'time', 'cost', 'quality', 'benefit', 'resource']))
      .min(1)
      .describe('what it changes: scope, time, cost, quality, benefit, resource'),
    reason: text.describe('why it is asked for'),
    options: z.array(text).min(1).describe('what was weighed, doing nothing among them'),
    impact: z
      .strictObject({
        time_days: z.int().describe('days by which the end moves; negative when it comes sooner'),
        cost: z
          .array(
            z.strictObject({
              year: year.describe('the financial year'),
              amount: amount.describe('the change in cost, in the unit of the initiative’s finance'),
            }),
          )
          .describe('the change in cost by year; an empty list for none'),
        scope: text.describe('what it means for scope'),
        quality: text.describe('what it means for quality'),
        benefits: text.describe('what it means for benefits'),
        risk: text.describe('what it means for risk'),
        resource: text.describe('what it means for people and equipment'),
        dependencies: text.describe('what it means for other initiatives'),
        baselines: z
          .array(
            z.strictObject({
              milestone: reference('milestone', 'the milestone whose baseline moves'),
              from: when.describe('the date or quarter agreed before'),
              to: when.describe('the date or quarter asked for'),
            }),
          )
          .describe('the baselines it moves; an empty list for none'),
      })
      .describe('what it means for each part of the plan'),
    urgency: z.enum(['routine', 'urgent', 'emergency']).default('routine').describe('how soon it must be decided'),
    recommendation: text.optional().describe('what the portfolio office recommends; needed once recommended'),
    history: z
      .array(
        z.strictObject({
          state: z.enum(changeStateNames).describe('the state it came into'),
          date: date.describe('the day it did'),
          by: reference('role', 'the role that moved it').optional(),
          until: date.optional().describe('the day it comes back, where it was deferred'),
        }),
      )
      .min(1)
      .describe('every state it came into, with its date, in order; the last is where it stands'),
    decision: reference('decision', 'the decision of the board, by its reference').optional(),
    conditions: z.array(text).default([]).describe('what the approval is subject to'),
  }),
  body: 'the change in full',
});
