import { find } from '../library/shelf.ts';
import { inWords } from '../registers/dates.ts';
import { clearDays, lastDayOfNotice } from '../registers/working-days.ts';
import { mayAgree, whoAgrees } from './chairs.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const meetingNotice: Rule = {
  id: 'meeting-notice',
  severity: 'error',
  asks: 'A meeting is called with the clear days of notice that its board needs, or its chair has agreed to less.',
  because: 'A decision of a meeting that was not properly called can be undone.',
  source: 'Local Government Act 1972, section 100B(3)',
  mend: 'Issue the agenda earlier, move the meeting, or record under "short_notice:" why it could not wait.',
  check: ({ library }, report) => {
    for (const meeting of Object.values(library.meetings)) {
      const { issued, status, short_notice } = meeting.data;
      const board = find(library.boards, meeting.parts.board);
      const day = meeting.parts.date ?? '';
      if (issued === undefined || board === undefined || status === 'planned' || status === 'cancelled') continue;
      if (issued >= day) {
        const message = `The agenda went out on ${inWords(issued)}, which is not before the meeting.`;
        report(fieldAt(meeting, 'issued'), message, 'Put the day right.');
        continue;
      }
      const calendar = find(library.calendars, board.data.calendar);
      // What a calendar does not cover cannot be counted; the rule on the days of calendars says so.
      if (calendar !== undefined && (issued < calendar.data.from || day > calendar.data.until)) continue;
      if (short_notice !== undefined) {
        if (mayAgree(library, board, short_notice.agreed_by)) continue;
        const message = `Short notice is for the chair of the board to agree to, and "${short_notice.agreed_by}" is not that.`;
        report(fieldAt(meeting, 'short_notice', 'agreed_by'), message, whoAgrees(library, board));
        continue;
      }
      const { count, holidays } = clearDays(library, board, issued, day);
      const { clear_days } = board.data.notice;
      if (count >= clear_days) continue;
      const left = holidays.map(({ date, title }) => `${inWords(date)} (${title})`).join(', ');
      const without = left === '' ? '' : `, without ${left}`;
      const message = `There ${count === 1 ? 'is' : 'are'} ${count} clear ${count === 1 ? 'day' : 'days'} between ${inWords(issued)} and the meeting${without}; the board needs ${clear_days}.`;
      const hint = `The last day for it was ${inWords(lastDayOfNotice(library, board, day))}; "short_notice:" records why less had to do.`;
      report(fieldAt(meeting, 'issued'), message, hint);
    }
  },
};
