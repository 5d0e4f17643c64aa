import { z } from 'zod';
import { date, id, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

const issue = z.strictObject({
  id: id.describe('an id of its own in the whole repository'),
  type: z
    .enum(['request-for-change', 'off-specification', 'problem'])
    .describe('what kind of issue it is: request-for-change, off-specification or problem'),
  description: text.describe('what has happened'),
  impact: text.optional().describe('what it means for the objectives'),
  priority: z.enum(['high', 'medium', 'low']).optional().describe('how soon it must be dealt with'),
  severity: z
    .enum(['project', 'programme', 'portfolio'])
    .optional()
    .describe('the level of management it needs: project, programme or portfolio'),
  owner: reference('role', 'the role that sees it resolved'),
  raised: date.describe('the day it was raised'),
  recommendation: text.optional().describe('what is recommended'),
  decision: reference('decision', 'the decision taken on it').optional(),
  closed: date.optional().describe('the day it was closed'),
  from_risk: reference('risk', 'the risk that became this issue').optional(),
});

/** The issues of an initiative. Composition: PRINCE2 (2017), appendix A.12, Issue Register. */
export const issues = recordKind({
  title: 'issues',
  path: 'initiatives/<initiative>/issues.yml',
  schema: z.array(issue).min(1),
});

/** One issue. */
export type Issue = z.output<typeof issue>;
