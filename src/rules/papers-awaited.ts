import { find } from '../library/shelf.ts';
import { daysBetween } from '../registers/dates.ts';
import { meetingView } from '../registers/meetings.ts';
import { meetingTimetable } from '../registers/timetable.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const papersAwaited: Rule = {
  id: 'papers-awaited',
  severity: 'warning',
  asks: 'A paper that an agenda names and that is not there yet is known by its owner and the day it is due.',
  because: 'A paper that nobody knows to be missing is missed in the meeting.',
  mend: 'Put the paper into the folder of the meeting under the name the agenda gives.',
  check: ({ library, unread }, report) => {
    for (const meeting of Object.values(library.meetings)) {
      const { status, items } = meeting.data;
      const view = meetingView(library, meeting.id);
      if (view === undefined || status === 'cancelled') continue;
      for (const [index, { number, paper, to_follow, lead }] of items.entries()) {
        if (paper === undefined || (status !== 'planned' && to_follow === undefined)) continue;
        const id = `${meeting.id}/${paper}`;
        if (find(library.papers, id) !== undefined || unread.has(`meetings/${id}.md`)) continue;
        const due = to_follow?.due ?? meetingTimetable(library, view).submission;
        const days = daysBetween(due, library.asAt);
        const late = days > 0 ? `, ${days} ${days === 1 ? 'day' : 'days'} ago` : '';
        const message = `The paper of item ${number} is not there yet; ${lead === undefined ? 'it' : `"${lead}" owes it, and it`} is due on ${due}${late}.`;
        report(fieldAt(meeting, 'items', index, 'paper'), message, `Put it at meetings/${id}.md.`);
      }
    }
  },
};
