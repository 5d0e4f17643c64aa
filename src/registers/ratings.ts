import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { ToleranceAspect } from '../records/escalations.ts';
import type { Entry } from '../records/read-records.ts';
import type { Rating } from '../records/report.ts';
import { type BenefitRow, currentYear, pathOf, shortfall } from './benefits.ts';
import { monthEndedBy, yearOf } from './dates.ts';
import { tolerancesOf, withAllBelow } from './levels.ts';
import { type MoneyPosition, moneyPosition } from './money.ts';
import { isFinished, type MilestoneState, replay, type Step } from './replay.ts';
import { score } from './risks.ts';

/** The aspects that can be worked out from the records, and the overall rating, which is the worst of them. */
export const computedAspects = ['overall', 'time', 'cost', 'benefits', 'risk'] as const;

/** An aspect that is rated from the records. */
export type ComputedAspect = (typeof computedAspects)[number];

/** A rating with what it follows from, in a sentence. */
export interface ComputedRating {
  readonly value: Rating['value'];
  readonly because: string;
}

/** A forecast outside its tolerance. */
export interface Breach {
  readonly aspect: Extract<ToleranceAspect, ComputedAspect>;
  readonly because: string;
}

/** A report with what the records of its initiative, and of everything below it, give. */
export interface RatedReport {
  readonly report: Entry<'report'>;
  readonly cycle: Entry<'cycle'>;
  readonly computed: Readonly<Record<ComputedAspect, ComputedRating>>;
  readonly breaches: readonly Breach[];
  readonly money: MoneyPosition;
  /** The aspects that are claimed to be better than they are, with no named person's reason. */
  readonly unexplained: readonly ComputedAspect[];
  /** The aspects that are claimed to be better, for a reason somebody has put a name to. */
  readonly overridden: readonly ComputedAspect[];
}

const order: readonly Rating['value'][] = ['green', 'amber', 'red'];

/** Whether the first rating is better than the second. */
function isBetter(a: Rating['value'], b: Rating['value']): boolean {
  return order.indexOf(a) < order.indexOf(b);
}

/** Every report handed in by a day with what its records give, by initiative, the earliest first. */
export const ratedReports = drawnOnce((library: Library, asOf: string): ReadonlyMap<string, readonly RatedReport[]> => {
  const milestonesOf = Map.groupBy(Object.keys(library.milestones), (id) => library.milestones[id]?.initiative ?? '');
  const risksOf = Map.groupBy(Object.values(library.risks), ({ initiative }) => initiative);
  const benefitsOf = Map.groupBy(Object.values(library.benefits), ({ initiative }) => initiative);
  const known: Known = { risks: new Map(), benefits: new Map() };
  const rated = replay(library, asOf).flatMap((step) => {
    // All are heard before any is rated, since a programme is rated with what its projects say.
    for (const report of step.reports) hear(known, report);
    return step.reports.map((report) => {
      const below = withAllBelow(library, [report.parts.initiative ?? '']);
      const records: InitiativeRecords = {
        milestones: below
          .flatMap((id) => milestonesOf.get(id) ?? [])
          .flatMap((milestone) => step.states.get(milestone) ?? []),
        risks: below.flatMap((id) => risksOf.get(id) ?? []),
        benefits: below.flatMap((id) => benefitsOf.get(id) ?? []),
      };
      return rate(library, step, report, records, known);
    });
  });
  return Map.groupBy(rated, ({ report }) => report.parts.initiative ?? '');
});

interface InitiativeRecords {
  readonly milestones: readonly MilestoneState[];
  readonly risks: readonly Library['risks'][string][];
  readonly benefits: readonly BenefitRow['benefit'][];
}

/** What the reports so far have said of risks and benefits. */
interface Known {
  readonly risks: Map<string, { readonly probability: number; readonly impact: number }>;
  readonly benefits: Map<string, Entry<'report'>['data']['benefits']>;
}

function hear(known: Known, { data }: Entry<'report'>): void {
  for (const risk of data.risks) known.risks.set(risk.id, risk);
  for (const benefit of data.benefits) {
    known.benefits.set(benefit.id, [...(known.benefits.get(benefit.id) ?? []), benefit]);
  }
}

function rate(
  library: Library,
  { cycle }: Step,
  report: Entry<'report'>,
  { milestones, risks, benefits }: InitiativeRecords,
  known: Known,
): RatedReport {
  const id = report.parts.initiative ?? '';
  const { cutoff } = cycle.data;
  const limits = tolerancesOf(library, id);
  const money = moneyPosition(library, withAllBelow(library, [id]), monthEndedBy(cutoff));
  const open = risks.filter(
    ({ raised, closed, type }) => type === 'threat' && raised <= cutoff && (closed === undefined || closed > cutoff),
  );
  const judged = {
    time: judgeTime(milestones, limits.time_days),
    cost: judgeCost(money, limits.cost_percent),
    benefits: judgeBenefits(benefits, known, cutoff, limits.benefits_percent),
    risk: judgeRisk(open, known, limits.risk_score),
  };
  const { rag } = report.data;
  const isNamed = (aspect: ComputedAspect): boolean =>
    rag[aspect]?.reason !== undefined && rag[aspect].by !== undefined;
  // An aspect that somebody has put a name to counts as it is claimed, so that one override need not be given twice.
  const counting = Object.entries(judged).map(([aspect, one]): ComputedRating => {
    const claimed = rag[aspect as keyof typeof judged];
    const isOverride = claimed !== undefined && isNamed(aspect as ComputedAspect) && isBetter(claimed.value, one.value);
    return isOverride ? { value: claimed.value, because: `${aspect} is ${claimed.value} by a named judgement` } : one;
  });
  const worst = counting.reduce((a, b) => (isBetter(a.value, b.value) ? b : a));
  const computed = { overall: { value: worst.value, because: worst.because }, ...judged };
  const better = computedAspects.filter((aspect) => {
    const claimed = rag[aspect];
    return claimed !== undefined && isBetter(claimed.value, computed[aspect].value);
  });
  return {
    report,
    cycle,
    computed,
    breaches: (['time', 'cost', 'benefits', 'risk'] as const).flatMap((aspect) => {
      const { breach } = judged[aspect];
      return breach === undefined ? [] : [{ aspect, because: breach }];
    }),
    money,
    unexplained: better.filter((aspect) => !isNamed(aspect)),
    overridden: better.filter(isNamed),
  };
}

