import { z } from 'zod';
import { brand } from './brand.ts';
import { date, id, marking, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';
import { tolerances } from './tolerances.ts';

const group = z.strictObject({
  id: id.describe('the id that milestones and roles name it by'),
  name: text.describe('its full name'),
  abbreviation: text.describe('the short form used in tables'),
  external: z.boolean().default(false).describe('whether it is outside the organisation'),
});

const standard = z.strictObject({
  severities: z
    .record(z.string(), z.enum(['error', 'warning', 'note']))
    .default({})
    .describe('the severity of a rule, by its id, where it is not the standard’s own'),
  waivers: z
    .array(
      z.strictObject({
        rule: text.describe('the id of the rule that is waived'),
        file: text.describe('the file it is waived for, by its path in the content folder'),
        reason: text.describe('why'),
        by: reference('role', 'the role that waived it'),
        until: date.describe('the last day it is waived'),
      }),
    )
    .default([])
    .describe('faults that are known and accepted until a day'),
  history_from: z
    .string()
    .regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/-]*$/, 'a commit or a tag in quotes, as in "40ffcd3a91"')
    .optional()
    .describe(
      'the commit, or tag, that had everything in place: baselines and approved minutes are held against history from there on, and not against what was changed while the records were being prepared; all history counts where it is not given',
    ),
  word_caps: z
    .strictObject({
      summary: z.int().min(1).default(150).describe('words of a report’s summary'),
      achieved: z.int().min(1).default(200).describe('words of what was achieved'),
      planned: z.int().min(1).default(200).describe('words of what is planned'),
    })
    .prefault({})
    .describe('the most words a section of a highlight report may have'),
  tolerances: tolerances.default({}).describe('the tolerances of initiatives that set none of their own'),
});

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

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
    time_zone: z
      .string()
      .refine(isTimeZone, 'a time zone of the IANA database, as in Europe/London')
      .default('Europe/London')
      .describe('the time zone that the times of meetings are in'),
    site: z
      .url({ protocol: /^https?$/, error: 'the address of a site, as in https://boards.example.org' })
      .optional()
      .describe('the address the site is published at, for links in calendars and feeds'),
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
    paper: z.enum(['a4', 'letter']).default('a4').describe('the paper that packs are set for'),
    editions: z
      .array(z.enum(['large', 'booklet']))
      .default([])
      .describe('the editions of each pack that a build makes besides the standard one: large print, and a booklet'),
    brand: brand
      .optional()
      .describe('the logo and the colours of the organisation, where they are not those of the project'),
    notice: text.optional().describe('a sentence printed on every page and every pack, such as what is illustrative'),
    sources: z
      .array(z.strictObject({ id, title: text.describe('its title'), publisher: text.describe('who published it') }))
      .default([])
      .describe('the published documents that facts are taken from'),
    standard: standard.prefault({}).describe('how the reporting standard is applied here'),
    groups: z.array(group).describe('the business groups and partners that lead and support milestones'),
  }),
});
