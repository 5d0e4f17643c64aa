import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import type { Rating } from '../records/report.ts';
import { type MilestoneRow, milestoneRegister } from './milestones.ts';

/** An initiative at a glance. */
export interface InitiativeGlance {
  readonly initiative: Entry<'initiative'>;
  readonly sroTitle: string;
  /** Its latest highlight report, by the cut-off day of its cycle. */
  readonly report: Entry<'report'> | undefined;
  readonly rating: Rating['value'] | null;
  readonly milestones: readonly MilestoneRow[];
  readonly delivered: number;
  readonly slipped: number;
}

/** A portfolio at a glance. */
export interface PortfolioGlance {
  readonly portfolio: Entry<'portfolio'>;
  readonly initiatives: readonly InitiativeGlance[];
  readonly ratings: Readonly<Record<Rating['value'] | 'none', number>>;
}

/**
 * Draws every portfolio at a glance, its initiatives in the order its record lists them.
 *
 * @param asOf the day it is of: what reports handed in by then said, `YYYY-MM-DD`
 */
export function portfolioGlances(library: Library, asOf = library.asAt): PortfolioGlance[] {
  const glances = new Map(initiativeGlances(library, asOf).map((glance) => [glance.initiative.id, glance]));
  return Object.values(library.portfolios).map((portfolio) => {
    const initiatives = portfolio.data.members.flatMap((id) => glances.get(id) ?? []);
    const ratings = { green: 0, amber: 0, red: 0, none: 0 };
    for (const { rating } of initiatives) ratings[rating ?? 'none'] += 1;
    return { portfolio, initiatives, ratings };
  });
}

/** Draws every initiative at a glance, by id. */
export function initiativeGlances(library: Library, asOf = library.asAt): InitiativeGlance[] {
  const milestones = Map.groupBy(milestoneRegister(library, asOf).rows, (row) => row.milestone.initiative);
  const reports = Map.groupBy(
    Object.values(library.reports).filter((report) => report.data.submitted <= asOf),
    (report) => report.parts.initiative,
  );
  const cutoff = (report: Entry<'report'>): string => find(library.cycles, report.parts.cycle)?.data.cutoff ?? '';
  return Object.values(library.initiatives).map((initiative) => {
    const rows = milestones.get(initiative.id) ?? [];
    const report = (reports.get(initiative.id) ?? []).toSorted((a, b) => (cutoff(a) < cutoff(b) ? -1 : 1)).at(-1);
    return {
      initiative,
      sroTitle: find(library.roles, initiative.data.sro)?.title ?? initiative.data.sro,
      report,
      rating: report?.data.rag.overall.value ?? null,
      milestones: rows,
      delivered: rows.filter((row) => row.status === 'delivered').length,
      slipped: rows.filter((row) => row.slipped).length,
    };
  });
}
