import { z } from 'zod';
import { text } from './fields.ts';

/** How far a forecast may move from what was agreed before the level above must be asked. */
export const tolerances = z.strictObject({
  time_days: z.int().min(0).optional().describe('days a milestone may be late'),
  cost_percent: z.number().min(0).optional().describe('percent the whole-life cost may be over its baseline'),
  benefits_percent: z.number().min(0).optional().describe('percent a benefit may fall short of its plan'),
  risk_score: z.int().min(1).max(25).optional().describe('the highest score a risk may have, probability times impact'),
  scope: text.optional().describe('what may be left out, in words'),
  quality: text.optional().describe('what may be accepted below the mark, in words'),
});

/** Tolerances as they are set. */
export type Tolerances = z.output<typeof tolerances>;
