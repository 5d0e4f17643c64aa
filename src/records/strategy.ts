import { z } from 'zod';
import { id, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

const source = text.optional().describe('the document it was published in');
const owner = reference('role', 'the role that answers for it').optional();

/** What the organisation wants to have come about. */
export const outcomes = recordKind({
  title: 'outcomes',
  path: 'strategy/outcomes.yml',
  schema: z.array(
    z.strictObject({
      id: id.describe('the id that objectives name it by'),
      title: text.describe('the outcome, in a few words'),
      owner,
      source,
    }),
  ),
});

/** What the organisation sets out to do, and for which outcome. */
export const objectives = recordKind({
  title: 'objectives',
  path: 'strategy/objectives.yml',
  schema: z.array(
    z.strictObject({
      id: id.describe('the id that initiatives and indicators name it by'),
      title: text.describe('the objective, in a few words'),
      parent: reference('outcome', 'the outcome it serves').optional(),
      owner,
      aligned_to: z
        .array(reference('priority', 'a priority it serves'))
        .default([])
        .describe('the priorities it serves'),
      source,
    }),
  ),
});

/** What those the organisation answers to have asked of it. */
export const priorities = recordKind({
  title: 'priorities',
  path: 'strategy/priorities.yml',
  schema: z.array(
    z.strictObject({
      id: id.describe('the id that objectives and initiatives name it by'),
      title: text.describe('the priority, in a few words'),
      owner,
      source,
    }),
  ),
});
