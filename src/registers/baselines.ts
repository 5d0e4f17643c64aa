import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import type { Entry } from '../records/read-records.ts';

/** One move of a baseline, made by a change request that has been carried out. */
export interface BaselineMove {
  readonly change: Entry<'changeRequest'>;
  /** The day the change was carried out, from which the new baseline counts. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/** The day a change request was carried out, or undefined when it has not been. */
function implementedOn(change: Entry<'changeRequest'>): string | undefined {
  return change.data.history.find(({ state }) => state === 'implemented')?.date;
}

/** The moves of every milestone that has been moved, by its id, the earliest first. */
export const baselineMoves = drawnOnce((library: Library): ReadonlyMap<string, readonly BaselineMove[]> => {
  const moves = Object.values(library.changeRequests).flatMap((change) => {
    const date = implementedOn(change);
    if (date === undefined) return [];
    return change.data.impact.baselines.map(({ milestone, from, to }) => ({ milestone, change, date, from, to }));
  });
  const sorted = moves.toSorted((a, b) => byCodeUnit(a.date, b.date) || byCodeUnit(a.change.id, b.change.id));
  return Map.groupBy(sorted, ({ milestone }) => milestone);
});

/** When a milestone was first agreed for, what it was agreed for on a day, and how often it had been moved by then. */
export function baselineOn(
  library: Library,
  milestone: { readonly id: string; readonly baseline: { readonly due: string } },
  day: string,
): { first: string; due: string; moves: number } {
  const moves = baselineMoves(library).get(milestone.id) ?? [];
  const { due } = milestone.baseline;
  const later = moves.find(({ date }) => date > day);
  return {
    first: moves[0]?.from ?? due,
    due: later?.from ?? due,
    moves: moves.filter(({ date }) => date <= day).length,
  };
}
