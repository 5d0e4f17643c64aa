import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { Entry } from '../records/read-records.ts';

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
}

/** All meetings, the latest first. */
export function meetingList(library: Library): MeetingView[] {
  return Object.values(library.meetings)
    .flatMap((meeting) => meetingView(library, meeting.id) ?? [])
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
}

/** One meeting, or undefined when there is none of that id. */
export function meetingView(library: Library, id: string): MeetingView | undefined {
  const meeting = find(library.meetings, id);
  const board = find(library.boards, meeting?.parts.board);
  if (meeting === undefined || board === undefined) return undefined;
  const items = meeting.data.items.map((item) => ({
    item,
    leadTitle: find(library.roles, item.lead)?.title ?? null,
    paper: item.paper === undefined ? undefined : find(library.papers, `${id}/${item.paper}`),
  }));
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

/** The meeting of the same board before this one, if there was one. */
export function previousMeeting(library: Library, view: MeetingView): MeetingView | undefined {
  return meetingList(library).find((other) => other.board.id === view.board.id && other.date < view.date);
}

/** Meetings on or after the day the content speaks of, the next first. */
export function comingMeetings(library: Library): MeetingView[] {
  return meetingList(library)
    .filter((view) => view.date >= library.asAt && view.meeting.data.status !== 'cancelled')
    .toReversed();
}
