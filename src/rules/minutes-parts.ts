import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { type MinutesSection, minutesSections } from '../registers/minutes-sections.ts';
import type { FoundAt } from './rule.ts';

/** The board of a meeting such as `pib/2017-07-12`. */
export function boardOf(meeting: string): string {
  return meeting.split('/')[0] ?? '';
}

/** The day of a meeting such as `pib/2017-07-12`. */
export function dayOf(meeting: string): string {
  return meeting.split('/')[1] ?? '';
}

/** The title of a role, or its id where there is none of that id. */
export function titleOf(library: Library, role: string): string {
  return find(library.roles, role)?.title ?? role;
}

/** The first line of a file, for what is wrong with all of it. */
export function topOf({ file }: { readonly file: string }): FoundAt {
  return { file, line: 1, column: 1 };
}

/** The section that a line of minutes stands in; undefined above the first. */
export function sectionAt(minutes: Entry<'minutes'>, line: number): MinutesSection | undefined {
  return minutesSections(minutes).findLast((section) => section.line <= line);
}

/** The section that minutes an item, if there is one. */
export function sectionOf(minutes: Entry<'minutes'>, item: string): MinutesSection | undefined {
  return minutesSections(minutes).find(({ items }) => items.includes(item));
}

/** Meetings whose minutes have faults of their own, as `board/date`. Nothing is said to be missing from them. */
export function unreadMinutes(unread: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(Array.from(unread).flatMap((file) => /^meetings\/([^/]+\/[^/]+)\/minutes\.md$/.exec(file)?.[1] ?? []));
}

/** The first day of each board whose minutes have faults of their own: what is counted from meeting to meeting ends there. */
export function countedUntil(unread: ReadonlySet<string>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const meeting of unreadMinutes(unread)) {
    const known = first.get(boardOf(meeting));
    if (known === undefined || dayOf(meeting) < known) first.set(boardOf(meeting), dayOf(meeting));
  }
  return first;
}

/** The minutes of each board, the earliest first. */
export function minutesByBoard(library: Library): Map<string, Entry<'minutes'>[]> {
  // Shelves are sorted by id, which is the board and then the day.
  return Map.groupBy(Object.values(library.minutes), ({ parts }) => parts.board ?? '');
}

/** Whether minutes were drafted before their meeting, or on its day: what they say has not happened yet. */
export function isPreparedAhead(library: Library, { data, parts }: Entry<'minutes'>): boolean {
  return data.status === 'draft' && (parts.date ?? '') >= library.asAt;
}
