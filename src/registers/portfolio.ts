import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import type { Rating } from '../records/report.ts';
import { type RatingValue, ratingScales } from '../records/scales.ts';
import { monthEndedBy } from './dates.ts';
import { withAllBelow } from './levels.ts';
import { type MilestoneRow, milestoneRegister } from './milestones.ts';
import { type MoneyPosition, moneyPosition } from './money.ts';
import { type RatedReport, ratedReports } from './ratings.ts';
import { rank, type Standing, standingOn } from './standing.ts';

/** An initiative at a glance: its own records, and with them those of everything below it. */
export interface InitiativeGlance {
  readonly initiative: Entry<'initiative'>;
  readonly sroTitle: string;
  /** Its reports with what its records give, the earliest first. */
  readonly reports: readonly RatedReport[];
  /** Its latest highlight report, by the cut-off day of its cycle. */
  readonly report: Entry<'report'> | undefined;
  readonly rating: Rating['value'] | null;
  readonly milestones: readonly MilestoneRow[];
  readonly delivered: number;
  readonly slipped: number;
  readonly atRisk: number;
  readonly money: MoneyPosition;
}

/** An initiative as its portfolio sees it. */
export interface PortfolioRow extends InitiativeGlance {
  /** Its latest rating on the scale of the portfolio; null where it has none. */
  readonly standing: Standing | null;
  readonly standingBefore: Standing | null;
  /** Steps by which the rating moved since the report before: above nought for better, below for worse. */
  readonly movement: number;
}

/** A portfolio at a glance. */
export interface PortfolioGlance {
  readonly portfolio: Entry<'portfolio'>;
  readonly initiatives: readonly PortfolioRow[];
  /** How many initiatives stand at each value of the portfolio's scale, the worst first, and how many have no rating. */
  readonly ratings: readonly { readonly value: RatingValue | null; readonly count: number }[];
}

/**
 * Draws every portfolio at a glance, its initiatives in the order its record lists them, as of a day: what reports handed
 * in by then said.
 */
export const portfolioGlances = drawnOnce((library: Library, asOf: string): readonly PortfolioGlance[] => {
  const glances = new Map(initiativeGlances(library, asOf).map((glance) => [glance.initiative.id, glance]));
  return Object.values(library.portfolios).map((portfolio) => {
    const initiatives = portfolio.data.members.flatMap((id) => {
      const glance = glances.get(id);
      return glance === undefined ? [] : [rowOf(portfolio, glance)];
    });
    const values: (RatingValue | null)[] = [...ratingScales[portfolio.data.rag_scale].toReversed(), null];
    const ratings = values.map((value) => ({
      value,
      count: initiatives.filter(({ standing }) => (standing?.value ?? null) === value).length,
    }));
    return { portfolio, initiatives, ratings };
  });
});

function rowOf(portfolio: Entry<'portfolio'>, glance: InitiativeGlance): PortfolioRow {
  const [latest, before] = glance.reports.toReversed().map(({ report }) => standingOn(portfolio, report));
  const scale = portfolio.data.rag_scale;
  return {
    ...glance,
    standing: latest ?? null,
    standingBefore: before ?? null,
    movement: latest && before ? rank(scale, before.value) - rank(scale, latest.value) : 0,
  };
}

/** Draws every initiative at a glance, by id. */
export const initiativeGlances = drawnOnce((library: Library, asOf: string): readonly InitiativeGlance[] => {
  const milestones = Map.groupBy(milestoneRegister(library, asOf).rows, (row) => row.milestone.initiative);
  const rated = ratedReports(library, asOf);
  return Object.values(library.initiatives).map((initiative) => {
    const below = withAllBelow(library, [initiative.id]);
    const rows = below.flatMap((id) => milestones.get(id) ?? []);
    const reports = rated.get(initiative.id) ?? [];
    const report = reports.at(-1)?.report;
    return {
      initiative,
      sroTitle: find(library.roles, initiative.data.sro)?.title ?? initiative.data.sro,
      reports,
      report,
      rating: report?.data.rag.overall.value ?? null,
      milestones: rows,
      delivered: rows.filter((row) => row.status === 'delivered').length,
      slipped: rows.filter((row) => row.slipped).length,
      atRisk: rows.filter((row) => row.status === 'at-risk' || row.status === 'missed').length,
      money: moneyPosition(library, below, monthEndedBy(asOf)),
    };
  });
});
