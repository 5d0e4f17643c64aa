import { z } from 'zod';
import { amount, date, text, when, year } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';
import { point } from './risks.ts';
import { ratingValues, scaleNames } from './scales.ts';

const rating = z.strictObject({
  value: z.enum(['green', 'amber', 'red']).describe('the rating: green, amber or red'),
  reason: text.optional().describe('why, where the rating is not what the figures give'),
  by: reference('role', 'the role that gave the reason').optional(),
  path_to_green: text.optional().describe('how and when it becomes green, where it is not'),
});

const confidence = z.enum(ratingValues);

/** How confident those who answer for it are that it will be delivered, on a declared scale. */
const deliveryConfidence = z.strictObject({
  scale: z.enum(scaleNames).describe('the scale the values are on: rag3, dca3 or dca5'),
  sro: confidence.describe('the senior responsible owner’s own'),
  independent: confidence.optional().describe('that of someone independent of the initiative'),
  review: text.optional().describe('the review the independent one comes from, with its date'),
});

/** What a milestone can have become. */
const milestoneStatus = z.enum(['not-started', 'on-track', 'at-risk', 'missed', 'delivered', 'cancelled']);

/**
 * A highlight report: one initiative, one cycle. Its composition follows PRINCE2 (2017), appendix A.11, Highlight Report.
 */
export const report = recordKind({
  title: 'highlight report',
  path: 'initiatives/<initiative>/reports/<cycle>.md',
  schema: z.strictObject({
    author: reference('role', 'the role that wrote it'),
    submitted: date.describe('the day it was handed in'),
    rag: z
      .strictObject({
        overall: rating.describe('the overall rating'),
        time: rating.optional().describe('the rating for time'),
        cost: rating.optional().describe('the rating for cost'),
        scope: rating.optional().describe('the rating for scope'),
        quality: rating.optional().describe('the rating for quality'),
        benefits: rating.optional().describe('the rating for benefits'),
        risk: rating.optional().describe('the rating for risk'),
        resource: rating.optional().describe('the rating for resource'),
      })
      .describe('the ratings, overall first'),
    delivery_confidence: deliveryConfidence.optional().describe('how confident its owners are of delivery'),
    finance: z
      .strictObject({
        variance_percent: amount
          .optional()
          .describe('the variance of the whole life as the author has it, in percent of the baseline'),
        narrative: text.optional().describe('why the forecast is away from the baseline; needed beyond 5%'),
      })
      .prefault({})
      .describe('what there is to say about money'),
    milestones: z
      .array(
        z.strictObject({
          id: reference('milestone', 'a milestone of the initiative'),
          status: milestoneStatus.describe('what has become of it'),
          forecast: when.optional().describe('when it is now expected'),
          actual: when.optional().describe('when it was delivered'),
          note: text.optional().describe('what there is to say about it'),
        }),
      )
      .default([])
      .describe('the milestones that moved since the last report'),
    risks: z
      .array(
        z.strictObject({
          id: reference('risk', 'a risk of the initiative'),
          probability: point.describe('how likely it is now, from 1 to 5'),
          impact: point.describe('how much it matters now, from 1 to 5'),
          note: text.optional().describe('what there is to say about it'),
        }),
      )
      .default([])
      .describe('the risks that moved since the last report'),
    benefits: z
      .array(
        z.strictObject({
          id: reference('benefit', 'a benefit of the initiative'),
          period: year.describe('the financial year the values are for'),
          forecast: amount.optional().describe('the value now expected'),
          actual: amount.optional().describe('the value measured'),
          note: text.optional().describe('what there is to say about it'),
        }),
      )
      .default([])
      .describe('the benefits that moved since the last report'),
    escalations: z
      .array(reference('escalation', 'an escalation of the initiative'))
      .default([])
      .describe('what was escalated since the last report'),
    asks: z
      .array(
        z.strictObject({
          type: z.enum(['decision', 'direction', 'advice', 'support']).describe('what is asked for'),
          text: text.describe('what is asked, in a sentence'),
        }),
      )
      .default([])
      .describe('what is asked of the board'),
  }),
  body: 'three sections: Summary, Achieved this period, Planned next period',
});

/** The rating of one dimension. */
export type Rating = z.output<typeof rating>;
