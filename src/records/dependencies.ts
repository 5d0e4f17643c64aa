import { z } from 'zod';
import { id, text, when } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

const dependency = z.strictObject({
  id: id.describe('an id of its own in the whole repository'),
  direction: z.enum(['give', 'get']).describe('whether this initiative gives it or gets it'),
  counterpart: reference('initiative', 'the initiative on the other side').optional(),
  partner: reference('group', 'the group or partner on the other side, where it is no initiative').optional(),
  what: text.describe('what is given or got'),
  need_by: when.describe('when it is needed'),
  milestone: reference('milestone', 'the milestone that delivers it').optional(),
  agreed: z.boolean().describe('whether both sides have agreed it'),
  status: z.enum(['on-track', 'at-risk', 'missed', 'met']).describe('where it stands'),
});

/** What an initiative gives to others and gets from them. */
export const dependencies = recordKind({
  title: 'dependencies',
  path: 'initiatives/<initiative>/dependencies.yml',
  schema: z.array(dependency).min(1),
});

/** One dependency. */
export type Dependency = z.output<typeof dependency>;
