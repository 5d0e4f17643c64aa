import { z } from 'zod';
import { marking, text, when } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

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
    start: when.optional().describe('when it started'),
    end: when.optional().describe('when it is to end'),
    finance_line: reference('finance-line', 'its line in a finance table, as table/line').optional(),
    report_frequency: z.enum(['monthly', 'quarterly']).optional().describe('how often it reports'),
    marking: marking.optional().describe('its protective marking, where it differs from the organisation’s'),
  }),
  body: 'what the initiative is for',
});
