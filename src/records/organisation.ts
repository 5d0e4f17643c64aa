import { z } from 'zod';
import { date, id, marking, text } from './fields.ts';
import { recordKind } from './kind.ts';

const group = z.strictObject({
  id: id.describe('the id that milestones and roles name it by'),
  name: text.describe('its full name'),
  abbreviation: text.describe('the short form used in tables'),
  external: z.boolean().default(false).describe('whether it is outside the organisation'),
});

/** The organisation whose boards and portfolios the content is about, and what holds for all of its records. */
export const organisation = recordKind({
  title: 'organisation',
  path: 'organisation.yml',
  schema: z.strictObject({
    name: text.describe('the full name of the organisation'),
    short_name: text.describe('the name used in page headers'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a language tag, as in en-GB')
      .default('en-GB')
      .describe('the language of the content, as a BCP 47 tag'),
    as_at: date
      .optional()
      .describe(
        'the day the content speaks of, for content that is not of today; otherwise the date of the commit built',
      ),
    marking: marking.describe('the protective marking of everything that carries none of its own'),
    ceiling: z
      .enum(['OFFICIAL', 'OFFICIAL-SENSITIVE'])
      .default('OFFICIAL-SENSITIVE')
      .describe('the highest tier that may be published; a record above it stops the build'),
    notice: text.optional().describe('a sentence printed on every page and every pack, such as what is illustrative'),
    sources: z
      .array(z.strictObject({ id, title: text.describe('its title'), publisher: text.describe('who published it') }))
      .default([])
      .describe('the published documents that facts are taken from'),
    groups: z.array(group).describe('the business groups and partners that lead and support milestones'),
  }),
});
