import { byCodeUnit } from '../diagnostics/order.ts';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { type ActionRow, actionLog } from '../registers/actions.ts';
import { addDays, inWords } from '../registers/dates.ts';
import { dayOfPapers, type MeetingView, meetingList } from '../registers/meetings.ts';
import { type MeetingTimetable, meetingTimetable } from '../registers/timetable.ts';
import { oneLine, plainWords } from './plain-words.ts';

/** Something that stands in a calendar. */
export interface CalendarEvent {
  /** The record it is of, e.g. `meeting/pib/2017-09-20`; see `stableId`. */
  readonly name: string;
  readonly kind: 'meeting' | 'deadline' | 'action';
  /** The id of the board it is of. */
  readonly board: string;
  readonly day: string;
  /** When it starts and ends, in local time, such as `09:30`; null for a whole day. */
  readonly times: { readonly start: string; readonly end: string } | null;
  readonly title: string;
  /** Plain text, in lines. */
  readonly description: string;
  readonly place: string | null;
  /** The page that shows it. */
  readonly address: string;
  readonly isCancelled: boolean;
  /** The day of the record that last changed it. */
  readonly revised: string;
}

/** What is due for a meeting, and what to call it. The key is part of the ids: it never changes. */
const deadlines = {
  commission: 'papers are asked for',
  submission: 'papers are due',
  dispatch: 'the pack goes out',
  actionsOut: 'actions are sent out',
  draftMinutes: 'draft minutes are due',
} as const satisfies Partial<Record<keyof MeetingTimetable, string>>;

/**
 * How long what was due for a meeting stays in the calendar after it. Nobody looks further back, and calendars are fetched
 * whole again and again: with all days of ten years one takes 1.2 MB, with those of the last year 0.6 MB.
 */
const daysKept = 366;

/**
 * All that stands in the calendar of the organisation: every meeting, the days that are due for each that was not
 * cancelled, and the days that open actions are due; in the order of the days.
 */
export function calendarEvents(library: Library): CalendarEvent[] {
  const meetings = meetingList(library).flatMap((view) => [
    meetingEvent(library, view),
    ...deadlineEvents(library, view),
  ]);
  const actions = actionLog(library).flatMap((row) => (row.isOpen ? actionEvent(row) : []));
  return [...meetings, ...actions].toSorted((a, b) => byCodeUnit(a.day, b.day) || byCodeUnit(a.name, b.name));
}

function meetingEvent(library: Library, view: MeetingView): CalendarEvent {
  const { id, board, date, meeting } = view;
  const { start, end, place, status, cancelled } = meeting.data;
  const isCancelled = status === 'cancelled';
  return {
    name: `meeting/${id}`,
    kind: 'meeting',
    board: board.id,
    day: date,
    times: { start, end },
    // Some calendars do not show a status, so that the title says it too.
    title: `${isCancelled ? 'Cancelled: ' : ''}${oneLine(board.data.name)}`,
    description: isCancelled ? oneLine(cancelled?.reason ?? '') : agendaWords(library, view),
    place: oneLine(place),
    address: addresses.meeting(id),
    isCancelled,
    revised: dayOfPapers(library, view),
  };
}

/** The agenda once it has gone out; before that it may still change. */
function agendaWords(library: Library, { meeting, date, items }: MeetingView): string {
  const { status, issued = date } = meeting.data;
  if (status === 'planned' || issued > library.asAt) return '';
  return items
    .map(({ item }) => `${item.number} ${oneLine(item.title)}${item.private === undefined ? '' : ' (in private)'}`)
    .join('\n');
}

function deadlineEvents(library: Library, view: MeetingView): CalendarEvent[] {
  const { id, board, date, meeting } = view;
  if (meeting.data.status === 'cancelled' || date < addDays(library.asAt, -daysKept)) return [];
  const days = meetingTimetable(library, view);
  const [abbreviation, boardName] = [oneLine(board.data.abbreviation), oneLine(board.data.name)];
  return (Object.keys(deadlines) as (keyof typeof deadlines)[]).map((key) => ({
    name: `deadline/${id}/${key}`,
    kind: 'deadline',
    board: board.id,
    day: days[key],
    times: null,
    title: `${abbreviation}, ${inWords(date)}: ${deadlines[key]}`,
    description: `For the meeting of ${boardName} on ${inWords(date)}.`,
    place: null,
    address: addresses.meeting(id),
    isCancelled: false,
    revised: dayOfPapers(library, view),
  }));
}

function actionEvent({
  action,
  boardName,
  due,
  firstDue,
  ownerTitle,
  raised,
  status,
  updates,
}: ActionRow): CalendarEvent {
  const [board = ''] = action.meeting.split('/');
  const [, lastHeard = raised] = updates.at(-1)?.meeting.split('/') ?? [];
  const lines = [
    `Owner: ${oneLine(ownerTitle)}`,
    `Agreed by ${oneLine(boardName)} on ${inWords(raised)}.`,
    firstDue === null ? '' : `First due on ${inWords(firstDue)}.`,
    status === 'done-claimed' ? 'Reported as done; still to be verified.' : '',
  ];
  return {
    name: `action/${action.reference}`,
    kind: 'action',
    board,
    day: due,
    times: null,
    title: `${action.reference} is due: ${oneLine(plainWords(action.text))}`,
    description: lines.filter((line) => line !== '').join('\n'),
    place: null,
    address: addresses.minutes(action.meeting),
    isCancelled: false,
    revised: lastHeard,
  };
}
