import { z } from 'zod';
import { amount, date, figure, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** An indicator: what is measured, exactly, and what it is to become. Its definition is frozen. */
export const indicator = recordKind({
  title: 'indicator',
  path: 'indicators/<id>.md',
  schema: z.strictObject({
    name: text.describe('the name of the indicator'),
    definition: text.describe('what is counted, exactly; a change needs a dated note'),
    definition_changes: z
      .array(
        z.strictObject({
          date: date.describe('the day from which values follow the new definition'),
          note: text.describe('what changed, and whether earlier values still compare'),
        }),
      )
      .default([])
      .describe('every change of the definition, with its date'),
    unit: text.describe('the unit of its values, such as %'),
    decimals: z.int().min(0).max(3).default(0).describe('the decimal places its values are given to'),
    direction: z.enum(['up', 'down']).describe('whether a higher or a lower value is better'),
    baseline: z
      .strictObject({ value: amount.describe('the value'), date: date.describe('the day it is of') })
      .optional()
      .describe('where it started from'),
    target: z
      .strictObject({ value: amount.describe('the value'), date: date.describe('the day it is to be reached') })
      .optional()
      .describe('what it is to become; none for an indicator that is watched only'),
    owner: reference('role', 'the role that answers for it'),
    source: text.describe('where its values come from'),
    objectives: z.array(reference('objective', 'an objective it measures')).default([]).describe('what it measures'),
  }),
  body: 'what is known about it',
});

/** The values of an indicator: `indicators/<id>.csv`, beside its definition. */
export const series = recordKind({
  title: 'indicator values',
  path: 'indicators/<id>.csv',
  schema: z.array(
    z.strictObject({
      date: date.describe('the day the value is of'),
      area: text.optional().describe('the area it is of; none for the whole'),
      value: figure.describe('the value, in the unit of the indicator'),
    }),
  ),
});
