import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { approvals } from '../registers/changes.ts';
import { withAllAbove } from '../registers/levels.ts';
import { amountDecimals, sum } from '../registers/sums.ts';
import type { Agreed, Mover } from './agreed-values.ts';

/**
 * What the approved change requests allow: a milestone to go from the date one of them moves it from to the date it moves it
 * to, and on from there; money of a year to differ by what some of them cost in it; a baseline or target of a benefit to
 * change where one of that type names the benefit.
 *
 * @returns whether a value may have come from one to the other
 */
export function approvedMoves(library: Library): (from: Agreed, to: Agreed) => boolean {
  const changes = Object.values(library.changeRequests).filter(({ data }) =>
    data.history.some(({ state }) => approvals.includes(state)),
  );
  const dates = Map.groupBy(
    changes.flatMap(({ data }) => data.impact.baselines),
    ({ milestone }) => milestone,
  );
  return (from, to) => {
    const { mover } = to;
    if (mover.by === 'date') return canReach(dates.get(mover.milestone) ?? [], from.words, to.words);
    if (mover.by === 'cost') {
      const difference = sum([to.amount ?? 0, -(from.amount ?? 0)], amountDecimals);
      return costsOf(library, changes, mover).has(difference);
    }
    return mover.by === 'benefit' && changes.some((change) => namesBenefit(library, change, mover));
  };
}

/** Whether some moves, one after another, lead from one date to another. */
function canReach(moves: readonly { from: string; to: string }[], from: string, to: string): boolean {
  const reached = new Set([from]);
  // What is added while a set is gone through is gone through too, and nothing twice, so rings come to an end.
  for (const date of reached) for (const move of moves) if (move.from === date) reached.add(move.to);
  return reached.has(to);
}

/** What one or several of the change requests of some initiatives add to a year. */
function costsOf(
  library: Library,
  changes: readonly Entry<'changeRequest'>[],
  { initiatives, year }: Mover & { by: 'cost' },
): Set<number> {
  const sums = new Set<number>();
  for (const { data } of changes) {
    if (!initiatives.some((id) => withAllAbove(library, id).includes(data.initiative))) continue;
    const cost = sum(
      data.impact.cost.filter((one) => one.year === year).map(({ amount }) => amount),
      amountDecimals,
    );
    if (cost === 0) continue;
    for (const before of [0, ...sums]) sums.add(sum([before, cost], amountDecimals));
  }
  return sums;
}

function namesBenefit(
  library: Library,
  { data }: Entry<'changeRequest'>,
  { benefit, initiative }: Mover & { by: 'benefit' },
): boolean {
  return (
    data.type.includes('benefit') &&
    withAllAbove(library, initiative).includes(data.initiative) &&
    new RegExp(`(?<![a-z0-9-])${benefit}(?![a-z0-9-])`).test(data.impact.benefits)
  );
}
