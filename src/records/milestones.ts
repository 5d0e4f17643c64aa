import { z } from 'zod';
import { id, text, when } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

const milestone = z.strictObject({
  id: id.describe('an id of its own in the whole repository'),
  title: text.describe('what will have been done'),
  tier: z.enum(['board', 'programme', 'project']).optional().describe('the lowest level that may agree to move it'),
  lead: reference('group', 'the business group that leads it'),
  joint_lead: reference('group', 'the group that leads it jointly with the lead').optional(),
  partners: z.array(reference('group', 'a partner')).default([]).describe('groups and bodies that support it'),
  baseline: z
    .strictObject({
      due: when.describe('the date or quarter it was agreed for'),
      version: z.int().min(1).default(1).describe('the version of the baseline, from 1'),
      change_request: reference('change-request', 'the change request that moved it to this version').optional(),
    })
    .describe('the agreed date; it moves only by an approved change request'),
  depends_on: z
    .array(reference('milestone', 'a milestone that must come first'))
    .default([])
    .describe('the milestones that must come first'),
  condition: z
    .strictObject({
      text: text.describe('the condition, as it was agreed'),
      resolved_by: reference('milestone', 'the milestone that settles it').optional(),
    })
    .optional()
    .describe('what it is subject to'),
  acceptance: text.optional().describe('the evidence that it has been delivered'),
  plan_section: text.optional().describe('the section of the published plan that sets it'),
});

/** The milestones of an initiative as they were agreed. What moved since is said in the highlight reports. */
export const milestones = recordKind({
  title: 'milestones',
  path: 'initiatives/<initiative>/milestones.yml',
  schema: z.array(milestone).min(1),
});

/** One milestone as agreed. */
export type Milestone = z.output<typeof milestone>;
