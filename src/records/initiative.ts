import { z } from 'zod';
import { marking, text, when } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';
import { tolerances } from './tolerances.ts';

const life = z.strictObject({
  baseline: when.optional().describe('as first agreed'),
  approved: when.optional().describe('as last approved'),
  forecast: when.optional().describe('as now expected'),
  actual: when.optional().describe('as it came about'),
});

/** A programme or project. */
export const initiative = recordKind({
  title: 'initiative',
  path: 'initiatives/<id>/index.md',
  schema: z.strictObject({
    name: text.describe('the name of the initiative'),
    level: z.enum(['programme', 'project']).describe('whether it is a programme or a project'),
    parent: reference('initiative', 'the programme it belongs to').optional(),
    strand: text.optional().describe('the strand of the strategy it delivers'),
    sro: reference('role', 'the senior responsible owner'),
    manager: reference('role', 'the programme or project manager').optional(),
    stage: text.optional().describe('the stage of its life cycle'),
    start: life.optional().describe('when it starts: baseline, approved, forecast, actual'),
    end: life.optional().describe('when it ends: baseline, approved, forecast, actual'),
    objectives: z.array(reference('objective', 'an objective it delivers')).default([]).describe('what it delivers'),
    aligned_to: z.array(reference('priority', 'a priority it serves')).default([]).describe('the priorities it serves'),
    tolerances: tolerances.optional().describe('how far its forecasts may move before it must escalate'),
    finance: z
      .strictObject({
        unit: text.describe('the unit of every figure of finance.csv, such as £m'),
        decimals: z.int().min(0).max(3).describe('the decimal places they are rounded to'),
        line: reference('finance-line', 'its line in a published finance table, as table/line').optional(),
      })
      .optional()
      .describe('what the figures of its finance.csv are, and where the published plan has them'),
    report_frequency: z.enum(['monthly', 'quarterly']).optional().describe('how often it reports'),
    marking: marking.optional().describe('its protective marking, where it differs from the organisation’s'),
  }),
  body: 'what the initiative is for',
});
