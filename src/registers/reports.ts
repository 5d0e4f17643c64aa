import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';

/** The reports of each initiative that were handed in by a day, the earliest first, by the initiative's id. */
export const reportsByInitiative = drawnOnce(
  (library: Library, asOf: string): ReadonlyMap<string, readonly Entry<'report'>[]> => {
    const handedIn = Object.values(library.reports)
      .filter(({ data }) => data.submitted <= asOf)
      .map((report) => ({ report, cutoff: cutoffOf(library, report) }))
      .toSorted((a, b) => byCodeUnit(a.cutoff, b.cutoff))
      .map(({ report }) => report);
    return Map.groupBy(handedIn, ({ parts }) => parts.initiative ?? '');
  },
);

/** The last day that the data of a report may be of; empty where its cycle is not on record. */
function cutoffOf(library: Library, report: Entry<'report'>): string {
  return find(library.cycles, report.parts.cycle)?.data.cutoff ?? '';
}
