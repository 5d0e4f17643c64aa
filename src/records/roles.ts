import { z } from 'zod';
import { date, id, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** The roles that own things. People come and go; a role stays, so records name roles. */
export const roles = recordKind({
  title: 'roles',
  path: 'roles.yml',
  schema: z.array(
    z.strictObject({
      id: id.describe('the id that records name the role by'),
      title: text.describe('the title of the role'),
      group: reference('group', 'the business group the role belongs to').optional(),
      vacant: z
        .strictObject({
          from: date.describe('the first day nobody held it'),
          until: date.optional().describe('the last day nobody held it; none while it is vacant'),
          covered_by: reference('role', 'the role that answers for it meanwhile').optional(),
        })
        .optional()
        .describe('since when nobody has held the role, and who answers for it'),
    }),
  ),
});
