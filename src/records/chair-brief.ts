import { z } from 'zod';
import { text } from './fields.ts';
import { itemNumber } from './item-number.ts';
import { recordKind } from './kind.ts';

/** What the chair alone reads before a meeting. It never goes into the pack of the members, nor onto the site. */
export const chairBrief = recordKind({
  title: 'brief for the chair',
  path: 'meetings/<board>/<date>/chair-brief.md',
  schema: z.strictObject({
    items: z
      .array(
        z.strictObject({
          item: itemNumber.describe('the agenda item'),
          handling: text.describe('how to take it: whom to call, what to settle, what to leave'),
        }),
      )
      .default([])
      .describe('a handling line for each item'),
  }),
  body: 'what else the chair should know',
});