interface Judged extends ComputedRating {
  /** Said where a forecast is outside its tolerance. */
  readonly breach?: string;
}

function judgeTime(milestones: readonly MilestoneState[], limit: number): Judged {
  const running = milestones.filter(({ status }) => !isFinished(status));
  const latest = running.toSorted((a, b) => b.slip - a.slip)[0];
  const missed = running.find(({ status }) => status === 'missed');
  if (latest !== undefined && latest.slip > limit) {
    const because = `"${latest.milestone.id}" is forecast ${latest.slip} days late, and ${limit} are allowed`;
    return { value: 'red', because, breach: because };
  }
  if (missed !== undefined) return { value: 'red', because: `"${missed.milestone.id}" is missed` };
  if (latest !== undefined && latest.slip > 0) {
    return { value: 'amber', because: `"${latest.milestone.id}" is forecast ${latest.slip} days late` };
  }
  const threatened = running.find(({ status }) => status === 'at-risk');
  if (threatened === undefined) return { value: 'green', because: 'no milestone is late or at risk' };
  const { milestone, waitsFor } = threatened;
  const cause = waitsFor === null ? '' : `, since it waits for "${waitsFor}"`;
  return { value: 'amber', because: `"${milestone.id}" is at risk${cause}` };
}

/** Beyond this a variance needs a narrative. Source: GMPP data return, variance of more than 5%. */
export const narrativeBeyond = 5;

function judgeCost({ life, asAt }: MoneyPosition, limit: number): Judged {
  const { variancePercent: percent } = life;
  if (asAt === null) return { value: 'green', because: 'no money is on record' };
  if (percent === null) {
    const because =
      life.forecast === 0 ? 'no money is planned' : 'money is forecast without a baseline to hold it against';
    return { value: life.forecast === 0 ? 'green' : 'amber', because };
  }
  const says = `the whole life is forecast ${signed(percent)}% against its baseline`;
  if (percent > limit) {
    const because = `${says}, and ${limit}% over is allowed`;
    return { value: 'red', because, breach: because };
  }
  return { value: Math.abs(percent) > narrativeBeyond ? 'amber' : 'green', because: says };
}

function judgeBenefits(benefits: InitiativeRecords['benefits'], known: Known, cutoff: string, limit: number): Judged {
  const year = yearOf(cutoff);
  const short = benefits.flatMap((benefit) => {
    const current = currentYear(pathOf(benefit, known.benefits.get(benefit.id) ?? []), year);
    const percent = current === null ? null : shortfall(benefit, current);
    return percent === null || percent === 0 ? [] : [{ id: benefit.id, percent }];
  });
  const worst = short.toSorted((a, b) => b.percent - a.percent)[0];
  if (worst === undefined) return { value: 'green', because: 'no benefit is forecast to fall short' };
  const says = `"${worst.id}" is forecast ${worst.percent}% short of its plan`;
  if (worst.percent <= limit) return { value: 'amber', because: says };
  const because = `${says}, and ${limit}% is allowed`;
  return { value: 'red', because, breach: because };
}

function judgeRisk(open: InitiativeRecords['risks'], known: Known, limit: number): Judged {
  const scored = open.map((risk) => ({ id: risk.id, ...score(known.risks.get(risk.id) ?? risk.residual) }));
  const worst = scored.toSorted((a, b) => b.score - a.score)[0];
  if (worst === undefined) return { value: 'green', because: 'no threat is open' };
  const says = `"${worst.id}" scores ${worst.score}`;
  if (worst.score > limit) {
    const because = `${says}, and ${limit} is allowed`;
    return { value: 'red', because, breach: because };
  }
  return { value: worst.band === 'high' || worst.band === 'very-high' ? 'amber' : 'green', because: says };
}

/** A percentage with its sign, a true minus among them, e.g. `+4.2` or `−1.0`. */
export function signed(value: number): string {
  const written = Math.abs(value).toFixed(1);
  return value > 0 ? `+${written}` : value < 0 ? `−${written}` : written;
}

/** Every aspect of a latest report that is claimed green while its records give another rating and nobody gives a reason. */
export function watermelons(library: Library, asOf = library.asAt): { rated: RatedReport; aspect: ComputedAspect }[] {
  return [...ratedReports(library, asOf).values()].flatMap((all) => {
    const rated = all.at(-1);
    if (rated === undefined || find(library.initiatives, rated.report.parts.initiative) === undefined) return [];
    return rated.unexplained
      .filter((aspect) => rated.report.data.rag[aspect]?.value === 'green')
      .map((aspect) => ({ rated, aspect }));
  });
}
