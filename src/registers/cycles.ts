import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { daysBetween } from './dates.ts';

/** Where a return stands: in on time, in late, missing after the due day, or not due yet. */
export type ReturnStatus = 'on-time' | 'late' | 'missing' | 'awaited';

/** One return of a cycle: what one initiative has handed in, or not. */
export interface ReturnRow {
  readonly initiative: Entry<'initiative'>;
  /** The role that is to write it: the manager, or the senior responsible owner where there is none. */
  readonly author: string;
  readonly authorTitle: string;
  readonly report: Entry<'report'> | undefined;
  readonly status: ReturnStatus;
  /** Days from the due day to the day it was handed in, or to the day of the tracker; 0 where it is not late. */
  readonly daysLate: number;
  /** The file it is read from, or is to be written to. */
  readonly file: string;
}

/** The returns of a cycle. */
export interface CycleTracker {
  readonly cycle: Entry<'cycle'>;
  readonly portfolio: Entry<'portfolio'> | undefined;
  readonly rows: readonly ReturnRow[];
  readonly counts: Readonly<Record<ReturnStatus, number>>;
}

/** All cycles, the latest cut-off first. */
export function cycleList(library: Library): Entry<'cycle'>[] {
  return Object.values(library.cycles).toSorted(
    (a, b) => byCodeUnit(b.data.cutoff, a.data.cutoff) || byCodeUnit(a.id, b.id),
  );
}

/** The latest cycle of a portfolio that had been commissioned by a day. */
export function cycleOn(library: Library, portfolio: string, asOf = library.asAt): Entry<'cycle'> | undefined {
  return cycleList(library).find(({ data }) => data.portfolio === portfolio && data.commission <= asOf);
}

/**
 * Draws the returns of a cycle: one for each member of its portfolio that reports at all, in the portfolio's order. A
 * cycle that uses another's reports holds them against its own due day.
 */
export function cycleTracker(library: Library, cycle: Entry<'cycle'>, asOf = library.asAt): CycleTracker {
  const portfolio = find(library.portfolios, cycle.data.portfolio);
  const { due, reports_of: source = cycle.id } = cycle.data;
  const members = (portfolio?.data.members ?? []).flatMap((id) => find(library.initiatives, id) ?? []);
  const rows = members
    .filter(({ data }) => data.report_frequency !== undefined)
    .map((initiative): ReturnRow => {
      const found = find(library.reports, `${initiative.id}/${source}`);
      const report = found !== undefined && found.data.submitted <= asOf ? found : undefined;
      const daysLate = Math.max(0, daysBetween(due, report?.data.submitted ?? asOf));
      const author = initiative.data.manager ?? initiative.data.sro;
      return {
        initiative,
        author,
        authorTitle: find(library.roles, author)?.title ?? author,
        report,
        status: report === undefined ? (daysLate > 0 ? 'missing' : 'awaited') : daysLate > 0 ? 'late' : 'on-time',
        daysLate,
        file: `initiatives/${initiative.id}/reports/${source}.md`,
      };
    });
  const counts = { 'on-time': 0, late: 0, missing: 0, awaited: 0 };
  for (const { status } of rows) counts[status] += 1;
  return { cycle, portfolio, rows, counts };
}
