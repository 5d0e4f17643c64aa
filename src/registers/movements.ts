import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { type RatingValue, ratingScales, ratingValues } from '../records/scales.ts';
import { daysLate } from './dates.ts';
import { withAllBelow } from './levels.ts';
import { isFinished, milestoneStates } from './replay.ts';
import { reportsByInitiative } from './reports.ts';
import { type RiskScore, riskRegister } from './risks.ts';
import { rank, standingOn } from './standing.ts';

interface Moved {
  readonly initiative: string;
  readonly initiativeName: string;
  /** How far it moved: the share of the scale, days, or points of the score. */
  readonly size: number;
}

/** Something that has become worse between two days. */
export type Worsening =
  | (Moved & { readonly kind: 'rating'; readonly from: RatingValue; readonly to: RatingValue })
  | (Moved & { readonly kind: 'milestone'; readonly title: string; readonly from: string; readonly to: string })
  | (Moved & { readonly kind: 'risk'; readonly title: string; readonly from: RiskScore; readonly to: RiskScore });

/** In the order of their weight: a rating already weighs milestones and risks, and a late milestone is a risk come true. */
const kinds: readonly Worsening['kind'][] = ['rating', 'milestone', 'risk'];

/**
 * What has become worse in the portfolios of a board and of all boards below it: ratings that fell, milestones still to come
 * that are expected later, open risks whose score rose. The worst first: ratings before milestones before risks, of each
 * kind the largest movement first, then what it has come to, then by the initiative's name.
 *
 * @param since the first of the two days that are compared, `YYYY-MM-DD`
 * @param asOf the second
 */
export function worsenings(library: Library, board: Entry<'board'>, since: string, asOf: string): Worsening[] {
  const scope = portfoliosOf(library, board);
  const members = new Set(scope.flatMap(({ data }) => withAllBelow(library, data.members)));
  const found = [
    ...ratings(library, scope, since, asOf),
    ...milestones(library, members, since, asOf),
    ...risks(library, members, since, asOf),
  ];
  return found.toSorted(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      b.size - a.size ||
      standing(b) - standing(a) ||
      byCodeUnit(a.initiativeName, b.initiativeName) ||
      byCodeUnit(titleOf(a), titleOf(b)),
  );
}

function of(library: Library, initiative: string): Pick<Moved, 'initiative' | 'initiativeName'> {
  return { initiative, initiativeName: find(library.initiatives, initiative)?.data.name ?? initiative };
}

/** How bad it is now, where that can be told. */
function standing(one: Worsening): number {
  if (one.kind === 'rating') return ratingValues.indexOf(one.to);
  return one.kind === 'risk' ? one.to.score : 0;
}

function titleOf(one: Worsening): string {
  return one.kind === 'rating' ? '' : one.title;
}

/** The portfolios that report to a board, or to one below it. */
export function portfoliosOf(library: Library, board: Entry<'board'>): Entry<'portfolio'>[] {
  const boards = new Set([board.id]);
  // What is added while a set is gone through is gone through too, and nothing twice, so rings come to an end.
  for (const id of boards) {
    for (const other of Object.values(library.boards)) if (other.data.parent === id) boards.add(other.id);
  }
  return Object.values(library.portfolios).filter(({ data }) => boards.has(data.board));
}

/** An initiative in several portfolios counts by the one on whose scale it fell furthest. */
function ratings(
  library: Library,
  portfolios: readonly Entry<'portfolio'>[],
  since: string,
  asOf: string,
): Worsening[] {
  const [before, now] = [reportsByInitiative(library, since), reportsByInitiative(library, asOf)];
  const fallen = new Map<string, Worsening>();
  for (const portfolio of portfolios) {
    const scale = portfolio.data.rag_scale;
    for (const initiative of withAllBelow(library, portfolio.data.members)) {
      const [earlier, later] = [before, now].map((reports) => {
        const report = reports.get(initiative)?.at(-1);
        return report === undefined ? null : standingOn(portfolio, report);
      });
      if (!earlier || !later) continue;
      const steps = rank(scale, later.value) - rank(scale, earlier.value);
      // Steps of a longer scale are smaller, so that they are counted by their share of it.
      const size = steps / (ratingScales[scale].length - 1);
      if (size <= (fallen.get(initiative)?.size ?? 0)) continue;
      fallen.set(initiative, {
        ...of(library, initiative),
        kind: 'rating',
        size,
        from: earlier.value,
        to: later.value,
      });
    }
  }
  return [...fallen.values()];
}

function milestones(library: Library, members: ReadonlySet<string>, since: string, asOf: string): Worsening[] {
  const before = milestoneStates(library, since);
  return [...milestoneStates(library, asOf).values()].flatMap(({ milestone, expected, reported }): Worsening[] => {
    const { id, initiative, title } = milestone;
    const from = before.get(id)?.expected;
    if (from === undefined || isFinished(reported) || !members.has(initiative)) return [];
    const size = daysLate(from, expected);
    return size <= 0 ? [] : [{ ...of(library, initiative), kind: 'milestone', title, size, from, to: expected }];
  });
}

function risks(library: Library, members: ReadonlySet<string>, since: string, asOf: string): Worsening[] {
  const before = new Map(riskRegister(library, since).map(({ risk, residual }) => [risk.id, residual]));
  return riskRegister(library, asOf).flatMap(({ risk, residual, isOpen }): Worsening[] => {
    const { id, initiative, event, type } = risk;
    const from = before.get(id);
    if (from === undefined || !isOpen || type !== 'threat' || !members.has(initiative)) return [];
    const size = residual.score - from.score;
    return size <= 0 ? [] : [{ ...of(library, initiative), kind: 'risk', title: event, size, from, to: residual }];
  });
}
