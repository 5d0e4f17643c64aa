import { z } from 'zod';
import { id, text } from './fields.ts';
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
    }),
  ),
});
