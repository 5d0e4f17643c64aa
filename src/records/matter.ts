import { z } from 'zod';
import { date, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** A matter on its way through the boards: an entry of the forward plan. The agendas say when each board has it. */
export const matter = recordKind({
  title: 'matter',
  path: 'matters/<id>.md',
  schema: z.strictObject({
    title: text.describe('the title of the matter'),
    lead: reference('role', 'the role that brings it'),
    initiative: reference('initiative', 'the initiative it comes from').optional(),
    change_request: reference('change-request', 'the change request it carries').optional(),
    raised: date.describe('the day it was entered in the forward plan'),
    asks: text.describe('what is to be decided in the end'),
    route: z
      .array(reference('board', 'a board it goes to'))
      .min(1)
      .describe('the boards it goes to, in order, each one above the last'),
    closed: z
      .strictObject({ date: date.describe('the day'), reason: text.describe('why it goes no further') })
      .optional()
      .describe('where it was taken off the plan before the end of its route'),
  }),
  body: 'what it is about',
});
