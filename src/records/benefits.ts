import { z } from 'zod';
import { amount, date, id, text, year } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

const benefit = z.strictObject({
  id: id.describe('an id of its own in the whole repository'),
  title: text.describe('the benefit, in a few words'),
  class: z
    .enum(['cashable', 'non-cashable', 'quantifiable', 'qualitative', 'dis-benefit'])
    .describe('what kind of benefit it is'),
  measure: text.optional().describe('what is measured; needed unless the benefit is qualitative'),
  unit: text.optional().describe('the unit of the measure; needed unless the benefit is qualitative'),
  owner: reference('role', 'the role that answers for it'),
  realised_by: reference('role', 'the role in whose work it is realised').optional(),
  baseline: z
    .strictObject({
      value: amount.describe('the value before the change'),
      date: date.describe('the day it was measured'),
      source: text.describe('where it comes from'),
    })
    .optional()
    .describe('where it starts from; needed unless the benefit is qualitative'),
  target: z
    .strictObject({ value: amount.describe('the value aimed for'), date: date.describe('the day it is aimed for') })
    .optional()
    .describe('what it is to become; needed unless the benefit is qualitative'),
  path: z
    .array(
      z.strictObject({
        period: year.describe('the financial year, such as 2017-18'),
        planned: amount.describe('the value planned for that year'),
      }),
    )
    .default([])
    .describe('the value planned for each year; what came of it is said in the reports'),
  enablers: z.array(reference('milestone', 'a milestone it depends on')).default([]).describe('what makes it possible'),
  review: date.optional().describe('the day it is next measured'),
});

/** The benefits of an initiative. Composition: MSP (5th edition), benefit profile; Teal Book, chapter 18. */
export const benefits = recordKind({
  title: 'benefits',
  path: 'initiatives/<initiative>/benefits.yml',
  schema: z.array(benefit).min(1),
});

/** One benefit as planned. */
export type Benefit = z.output<typeof benefit>;
