import type { Library } from '../library/library.ts';
import { highestMarking } from '../library/markings.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';

/** The marking of a page that shows one record: its own, or the organisation's where it carries none. */
export function markingOf(library: Library, record: Entry<'paper' | 'initiative'>): string {
  return record.data.marking ?? library.organisation.marking;
}

/** The marking of a page about a meeting: the highest of the organisation's and its papers'. */
export function meetingMarking(library: Library, meeting: string): string {
  const items = find(library.meetings, meeting)?.data.items ?? [];
  const papers = items.flatMap(({ paper }) => find(library.papers, `${meeting}/${paper}`)?.data.marking ?? []);
  return highestMarking(papers, library.organisation.marking);
}

/** The marking of a page drawn from the whole library: the highest of all its records. */
export function wholeMarking(library: Library): string {
  const records = [...Object.values(library.papers), ...Object.values(library.initiatives)];
  return highestMarking(
    records.flatMap(({ data }) => data.marking ?? []),
    library.organisation.marking,
  );
}
