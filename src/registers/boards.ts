import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { type MeetingView, meetingsByBoard, nextMeetings, wasHeld } from './meetings.ts';

/** A board with the boards around it and its meetings. */
export interface BoardView {
  readonly board: Entry<'board'>;
  readonly chairTitle: string;
  readonly parent: Entry<'board'> | undefined;
  /** The boards that report to it, by id. */
  readonly children: readonly Entry<'board'>[];
  /** Its meetings, the latest first. */
  readonly meetings: readonly MeetingView[];
  /** The last meeting it held, quorate or not. */
  readonly last: MeetingView | undefined;
  /** The next meeting that it is to hold. */
  readonly next: MeetingView | undefined;
  /** How many boards stand above it; 0 for one that reports to none. */
  readonly depth: number;
}

/** All boards, each followed by those that report to it. */
export function boardList(library: Library): BoardView[] {
  const meetings = meetingsByBoard(library);
  const next = new Map(nextMeetings(library).map((meeting) => [meeting.board.id, meeting]));
  const view = (board: Entry<'board'>, depth: number): BoardView => ({
    board,
    chairTitle: find(library.roles, board.data.chair)?.title ?? board.data.chair,
    parent: find(library.boards, board.data.parent),
    children: below(board.id),
    meetings: meetings.get(board.id) ?? [],
    last: meetings.get(board.id)?.find(({ date, meeting }) => date < library.asAt && wasHeld(meeting.data.status)),
    next: next.get(board.id),
    depth,
  });
  const below = (id: string): Entry<'board'>[] =>
    Object.values(library.boards).filter((board) => board.data.parent === id);
  // A board that was seen is not gone through again, so boards that report to each other in a ring come to an end.
  const seen = new Set<string>();
  const walk = (board: Entry<'board'>, depth: number): BoardView[] => {
    if (seen.has(board.id)) return [];
    seen.add(board.id);
    return [view(board, depth), ...below(board.id).flatMap((child) => walk(child, depth + 1))];
  };
  const tops = Object.values(library.boards).filter((board) => find(library.boards, board.data.parent) === undefined);
  return [...tops, ...Object.values(library.boards)].flatMap((board) => walk(board, 0));
}
