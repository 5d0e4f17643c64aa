import { z } from 'zod';
import { text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';
import { ratingValues, scaleNames } from './scales.ts';

/** A set of initiatives reported on together. An initiative may be in several portfolios. */
export const portfolio = recordKind({
  title: 'portfolio',
  path: 'portfolios/<id>.md',
  schema: z.strictObject({
    name: text.describe('the name of the portfolio'),
    board: reference('board', 'the board it reports to'),
    members: z.array(reference('initiative', 'an initiative in the portfolio')).min(1).describe('its initiatives'),
    rag_scale: z.enum(scaleNames).describe('the scale its ratings are given on: rag3, dca3 or dca5'),
    scale_mappings: z
      .array(
        z.strictObject({
          from: z.enum(scaleNames).describe('the scale of the values that are mapped'),
          values: z
            .partialRecord(z.enum(ratingValues), z.enum(ratingValues))
            .describe('each value of that scale, and the value of the portfolio’s own scale it stands for'),
        }),
      )
      .default([])
      .describe('how ratings on another scale are read on the portfolio’s own; none is ever guessed'),
  }),
  body: 'what the portfolio is for',
});
