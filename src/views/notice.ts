import type { SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { quorumOf } from '../registers/attendance.ts';
import { counted } from '../registers/counted.ts';
import { inWords } from '../registers/dates.ts';
import { bullets } from './facts.ts';
import { capital } from './words.ts';

type Board = Entry<'board'>;

const fractions: Readonly<Record<string, string>> = {
  '1/2': 'half',
  '1/3': 'a third',
  '2/3': 'two thirds',
  '1/4': 'a quarter',
  '3/4': 'three quarters',
};

/** How many members make a quorum, e.g. `5 of the 10 members (half)`; of a board that has none yet, what was laid down. */
export function quorumWords(board: Board): string {
  const { quorum, members } = board.data;
  if (members.length === 0) {
    const laidDown = typeof quorum === 'number' ? counted(quorum, 'member') : `${fractions[quorum] ?? quorum} of them`;
    return capital(`${laidDown}, once members have been named`);
  }
  const share = typeof quorum === 'number' ? '' : ` (${fractions[quorum] ?? quorum})`;
  return `${quorumOf(board)} of the ${members.length} members${share}`;
}

/** Which days count as clear days, e.g. `Saturdays and Sundays count, bank holidays do not`. */
export function countedDays({ data: { notice } }: Board): string {
  if (notice.weekends && notice.bank_holidays) return 'Saturdays, Sundays and bank holidays count';
  if (notice.weekends) return 'Saturdays and Sundays count, bank holidays do not';
  if (notice.bank_holidays) return 'bank holidays count, Saturdays and Sundays do not';
  return 'Saturdays, Sundays and bank holidays do not count';
}

/** The notice a board needs, in words. */
export function noticeWords(board: Board): string {
  const days = counted(board.data.notice.clear_days, 'clear day');
  return `${days} between the day of issue and the day of the meeting; ${countedDays(board)}`;
}

/** What a board has laid down on when papers are due, the pack goes out and minutes follow. */
export function timetableWords({ data: { timetable } }: Board): SafeHtml | null {
  const before = (days: number): string => `${counted(days, 'working day')} before the meeting`;
  const after = (days: number): string => `${counted(days, 'working day')} after the meeting`;
  return bullets([
    `Papers asked for: ${before(timetable.commission)}`,
    `Papers handed in: ${before(timetable.submission)}`,
    `Pack out: ${before(timetable.dispatch)}, or earlier where the notice needs it`,
    `Actions sent out: ${after(timetable.actions_out)}`,
    `Draft minutes out: ${after(timetable.draft_minutes)}`,
  ]);
}

/** The calendar that a board counts its days by, and from when to when it speaks. */
export function calendarWords(library: Library, board: Board): string {
  const calendar = find(library.calendars, board.data.calendar)?.data;
  if (calendar === undefined) return 'None; Saturdays and Sundays alone are no working days';
  return `${calendar.title}, ${inWords(calendar.from)} to ${inWords(calendar.until)}`;
}
