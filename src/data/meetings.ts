import { z } from 'zod';
import { actionTally } from '../registers/action-tally.ts';
import { actionLog } from '../registers/actions.ts';
import { auditTrail } from '../registers/audit.ts';
import { decisionRegister, paperFingerprint } from '../registers/decisions.ts';
import { forwardPlan } from '../registers/forward-plan.ts';
import { meetingList } from '../registers/meetings.ts';
import { meetingTimetable } from '../registers/timetable.ts';
import { dataTable, flag, id, maybeWords, number, words } from './table.ts';

/** The meetings of all boards with what is due for each. */
export const meetings = dataTable({
  name: 'meetings',
  title: 'Meetings',
  row: z.strictObject({
    id,
    board: words('the id of the board'),
    date: words('the day it is held'),
    start: words('when it begins, in local time'),
    end: words('when it ends, in local time'),
    place: words('where it is held'),
    status: words('what has become of it'),
    items: number('how many items are on its agenda'),
    minutes_planned: number('the minutes its items are given together'),
    papers_due: words('the day its papers are due'),
    pack_due: words('the day its pack is due to go out'),
    issued: maybeWords('the day its agenda went out'),
    minutes: maybeWords('whether its minutes are a draft or approved; nothing where there are none'),
  }),
  rows: (library) =>
    meetingList(library).map((view) => {
      const { start, end, place, status, issued } = view.meeting.data;
      const { submission, dispatch } = meetingTimetable(library, view);
      return {
        id: view.id,
        board: view.board.id,
        date: view.date,
        start,
        end,
        place,
        status,
        items: view.items.length,
        minutes_planned: view.minutesPlanned,
        papers_due: submission,
        pack_due: dispatch,
        issued: issued ?? null,
        minutes: view.minutes?.data.status ?? null,
      };
    }),
});

/** The forward plan, a row for each board on the route of a matter. */
export const matters = dataTable({
  name: 'forward-plan',
  title: 'Forward plan',
  row: z.strictObject({
    matter: words('the id of the matter'),
    title: words('its title'),
    asks: words('what is asked'),
    lead: words('the role that leads it'),
    raised: words('the day it was entered'),
    open: flag('whether it is still on its way'),
    step: number('which board on its way this is, from 1'),
    board: words('the id of the board'),
    state: words('whether the board has dealt with it, has it on an agenda, or has no day for it'),
    meetings: words('the days on which the board has or had it, separated by spaces'),
  }),
  rows: (library) =>
    forwardPlan(library, library.asAt).flatMap(({ matter, isOpen, steps }) =>
      steps.map(({ board, state, visits }, index) => ({
        matter: matter.id,
        title: matter.data.title,
        asks: matter.data.asks,
        lead: matter.data.lead,
        raised: matter.data.raised,
        open: isOpen,
        step: index + 1,
        board: board.id,
        state,
        meetings: visits.map(({ meeting }) => meeting.date).join(' '),
      })),
    ),
});

/** The actions of each board, counted at each of its meetings. */
export const tally = dataTable({
  name: 'action-tally',
  title: 'Actions from meeting to meeting',
  row: z.strictObject({
    meeting: words('the meeting'),
    brought_forward: number('actions open when it began'),
    raised: number('actions it agreed'),
    closed: number('actions it closed'),
    superseded: number('actions it replaced by others'),
    not_pursued: number('actions it gave up'),
    carried_forward: number('actions open when it ended'),
  }),
  rows: (library) =>
    [...actionTally(library, library.asAt).values()].flat().map((row) => ({
      meeting: row.minutes.id,
      brought_forward: row.broughtForward.length,
      raised: row.raised.length,
      closed: row.closed.length,
      superseded: row.superseded.length,
      not_pursued: row.notPursued.length,
      carried_forward: row.carriedForward.length,
    })),
});

/** Decisions followed to what carries them out. */
export const audit = dataTable({
  name: 'audit',
  title: 'Decisions followed through',
  row: z.strictObject({
    decision: words('the reference of the decision'),
    date: words('the day it was taken'),
    following: words('what has followed from it'),
    actions: words('the references of its actions, separated by spaces'),
    days: number('days from the decision to the end of its last action, or until the day of these data'),
  }),
  rows: (library) =>
    auditTrail(library, library.asAt).map(({ decision, actions: own, following, days }) => ({
      decision: decision.decision.reference,
      date: decision.date,
      following,
      actions: own.map(({ action }) => action.reference).join(' '),
      days,
    })),
});

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
    alternatives_rejected: maybeWords('what else was weighed and turned down'),
    conditions: maybeWords('on what conditions'),
    authority: maybeWords('by what authority'),
    dissent: words('the roles that did not agree, separated by spaces'),
    paper: maybeWords('the reference of the paper that was before the board'),
    paper_sha256: maybeWords('the SHA-256 of the fields and the text of that paper'),
    actions: words('the references of the actions that carry it out, separated by spaces'),
    change_requests: words('the ids of the change requests that it settles, separated by spaces'),
    supersedes: maybeWords('the decision that it replaces'),
    superseded_by: maybeWords('the decision that replaces it'),
    draft: flag('whether the minutes it stands in are a draft'),
  }),
  rows: (library) =>
    decisionRegister(library).map(({ decision, date, isDraft, paper, actions: own, changeRequests, supersededBy }) => ({
      reference: decision.reference,
      meeting: decision.meeting,
      item: decision.data.item,
      date,
      outcome: decision.data.outcome,
      text: decision.text,
      reasons: decision.data.reasons,
      alternatives_rejected: decision.data.alternatives_rejected ?? null,
      conditions: decision.data.conditions ?? null,
      authority: decision.data.authority ?? null,
      dissent: decision.data.dissent.map(({ role }) => role).join(' '),
      paper: paper?.data.reference ?? null,
      paper_sha256: paper === undefined ? null : paperFingerprint(paper),
      actions: own.join(' '),
      change_requests: changeRequests.join(' '),
      supersedes: decision.data.supersedes ?? null,
      superseded_by: supersededBy,
      draft: isDraft,
    })),
});
