import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { minutesSections } from './minutes-sections.ts';

/** The year that a board’s minutes of a day are numbered in, by the day it began. */
export function minutesYear(library: Library, board: string, day: string): string {
  const year = Number(day.slice(0, 4));
  if (find(library.boards, board)?.data.minutes_year !== 'april') return `${year}-01-01`;
  return `${day.slice(5) < '04-01' ? year - 1 : year}-04-01`;
}

/** The number of the first minute of a meeting: numbers run on through the year, and begin at 1 in a new one. */
export function nextMinuteNumber(library: Library, board: string, day: string): number {
  const year = minutesYear(library, board, day);
  const numbers = Object.values(library.minutes)
    .filter(({ parts }) => parts.board === board && (parts.date ?? '') >= year && (parts.date ?? '') < day)
    .flatMap((minutes) => minutesSections(minutes).flatMap(({ number }) => number ?? []));
  return Math.max(0, ...numbers) + 1;
}

/** The next references of a kind, e.g. `PIB-2018-D04`, one after the other. */
export function* nextReferences(library: Library, board: string, day: string, kind: 'D' | 'A'): Generator<string> {
  const prefix = `${find(library.boards, board)?.data.abbreviation ?? ''}-${day.slice(0, 4)}-${kind}`;
  const used = Object.keys(kind === 'D' ? library.decisions : library.actions).flatMap((reference) =>
    reference.startsWith(prefix) ? Number(reference.slice(prefix.length)) || [] : [],
  );
  for (let number = Math.max(0, ...used) + 1; ; number += 1) yield `${prefix}${String(number).padStart(2, '0')}`;
}
