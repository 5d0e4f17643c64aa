import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { ChangeState } from '../records/change-request.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import type { Entry } from '../records/read-records.ts';
import { daysBetween } from './dates.ts';
import { withAllAbove } from './levels.ts';
import { amountDecimals, sum } from './sums.ts';

/** One row of the change control log. */
export interface ChangeRow {
  readonly change: Entry<'changeRequest'>;
  readonly initiativeName: string;
  readonly raised: string;
  readonly state: ChangeState;
  /** The day it came into that state. */
  readonly since: string;
  readonly isOpen: boolean;
  /** Days from the day it was raised to the day it was settled, or to the day of the log. */
  readonly daysOpen: number;
  readonly timeDays: number;
  /** The change in cost over all years. */
  readonly cost: number;
  readonly unit: string;
  readonly decimals: number;
  /** The decision taken on it, once its meeting has been. */
  readonly decision: BlockEntry<'decision'> | undefined;
  /** The lowest board whose delegation covers it; undefined where none is on record. */
  readonly authority: Entry<'board'> | undefined;
  /** Whether it has been approved, with conditions or without. */
  readonly isApproved: boolean;
}

/** What the approved changes of an initiative add up to. */
export interface ChangeEffect {
  readonly initiative: string;
  readonly initiativeName: string;
  readonly approved: number;
  readonly pending: number;
  readonly timeDays: number;
  readonly cost: number;
  readonly unit: string;
  readonly decimals: number;
}

const settled: readonly ChangeState[] = ['rejected', 'withdrawn', 'implemented', 'verified', 'closed'];
/** The states in which a change has been approved. */
export const approvals: readonly ChangeState[] = ['approved', 'approved-with-conditions'];

/** Draws the change control log: open requests first, the oldest at the top, then the settled ones, the latest first. */
export const changeLog = drawnOnce((library: Library, asOf: string): readonly ChangeRow[] =>
  Object.values(library.changeRequests)
    .flatMap((change) => rowOf(library, change, asOf) ?? [])
    .toSorted(
      (a, b) =>
        Number(b.isOpen) - Number(a.isOpen) ||
        (a.isOpen ? byCodeUnit(a.raised, b.raised) : byCodeUnit(b.since, a.since)) ||
        byCodeUnit(a.change.id, b.change.id),
    ),
);

function rowOf(library: Library, change: Entry<'changeRequest'>, asOf: string): ChangeRow | undefined {
  const { history, impact, initiative } = change.data;
  const steps = history.filter(({ date }) => date <= asOf);
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const owner = find(library.initiatives, initiative);
  const done = steps.find(({ state }) => settled.includes(state));
  const finance = owner?.data.finance;
  const decision = find(library.decisions, change.data.decision);
  return {
    change,
    initiativeName: owner?.data.name ?? initiative,
    raised: first.date,
    state: last.state,
    since: last.date,
    isOpen: done === undefined,
    daysOpen: daysBetween(first.date, done?.date ?? asOf),
    timeDays: impact.time_days,
    cost: costOf(change),
    unit: finance?.unit ?? '',
    decimals: finance?.decimals ?? 1,
    decision: decision !== undefined && (decision.meeting.split('/')[1] ?? '') <= asOf ? decision : undefined,
    authority: authorityFor(library, change),
    isApproved: steps.some(({ state }) => approvals.includes(state)),
  };
}

/** What a change costs over all years. */
export function costOf(change: Entry<'changeRequest'>): number {
  return sum(
    change.data.impact.cost.map(({ amount }) => amount),
    amountDecimals,
  );
}

/**
 * The board that may approve a change: from the board of the initiative's portfolio upwards, the first whose delegation
 * covers the days and the cost. A board without a limit may approve any.
 */
export function authorityFor(library: Library, change: Entry<'changeRequest'>): Entry<'board'> | undefined {
  const above = withAllAbove(library, change.data.initiative);
  const portfolio = Object.values(library.portfolios).find(({ data }) => data.members.some((id) => above.includes(id)));
  // A large cut is as large a change as a large increase.
  const days = Math.abs(change.data.impact.time_days);
  const cost = Math.abs(costOf(change));
  const seen = new Set<string>();
  let board = find(library.boards, portfolio?.data.board);
  while (board !== undefined && !seen.has(board.id)) {
    seen.add(board.id);
    const limit = board.data.delegation;
    const parent = find(library.boards, board.data.parent);
    if (limit === undefined || parent === undefined || (days <= limit.time_days && cost <= limit.cost)) return board;
    board = parent;
  }
  return board;
}

/** What the approved changes add up to, for each initiative that has asked for any, by its name. */
export function changeEffects(library: Library, asOf = library.asAt): ChangeEffect[] {
  const byInitiative = Map.groupBy(changeLog(library, asOf), (row) => row.change.data.initiative);
  return [...byInitiative]
    .map(([initiative, rows]) => {
      const approved = rows.filter((row) => row.isApproved);
      return {
        initiative,
        initiativeName: rows[0]?.initiativeName ?? initiative,
        approved: approved.length,
        pending: rows.filter((row) => row.isOpen && !row.isApproved).length,
        timeDays: approved.reduce((days, row) => days + row.timeDays, 0),
        cost: sum(
          approved.map((row) => row.cost),
          amountDecimals,
        ),
        unit: rows[0]?.unit ?? '',
        decimals: rows[0]?.decimals ?? 1,
      };
    })
    .toSorted((a, b) => byCodeUnit(a.initiativeName, b.initiativeName));
}
