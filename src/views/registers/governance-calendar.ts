import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { inWords, short } from '../../registers/dates.ts';
import { type MeetingView, meetingList } from '../../registers/meetings.ts';
import { type MeetingTimetable, meetingTimetable } from '../../registers/timetable.ts';
import { linked } from '../linked.ts';
import { table } from '../table.ts';
import { capital } from '../words.ts';
import type { ViewOptions } from './view.ts';

interface Row {
  readonly view: MeetingView;
  readonly days: MeetingTimetable;
}

/** Every meeting with what is due before and after it: those to come first, the next at the top, then those that have been. */
export function governanceCalendarView(library: Library, { asOf, link }: ViewOptions): SafeHtml {
  const rows = meetingList(library).map((view): Row => ({ view, days: meetingTimetable(library, view) }));
  const show = (caption: string, shown: readonly Row[]): SafeHtml =>
    table<Row>({
      caption,
      rows: shown,
      className: 'governance-calendar',
      none: `${caption}: none.`,
      columns: [
        {
          heading: 'Meeting',
          kind: 'row-heading',
          cell: ({ view }) =>
            html`${linked(link, addresses.meeting(view.id), short(view.date))}<span class="sub">${view.board.data.name}</span>`,
        },
        { heading: 'Status', kind: 'narrow', cell: ({ view }) => capital(view.meeting.data.status) },
        { heading: 'Papers asked for', kind: 'narrow', cell: ({ days }) => short(days.commission) },
        { heading: 'Papers due', kind: 'narrow', cell: ({ days }) => short(days.submission) },
        { heading: 'Pack out', kind: 'narrow', cell: ({ days }) => short(days.dispatch) },
        { heading: 'Actions out', kind: 'narrow', cell: ({ days }) => short(days.actionsOut) },
        { heading: 'Draft minutes', kind: 'narrow', cell: ({ days }) => short(days.draftMinutes) },
      ],
    });
  return html`<p class="lead">As at ${inWords(asOf)}. Days are working days of each board’s calendar.</p>
${show('Meetings to come', rows.filter(({ view }) => view.date >= asOf).toReversed())}
${show(
  'Meetings that have been',
  rows.filter(({ view }) => view.date < asOf),
)}`;
}
