import { z } from 'zod';
import { actionLog } from '../registers/actions.ts';
import { decisionRegister } from '../registers/decisions.ts';
import { dataTable, flag, maybeWords, number, words } from './table.ts';

/** The action log. */
export const actions = dataTable({
  name: 'actions',
  title: 'Actions',
  row: z.strictObject({
    reference: words('the reference of the action'),
    meeting: words('the meeting that agreed it'),
    text: words('what is to be done, as Markdown'),
    owner: words('the role that is to act'),
    raised: words('the day it was agreed'),
    due: words('the day it is due, as last extended'),
    first_due: maybeWords('the day it was first due, where that was extended'),
    status: words('where it stands'),
    open: flag('whether it is open'),
    days_overdue: number('days past the day it is due'),
  }),
  rows: (library) =>
    actionLog(library).map((row) => ({
      reference: row.action.reference,
      meeting: row.action.meeting,
      text: row.action.text,
      owner: row.action.data.owner,
      raised: row.raised,
      due: row.due,
      first_due: row.firstDue,
      status: row.status,
      open: row.isOpen,
      days_overdue: row.daysOverdue,
    })),
});

/** The decision register. */
export const decisions = dataTable({
  name: 'decisions',
  title: 'Decisions',
  row: z.strictObject({
    reference: words('the reference of the decision'),
    meeting: words('the meeting that took it'),
    item: words('the agenda item it was taken under'),
    date: words('the day it was taken'),
    outcome: words('what was decided'),
    text: words('the decision in words, as Markdown'),
    reasons: words('why'),
    draft: flag('whether the minutes it stands in are a draft'),
  }),
  rows: (library) =>
    decisionRegister(library).map(({ decision, date, isDraft }) => ({
      reference: decision.reference,
      meeting: decision.meeting,
      item: decision.data.item,
      date,
      outcome: decision.data.outcome,
      text: decision.text,
      reasons: decision.data.reasons,
      draft: isDraft,
    })),
});
