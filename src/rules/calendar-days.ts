import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { inWords } from '../registers/dates.ts';
import { type MeetingView, meetingsByBoard } from '../registers/meetings.ts';
import { meetingTimetable } from '../registers/timetable.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const calendarDays: Rule = {
  id: 'calendar-days',
  severity: 'error',
  asks: 'A calendar covers all days that meetings count by it, and names each bank holiday within them once, in order.',
  because: 'A holiday that a calendar does not know is counted as a day of notice.',
  mend: 'Add the bank holidays of the years that are missing, and put "from:" and "until:" right.',
  check: ({ library }, report) => {
    const meetings = Map.groupBy(Object.values(library.boards), ({ data }) => data.calendar);
    for (const calendar of Object.values(library.calendars)) {
      const { from, until } = calendar.data;
      if (until < from) {
        const message = `This calendar ends on ${inWords(until)}, before it begins on ${inWords(from)}.`;
        report(fieldAt(calendar, 'until'), message, 'Put one of the two days right.');
        continue;
      }
      checkHolidays(calendar, report);
      const views = (meetings.get(calendar.id) ?? []).flatMap(({ id }) => meetingsByBoard(library).get(id) ?? []);
      checkMeetings(library, calendar, views, report);
    }
  },
};

function checkHolidays(calendar: Entry<'calendar'>, report: Report): void {
  const { from, until, holidays } = calendar.data;
  const seen = new Set<string>();
  let last = '';
  for (const [index, { date, title }] of holidays.entries()) {
    const at = fieldAt(calendar, 'holidays', index, 'date');
    if (seen.has(date)) report(at, `${inWords(date)} is in this calendar already.`, 'Take one out.');
    else if (date < from || date > until) {
      const message = `${title}, ${inWords(date)}, is not within ${inWords(from)} to ${inWords(until)}, which this calendar is of.`;
      report(at, message, 'Put the day right, or "from:" and "until:".');
    } else if (date < last) {
      report(at, `${title}, ${inWords(date)}, stands after ${inWords(last)}.`, 'Put the days in order.');
    }
    seen.add(date);
    if (date > last) last = date;
  }
}

/** Says once for each end of a calendar that days counted for some meeting lie beyond it. */
function checkMeetings(
  library: Library,
  calendar: Entry<'calendar'>,
  views: readonly MeetingView[],
  report: Report,
): void {
  const needs = views
    .filter(({ meeting }) => meeting.data.status !== 'cancelled')
    .map((view) => {
      const { commission, notice, draftMinutes } = meetingTimetable(library, view);
      const days = [commission, notice, view.meeting.data.issued ?? notice, view.date, draftMinutes].toSorted();
      return { view, first: days[0] ?? '', last: days.at(-1) ?? '' };
    });
  const { from, until } = calendar.data;
  const early = needs.filter(({ first }) => first < from).toSorted((a, b) => (a.first < b.first ? -1 : 1));
  const late = needs.filter(({ last }) => last > until).toSorted((a, b) => (a.last > b.last ? -1 : 1));
  const tell = (field: 'from' | 'until', beyond: typeof needs, day: string): void => {
    const [need] = beyond;
    if (need === undefined) return;
    const more = beyond.length - 1;
    const others = more === 0 ? '' : `, as ${more === 1 ? 'does 1 other' : `do ${more} others`}`;
    const [ends, side] = field === 'from' ? ['begins', 'from'] : ['ends', 'until'];
    const message = `This calendar ${ends} on ${inWords(calendar.data[field])}, but the meeting of the ${need.view.board.data.name} on ${inWords(need.view.date)} counts days ${side} ${inWords(day)}${others}.`;
    report(fieldAt(calendar, field), message, `Add the bank holidays of that time, and put "${field}:" right.`);
  };
  tell('from', early, early[0]?.first ?? '');
  tell('until', late, late[0]?.last ?? '');
}
