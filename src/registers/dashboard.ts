import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { type BenefitRow, benefitsRegister } from './benefits.ts';
import { type ChangeEffect, changeEffects } from './changes.ts';
import { type CycleTracker, cycleOn, cycleTracker } from './cycles.ts';
import { lastDay, monthEndedBy, quarterOf } from './dates.ts';
import { type EscalationRow, escalationRegister } from './escalations.ts';
import { withAllBelow } from './levels.ts';
import type { MilestoneRow } from './milestones.ts';
import { type MoneyPosition, moneyPosition } from './money.ts';
import { type PortfolioGlance, portfolioGlances } from './portfolio.ts';
import { isFinished } from './replay.ts';
import { reportsByInitiative } from './reports.ts';
import { type RiskRow, riskRegister } from './risks.ts';
import { sum } from './sums.ts';
import { addPosts, type Posts, workforceRegister } from './workforce.ts';

/** Something a report asks of the board. */
export interface Ask {
  readonly initiative: Entry<'initiative'>;
  readonly ask: Entry<'report'>['data']['asks'][number];
}

/** All that a board sees of a portfolio on one day. The page, the paper and the open data are drawn from this one value. */
export interface PortfolioDashboard {
  readonly glance: PortfolioGlance;
  readonly asOf: string;
  /** Its members with everything below them, by id. */
  readonly members: readonly string[];
  /** The latest cycle that had been commissioned; undefined before the first. */
  readonly returns: CycleTracker | undefined;
  readonly milestones: {
    readonly rows: readonly MilestoneRow[];
    readonly all: number;
    readonly delivered: number;
    readonly slipped: number;
    readonly atRisk: number;
    /** Reported on, not delivered, and agreed for a day or quarter that has ended. */
    readonly overdue: number;
    /** Agreed for a day or quarter that has ended, and in no report. */
    readonly unreported: number;
    /** To come in the quarter that the day falls in. */
    readonly dueThisQuarter: number;
    /** Unfinished and late, at risk or missed; the latest first. */
    readonly worst: readonly MilestoneRow[];
  };
  readonly money: MoneyPosition;
  readonly benefits: { readonly all: number; readonly short: readonly BenefitRow[] };
  /** Risks that are open, and the highest threats among them. */
  readonly risks: { readonly open: number; readonly top: readonly RiskRow[] };
  readonly changes: Pick<ChangeEffect, 'approved' | 'pending' | 'timeDays' | 'cost'>;
  readonly posts: Posts;
  readonly escalations: readonly EscalationRow[];
  readonly asks: readonly Ask[];
}

/** How many of the worst are shown: more than five are no longer looked at one by one. */
const shown = 5;

/** Draws a portfolio's dashboard, or undefined where there is no such portfolio. */
export function portfolioDashboard(
  library: Library,
  portfolio: string,
  asOf = library.asAt,
): PortfolioDashboard | undefined {
  const glance = portfolioGlances(library, asOf).find((one) => one.portfolio.id === portfolio);
  if (glance === undefined) return undefined;
  const members = withAllBelow(library, glance.portfolio.data.members);
  const isMember = new Set(members);
  const month = monthEndedBy(asOf);
  const cycle = cycleOn(library, portfolio, asOf);
  const milestones = [...new Set(glance.initiatives.flatMap((row) => row.milestones))];
  const benefits = benefitsRegister(library, asOf).filter(({ benefit }) => isMember.has(benefit.initiative));
  const risks = riskRegister(library, asOf).filter(({ risk, isOpen }) => isOpen && isMember.has(risk.initiative));
  const effects = changeEffects(library, asOf).filter(({ initiative }) => isMember.has(initiative));
  const money = moneyPosition(library, members, month);
  return {
    glance,
    asOf,
    members,
    returns: cycle === undefined ? undefined : cycleTracker(library, cycle, asOf),
    milestones: countMilestones(milestones, asOf),
    money,
    benefits: { all: benefits.length, short: benefits.filter(({ shortfallPercent }) => (shortfallPercent ?? 0) > 0) },
    risks: { open: risks.length, top: risks.filter(({ risk }) => risk.type === 'threat').slice(0, shown) },
    changes: {
      approved: effects.reduce((count, effect) => count + effect.approved, 0),
      pending: effects.reduce((count, effect) => count + effect.pending, 0),
      timeDays: effects.reduce((days, effect) => days + effect.timeDays, 0),
      cost: sum(
        effects.map(({ cost }) => cost),
        3,
      ),
    },
    posts: addPosts(workforceRegister(library, month).filter(({ initiative }) => isMember.has(initiative))),
    escalations: escalationRegister(library, asOf).filter(
      ({ escalation, isOpen }) => isOpen && isMember.has(escalation.initiative),
    ),
    asks: asksOf(library, members, asOf),
  };
}

function countMilestones(rows: readonly MilestoneRow[], asOf: string): PortfolioDashboard['milestones'] {
  const running = rows.filter(({ status }) => !isFinished(status));
  const past = running.filter(({ due }) => lastDay(due) < asOf);
  const quarter = quarterOf(asOf);
  const inTrouble = running.filter((row) => row.slipped || row.status === 'at-risk' || row.status === 'missed');
  return {
    rows,
    all: rows.length,
    delivered: rows.filter(({ status }) => status === 'delivered').length,
    slipped: rows.filter(({ slipped }) => slipped).length,
    atRisk: rows.filter(({ status }) => status === 'at-risk' || status === 'missed').length,
    overdue: past.filter(({ reported }) => reported !== 'not-reported').length,
    unreported: past.filter(({ reported }) => reported === 'not-reported').length,
    dueThisQuarter: running.filter(({ due }) => quarterOf(due) === quarter && lastDay(due) >= asOf).length,
    worst: inTrouble.toSorted((a, b) => b.slip - a.slip).slice(0, shown),
  };
}

/** What the latest report of each member asks; an earlier one has been answered, or its ask is an escalation by now. */
function asksOf(library: Library, members: readonly string[], asOf: string): Ask[] {
  const reports = reportsByInitiative(library, asOf);
  return members.flatMap((id) => {
    const initiative = find(library.initiatives, id);
    const asks = reports.get(id)?.at(-1)?.data.asks ?? [];
    return initiative === undefined ? [] : asks.map((ask) => ({ initiative, ask }));
  });
}
