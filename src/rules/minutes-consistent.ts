import { find } from '../library/shelf.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const minutesConsistent: Rule = {
  id: 'minutes-consistent',
  severity: 'error',
  asks: 'Minutes record each person once, say when they were approved, and record decisions and actions under items of the agenda.',
  because: 'Minutes are evidence; minutes that contradict themselves are evidence of nothing.',
  mend: 'Keep what is true, and correct the other.',
  check: ({ library, records }, report) => {
    for (const minutes of Object.values(library.minutes)) {
      const { present, apologies, in_attendance, status, approved_at } = minutes.data;
      for (const [index, role] of apologies.entries()) {
        if (!present.includes(role)) continue;
        const message = `"${role}" is recorded both as present and as having sent apologies.`;
        report(fieldAt(minutes, 'apologies', index), message, 'Keep the one that is true.');
      }
      for (const [index, role] of in_attendance.entries()) {
        if (!present.includes(role)) continue;
        const message = `"${role}" is recorded both as present and as in attendance.`;
        report(fieldAt(minutes, 'in_attendance', index), message, 'A member is present; anyone else attends.');
      }
      if (status === 'approved' && approved_at === undefined) {
        const hint = 'Add "approved_at:" with the date of the meeting that approved them.';
        report(fieldAt(minutes, 'status'), 'These minutes are approved, but do not say when.', hint);
      }
    }
    for (const block of [...records.decisions, ...records.actions]) {
      const items = find(library.meetings, block.meeting)?.data.items.map((item) => item.number);
      if (items === undefined || items.includes(block.data.item)) continue;
      const message = `The agenda of this meeting has no item ${block.data.item}.`;
      report(fieldAt(block, 'item'), message, `Its items are ${items.join(', ')}.`);
    }
    for (const update of library.updates) {
      const action = find(library.actions, update.reference);
      if (action === undefined || dateOf(action.meeting) < dateOf(update.meeting)) continue;
      const message = `Action ${update.reference} was agreed on ${dateOf(action.meeting)}, so it cannot be reported on here.`;
      report(update, message, 'Update an action of an earlier meeting.');
    }
  },
};

function dateOf(meeting: string): string {
  return meeting.split('/')[1] ?? '';
}
