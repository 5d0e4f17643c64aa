import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { type FinanceView, financeView } from './finance.ts';
import type { MilestoneRow } from './milestones.ts';
import type { InitiativeGlance, PortfolioGlance } from './portfolio.ts';

/** Milestones that were agreed for the same quarter. */
export interface QuarterOfMilestones {
  readonly quarter: string;
  readonly rows: readonly MilestoneRow[];
}

/** Milestones by the quarter they were agreed for, in the order of the quarters. */
export function byQuarter(rows: readonly MilestoneRow[]): QuarterOfMilestones[] {
  return [...Map.groupBy(rows, (row) => row.quarter)]
    .map(([quarter, all]) => ({ quarter, rows: all }))
    .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
}

/** The line of a finance table that an initiative names as its own, as a table of one row; undefined where it has none. */
export function financeOf(library: Library, initiative: Entry<'initiative'>): FinanceView | undefined {
  const [table, line] = initiative.data.finance?.line?.split('/') ?? [];
  const found = find(library.finance, table);
  if (found === undefined) return undefined;
  const view = financeView(found);
  return { ...view, rows: view.rows.filter((row) => row.id === line) };
}

/** Ids of the initiatives that name a line of a finance table as their own, e.g. `capital-plan/fleet`. */
export function initiativesOfLine(library: Library, line: string): string[] {
  return Object.values(library.initiatives).flatMap(({ id, data }) => (data.finance?.line === line ? id : []));
}

/** The initiatives that are in none of the portfolios. */
export function outsidePortfolios(
  all: readonly InitiativeGlance[],
  portfolios: readonly PortfolioGlance[],
): InitiativeGlance[] {
  const members = new Set(portfolios.flatMap(({ portfolio }) => portfolio.data.members));
  return all.filter(({ initiative }) => !members.has(initiative.id));
}
