import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { Entry } from '../records/read-records.ts';
import { minutesOfDay, timeOfDay } from './dates.ts';

/** A meeting with what belongs to it. */
export interface MeetingView {
  readonly meeting: Entry<'meeting'>;
  readonly id: string;
  readonly date: string;
  readonly board: Entry<'board'>;
  readonly items: readonly ItemView[];
  readonly minutes: Entry<'minutes'> | undefined;
  /** Minutes used by the items together. */
  readonly minutesPlanned: number;
}

/** An agenda item with its paper. */
export interface ItemView {
  readonly item: AgendaItem;
  readonly leadTitle: string | null;
  readonly paper: Entry<'paper'> | undefined;
  /** When it starts if the items before it take the time they are given, such as `10:05`. */
  readonly starts: string;
  /** The matter of the forward plan that it takes a step further. */
  readonly matter: Entry<'matter'> | undefined;
  /** Who agreed that its paper is late, or that it may follow; null where nobody had to. */
  readonly agreedByTitle: string | null;
}

/** All meetings, the latest first. */
export const meetingList = drawnOnce((library): MeetingView[] =>
  Object.values(library.meetings)
    .flatMap((meeting) => meetingView(library, meeting.id) ?? [])
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1)),
);

/** The meetings of each board, the latest first. */
export const meetingsByBoard = drawnOnce((library) => Map.groupBy(meetingList(library), ({ board }) => board.id));

/** One meeting, or undefined when there is none of that id. */
export function meetingView(library: Library, id: string): MeetingView | undefined {
  const meeting = find(library.meetings, id);
  const board = find(library.boards, meeting?.parts.board);
  if (meeting === undefined || board === undefined) return undefined;
  let clock = minutesOfDay(meeting.data.start);
  const items = meeting.data.items.map((item): ItemView => {
    const starts = timeOfDay(clock);
    clock += item.minutes;
    const paper = item.paper === undefined ? undefined : find(library.papers, `${id}/${item.paper}`);
    const agreedBy = (item.to_follow ?? paper?.data.late)?.agreed_by;
    return {
      item,
      leadTitle: find(library.roles, item.lead)?.title ?? null,
      paper,
      starts,
      matter: find(library.matters, item.matter),
      agreedByTitle: agreedBy === undefined ? null : (find(library.roles, agreedBy)?.title ?? agreedBy),
    };
  });
  return {
    meeting,
    id,
    date: meeting.parts.date ?? '',
    board,
    items,
    minutes: find(library.minutes, id),
    minutesPlanned: meeting.data.items.reduce((sum, item) => sum + item.minutes, 0),
  };
}

/** The meeting of the same board before this one that was not cancelled, if there was one. */
export function previousMeeting(library: Library, view: MeetingView): MeetingView | undefined {
  return meetingsByBoard(library)
    .get(view.board.id)
    ?.find((other) => other.date < view.date && other.meeting.data.status !== 'cancelled');
}

/** The next meeting of the same board that had not been cancelled by a day, if one is on record. */
export function nextMeeting(library: Library, view: MeetingView, asOf: string): MeetingView | undefined {
  return meetingsByBoard(library)
    .get(view.board.id)
    ?.findLast((other) => other.date > view.date && !wasCancelled(other, asOf));
}

/** Whether a meeting had been cancelled by a day. */
function wasCancelled({ meeting: { data } }: MeetingView, asOf: string): boolean {
  return data.status === 'cancelled' && (data.cancelled?.on ?? '') <= asOf;
}

/** The day the papers of a meeting are of: the day they went out, or the last day known where that is still to come. */
export function dayOfPapers(library: Library, { meeting, date }: MeetingView): string {
  const [day = date] = [meeting.data.issued ?? date, library.asAt].toSorted();
  return day;
}

/** Whether a meeting of this status has been held, quorate or not. */
export function wasHeld(status: Entry<'meeting'>['data']['status']): boolean {
  return status === 'held' || status === 'inquorate';
}

/** The meetings that have been called, the latest first: those whose agenda has gone out. */
export function calledMeetings(library: Library): MeetingView[] {
  return meetingList(library).filter(({ meeting: { data } }) => data.status === 'issued' || wasHeld(data.status));
}

/** Meetings on or after the day the content speaks of, the next first. */
export function comingMeetings(library: Library): MeetingView[] {
  return meetingList(library)
    .filter((view) => view.date >= library.asAt && view.meeting.data.status !== 'cancelled')
    .toReversed();
}

/** The next meeting of each board that has one, the next first. */
export function nextMeetings(library: Library): MeetingView[] {
  const boards = new Set<string>();
  return comingMeetings(library).filter(({ board }) => {
    const isFirst = !boards.has(board.id);
    boards.add(board.id);
    return isFirst;
  });
}
