import { z } from 'zod';
import { date, marking, purpose, quotedReference, text } from './fields.ts';
import { recordKind } from './kind.ts';
import { reference } from './reading/references.ts';

/** A paper before a meeting; its fields make its cover sheet. */
export const paper = recordKind({
  title: 'paper',
  path: 'meetings/<board>/<date>/<paper>.md',
  schema: z.strictObject({
    reference: quotedReference.describe('the reference it is quoted by, such as PIB-2017-07-03'),
    title: text.describe('the title of the paper'),
    author: reference('role', 'the role that wrote it'),
    sponsor: reference('role', 'the role that brings it to the board'),
    purpose: purpose.describe('why it is before the board: decision, discussion, information or assurance'),
    decision_sought: text.optional().describe('the decision sought, in words; needed when the purpose is decision'),
    recommendations: z.array(text).default([]).describe('what the board is recommended to do, one line each'),
    summary: text.describe('what the paper says, in a few sentences'),
    considered_before: z
      .array(
        z.strictObject({
          board: reference('board', 'the board that considered it'),
          date: date.describe('when it did'),
          outcome: text.describe('what came of it'),
        }),
      )
      .default([])
      .describe('the boards that have seen it before'),
    options: z.array(text).default([]).describe('the options weighed, doing nothing among them'),
    implications: z
      .strictObject({
        financial: text.optional().describe('what it means for money'),
        legal: text.optional().describe('what it means in law'),
        risk: text.optional().describe('what it means for risk'),
        equality: text.optional().describe('what it means for equality'),
        data_protection: text.optional().describe('what it means for data protection'),
        workforce: text.optional().describe('what it means for the workforce'),
      })
      .prefault({})
      .describe('what it means for money, law, risk, equality, data protection and workforce'),
    annexes: z
      .array(
        z.strictObject({
          file: text.describe('the file, in the folder of the meeting'),
          title: text.describe('what it is'),
        }),
      )
      .default([])
      .describe('the annexes, in order; the first is Annex 1'),
    background_papers: z.array(text).default([]).describe('the documents it relies on'),
    submitted: date.optional().describe('the day it was handed in'),
    late: z
      .strictObject({
        reason: text.describe('why it was late'),
        agreed_by: reference('role', 'the chair who agreed to take it'),
        agreed: date.describe('the day the chair agreed'),
      })
      .optional()
      .describe('needed where it was handed in after the day of submission'),
    sign_offs: z
      .array(
        z.strictObject({
          role: reference('role', 'the role that signed it off'),
          date: date.describe('when it did'),
          for: text.optional().describe('what for, such as finance or law'),
        }),
      )
      .default([])
      .describe('who has signed it off, and when'),
    marking: marking.optional().describe('its protective marking, where it differs from the organisation’s'),
  }),
  body: 'the paper itself',
});
