import { z } from 'zod';
import { date, id, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** A point of a five-point scale, 5 the most. */
export const point = z.int().min(1).max(5);

const assessment = z.strictObject({
  probability: point.describe('how likely it is, from 1 to 5'),
  impact: point.describe('how much it matters, from 1 to 5'),
});

/** The responses to a threat, then those to an opportunity. Source: PRINCE2 (2017), Risk theme, risk responses. */
export const riskResponses = {
  threat: ['avoid', 'reduce', 'fallback', 'transfer', 'accept', 'share'],
  opportunity: ['enhance', 'exploit', 'reject', 'share'],
} as const;

const risk = z.strictObject({
  id: id.describe('an id of its own in the whole repository'),
  type: z.enum(['threat', 'opportunity']).default('threat').describe('whether it is a threat or an opportunity'),
  cause: text.describe('what may bring it about'),
  event: text.describe('what may happen'),
  effect: text.describe('what would follow for the objectives'),
  category: text.optional().describe('what kind of risk it is'),
  owner: reference('role', 'the one role that owns it'),
  raised: date.describe('the day it was put on the register'),
  inherent: assessment.describe('how it stands before anything is done about it'),
  residual: assessment.describe('how it stood when the response was agreed; reports say what moved since'),
  proximity: z
    .enum(['imminent', 'within-stage', 'within-project', 'beyond'])
    .describe('how soon it may happen: imminent, within-stage, within-project or beyond'),
  response: z
    .enum(['avoid', 'reduce', 'fallback', 'transfer', 'accept', 'share', 'enhance', 'exploit', 'reject'])
    .describe('what is done about it, in one word'),
  actions: z.array(text).default([]).describe('what is being done, one line each'),
  review: date.describe('the day it is next looked at'),
  escalated_to: reference('board', 'the board it has been taken to').optional(),
  closed: date.optional().describe('the day it was closed'),
});

/** The risks of an initiative. Composition: PRINCE2 (2017), appendix A.25, Risk Register. */
export const risks = recordKind({
  title: 'risks',
  path: 'initiatives/<initiative>/risks.yml',
  schema: z.array(risk).min(1),
});

/** One risk as it was registered. */
export type Risk = z.output<typeof risk>;
