import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import { isOpenStatus } from '../registers/actions.ts';
import { boardOf, dayOf } from './minutes-parts.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

type Update = BlockEntry<'update'>;

export const actionsStates: Rule = {
  id: 'actions-states',
  severity: 'error',
  asks: 'An action is due after it was raised, is heard of once at a meeting of its own board, and once closed, with evidence, stays closed.',
  because: 'An action that is closed and comes back, or whose day moves backwards, can be followed by nobody.',
  mend: 'Put the update right, or raise a new action where there is something more to do.',
  check: ({ library }, report) => {
    for (const action of Object.values(library.actions)) {
      const raised = dayOf(action.meeting);
      if (action.data.due >= raised) continue;
      const message = `Action ${action.reference} is due on ${action.data.due}, before the meeting of ${raised} that raised it.`;
      report(fieldAt(action, 'due'), message, 'Give a day that is still to come.');
    }
    const heard = Map.groupBy(library.updates, ({ reference }) => reference);
    for (const [reference, updates] of heard) {
      const action = find(library.actions, reference);
      // What no minutes raise is for the conservation of actions.
      if (action !== undefined) checkUpdates(library, action, updates, report);
    }
  },
};

function checkUpdates(
  library: Library,
  action: BlockEntry<'action'>,
  updates: readonly Update[],
  report: Report,
): void {
  const { reference, meeting } = action;
  let due = action.data.due;
  let closed: Update | undefined;
  let before: Update | undefined;
  for (const update of updates) {
    const day = dayOf(update.meeting);
    if (boardOf(update.meeting) !== boardOf(meeting)) {
      const name = find(library.boards, boardOf(meeting))?.data.name ?? boardOf(meeting);
      const message = `Action ${reference} was raised by the ${name}, so only its minutes say what became of it.`;
      report(update, message, 'Write the update there, or say it in words here.');
      continue;
    }
    if (day <= dayOf(meeting)) {
      const message = `Action ${reference} was agreed on ${dayOf(meeting)}, so it cannot be reported on here.`;
      report(update, message, 'Update an action of an earlier meeting.');
      continue;
    }
    if (before?.meeting === update.meeting) {
      const message = `Action ${reference} is reported on already, at line ${before.line}.`;
      report(update, message, 'Write one update that says all of it.');
    } else if (closed !== undefined) {
      const isOpen = isOpenStatus(update.data.status);
      const message = `Action ${reference} is ${isOpen ? 'reopened' : 'closed twice'}: it was ${words[closed.data.status]} on ${dayOf(closed.meeting)}, at ${closed.file}:${closed.line}.`;
      const hint = isOpen ? 'Raise a new action for what is still to be done.' : 'Take one of the two out.';
      report(fieldAt(update, 'status'), message, hint);
    }
    checkFields(library, update, due, report);
    due = update.data.extended_to ?? due;
    if (!isOpenStatus(update.data.status)) closed ??= update;
    before = update;
  }
}

const words: Record<Update['data']['status'], string> = {
  open: 'open',
  'done-claimed': 'claimed as done',
  'verified-closed': 'closed',
  superseded: 'superseded',
  'not-pursued': 'given up',
};

function checkFields(library: Library, update: Update, due: string, report: Report): void {
  const { status, evidence, extended_to, superseded_by } = update.data;
  if (status === 'verified-closed' && evidence === undefined) {
    const message = `Action ${update.reference} is closed, and nothing says what shows that it was done.`;
    report(fieldAt(update, 'status'), message, 'Add "evidence:", or write "status: done-claimed" until there is some.');
  }
  if (extended_to !== undefined && extended_to <= due) {
    const message = `Action ${update.reference} is extended to ${extended_to}, but is due on ${due} as it is.`;
    report(fieldAt(update, 'extended_to'), message, 'Give a later day, or take it out.');
  }
  if (superseded_by === undefined) return;
  const at = fieldAt(update, 'superseded_by');
  const other = find(library.actions, superseded_by);
  if (status !== 'superseded') {
    report(
      at,
      `"superseded_by:" is given, but the status is ${status}.`,
      'Write "status: superseded", or take it out.',
    );
  } else if (superseded_by === update.reference) {
    report(at, `Action ${superseded_by} cannot take its own place.`, 'Name the action that does.');
  } else if (other !== undefined && dayOf(other.meeting) > dayOf(update.meeting)) {
    const message = `Action ${superseded_by} was raised only on ${dayOf(other.meeting)}, so nobody could name it on ${dayOf(update.meeting)}.`;
    report(at, message, 'Name an action raised by then, or leave it out.');
  }
}
