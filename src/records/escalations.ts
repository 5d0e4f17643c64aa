import { z } from 'zod';
import { date, id, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** What a tolerance can be set on. Source: PRINCE2 (2017), the six aspects of performance. */
const toleranceAspects = ['time', 'cost', 'scope', 'quality', 'benefits', 'risk'] as const;

/** The levels that manage, the nearest to the work first. */
export const levels = ['project', 'programme', 'portfolio', 'board'] as const;

const escalation = z.strictObject({
  id: id.describe('an id of its own in the whole repository'),
  from: z.enum(levels).describe('the level that escalates'),
  to: z.enum(levels).describe('the level that is asked'),
  board: reference('board', 'the board that is asked').optional(),
  trigger: z.enum(toleranceAspects).describe('the aspect whose tolerance is forecast to be exceeded'),
  cause: text.describe('what is forecast, and why'),
  raised: date.describe('the day it was escalated'),
  decision_asked: text.describe('the decision asked for, in words'),
  answered: date.optional().describe('the day it was answered'),
  answer: text.optional().describe('the answer'),
  decision: reference('decision', 'the decision that answered it').optional(),
});

/** What an initiative has taken to the level above. Composition: PRINCE2 (2017), appendix A.10, Exception Report. */
export const escalations = recordKind({
  title: 'escalations',
  path: 'initiatives/<initiative>/escalations.yml',
  schema: z.array(escalation).min(1),
});

/** One escalation. */
export type Escalation = z.output<typeof escalation>;

/** An aspect of performance that a tolerance can be set on. */
export type ToleranceAspect = (typeof toleranceAspects)[number];
