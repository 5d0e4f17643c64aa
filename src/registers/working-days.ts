import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { addDays, weekdayOf } from './dates.ts';

/** The days of a board’s calendar that are no working days besides Saturdays and Sundays, by day; empty without one. */
export function holidaysOf(library: Library, board: Entry<'board'>): ReadonlyMap<string, string> {
  const days = find(library.calendars, board.data.calendar)?.data.holidays ?? [];
  return new Map(days.map(({ date, title }) => [date, title]));
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

/** The day that is some working days after another; before it where the number is negative. */
export function addWorkingDays(day: string, count: number, holidays: ReadonlyMap<string, string>): string {
  let left = Math.abs(count);
  let found = day;
  while (left > 0) {
    found = addDays(found, Math.sign(count));
    if (!isWeekend(found) && !holidays.has(found)) left -= 1;
  }
  return found;
}

/** Days between two others, counted as a board counts its notice. */
export interface ClearDays {
  readonly count: number;
  /** The days in between that do not count, with why, e.g. `Boxing Day`. Weekends are not listed. */
  readonly holidays: readonly { readonly date: string; readonly title: string }[];
}

/**
 * The clear days between an issue and a meeting: neither day itself counts, nor a weekend or bank holiday unless the board
 * says that it does.
 * Source: Local Government Act 1972, section 100B(3); that the first and the last day are left out was settled in
 * R v Swansea City Council, ex parte Elitestone Ltd (1993).
 */
export function clearDays(library: Library, board: Entry<'board'>, issued: string, meeting: string): ClearDays {
  const { weekends, bank_holidays } = board.data.notice;
  const holidays = holidaysOf(library, board);
  const left: { date: string; title: string }[] = [];
  let count = 0;
  for (let day = addDays(issued, 1); day < meeting; day = addDays(day, 1)) {
    if (!weekends && isWeekend(day)) continue;
    const title = holidays.get(day);
    if (title === undefined || bank_holidays) count += 1;
    else left.push({ date: day, title });
  }
  return { count, holidays: left };
}

/** The last day a meeting can be called on with the notice its board needs. */
export function lastDayOfNotice(library: Library, board: Entry<'board'>, meeting: string): string {
  const { weekends, bank_holidays, clear_days } = board.data.notice;
  const holidays = holidaysOf(library, board);
  let day = addDays(meeting, -1);
  for (let left = clear_days; left > 0; day = addDays(day, -1)) {
    if ((weekends || !isWeekend(day)) && (bank_holidays || !holidays.has(day))) left -= 1;
  }
  return day;
}
