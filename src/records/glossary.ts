import { z } from 'zod';
import { text } from './fields.ts';
import { recordKind } from './kind.ts';

/** The terms and acronyms of the organisation. */
export const glossary = recordKind({
  title: 'glossary',
  path: 'glossary.yml',
  schema: z.array(
    z.strictObject({
      term: text.describe('the term or acronym as it is written in reports'),
      expansion: text.optional().describe('what the letters stand for'),
      meaning: text.optional().describe('what it means, in a sentence or two'),
    }),
  ),
});
