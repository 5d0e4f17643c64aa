import { meetingList } from '../registers/meetings.ts';
import { meetingTimetable } from '../registers/timetable.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const minutesDue: Rule = {
  id: 'minutes-due',
  severity: 'warning',
  asks: 'A meeting that was held has minutes by the day its board has set for the draft.',
  because: 'What was agreed is forgotten in days, and those who are to act have nothing to act on.',
  mend: 'Begin them with "boardpack new minutes", or put the status of the meeting right.',
  check: ({ library, unread }, report) => {
    for (const view of meetingList(library)) {
      const { meeting, minutes, id } = view;
      const { status } = meeting.data;
      if ((status !== 'held' && status !== 'inquorate') || minutes !== undefined) continue;
      if (unread.has(`meetings/${id}/minutes.md`)) continue;
      const due = meetingTimetable(library, view).draftMinutes;
      if (due >= library.asAt) continue;
      const message = `This meeting has no minutes; the draft was due on ${due}.`;
      report(fieldAt(meeting, 'status'), message, `Begin them with "boardpack new minutes ${id}".`);
    }
  },
};
