import { byCodeUnit } from '../diagnostics/order.ts';
import type { InitiativeMilestone, Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import type { Entry } from '../records/read-records.ts';
import { baselineOn } from './baselines.ts';
import { slipDays } from './dates.ts';

/** What a report said of a milestone. */
export type Movement = Entry<'report'>['data']['milestones'][number];

/** What has become of a milestone; `not-reported` until a report names it. */
export type MilestoneStatus = Movement['status'] | 'not-reported';

/** What is known of a milestone on one day. */
export interface MilestoneState {
  readonly milestone: InitiativeMilestone;
  /** What the latest report that names it says. */
  readonly reported: MilestoneStatus;
  /** As reported, but `at-risk` where something it waits for is in trouble. */
  readonly status: MilestoneStatus;
  /** The milestone in trouble that it waits for; null where there is none. */
  readonly waitsFor: string | null;
  /** When it was first agreed for. */
  readonly first: string;
  /** When it was agreed for on that day. */
  readonly due: string;
  readonly moves: number;
  /** When it is expected, or was delivered; the baseline until a report says otherwise. */
  readonly expected: string;
  /** When the report before expected it; null where the latest does not name it, or it was not named before. */
  readonly expectedBefore: string | null;
  /** Days late against the agreed baseline. */
  readonly slip: number;
  readonly note: string;
}

/** A word on a milestone, and the last day the data it came from may be of. */
interface Word {
  readonly movement: Movement;
  readonly cutoff: string;
}

/** What has been said up to some cycle. */
interface Said {
  /** The last word on each milestone, and the word before. */
  readonly words: ReadonlyMap<string, { readonly last: Word; readonly before: Word | undefined }>;
  /** The cut-off of the latest report of each initiative. */
  readonly latest: ReadonlyMap<string, string>;
}

const nothingSaid: Said = { words: new Map(), latest: new Map() };

/** How things stood when the reports of one cycle were in. */
export interface Step {
  readonly cycle: Entry<'cycle'>;
  readonly reports: readonly Entry<'report'>[];
  readonly states: ReadonlyMap<string, MilestoneState>;
}

/** The cycles that reports are written for, in the order of their cut-off days. */
export function reportingCycles(library: Library): Entry<'cycle'>[] {
  return Object.values(library.cycles)
    .filter(({ data }) => data.reports_of === undefined)
    .toSorted((a, b) => byCodeUnit(a.data.cutoff, b.data.cutoff) || byCodeUnit(a.id, b.id));
}

/**
 * Goes through the reports cycle by cycle, so that every past state is known without a look at the repository's history.
 *
 * @returns a step for each cycle that has reports handed in by the day, in the order of their cut-off days
 */
export const replay = drawnOnce((library: Library, asOf: string): readonly Step[] => {
  const handedIn = Object.values(library.reports).filter(({ data }) => data.submitted <= asOf);
  const byCycle = Map.groupBy(handedIn, ({ parts }) => parts.cycle);
  let said = nothingSaid;
  return reportingCycles(library).flatMap((cycle): Step[] => {
    const reports = byCycle.get(cycle.id) ?? [];
    if (reports.length === 0) return [];
    said = hear(said, reports, cycle.data.cutoff);
    return [{ cycle, reports, states: statesOf(library, said, cycle.data.cutoff) }];
  });
});

/** What is known of every milestone on a day, by its id. */
export const milestoneStates = drawnOnce((library: Library, asOf: string): ReadonlyMap<string, MilestoneState> => {
  const said = replay(library, asOf).reduce(
    (before, { reports, cycle }) => hear(before, reports, cycle.data.cutoff),
    nothingSaid,
  );
  return statesOf(library, said, asOf);
});

function hear(said: Said, reports: readonly Entry<'report'>[], cutoff: string): Said {
  const words = new Map(said.words);
  const latest = new Map(said.latest);
  for (const { data, parts } of reports) {
    latest.set(parts.initiative ?? '', cutoff);
    for (const movement of data.milestones) {
      words.set(movement.id, { last: { movement, cutoff }, before: said.words.get(movement.id)?.last });
    }
  }
  return { words, latest };
}

/** Whether nothing more is to come of a milestone. */
export function isFinished(status: MilestoneStatus): boolean {
  return status === 'delivered' || status === 'cancelled';
}

function statesOf(library: Library, said: Said, day: string): Map<string, MilestoneState> {
  const states = new Map(
    Object.values(library.milestones).map((milestone) => [milestone.id, ownState(library, milestone, said, day)]),
  );
  const threatened = spreadTrouble(states);
  for (const [id, state] of states) {
    const waitsFor = awaited(state.milestone).find((other) => threatened.has(other));
    if (waitsFor === undefined || isFinished(state.reported)) continue;
    states.set(id, { ...state, waitsFor, status: state.reported === 'missed' ? 'missed' : 'at-risk' });
  }
  return states;
}

/** What is known of a milestone by itself, before what it waits for is looked at. */
function ownState(library: Library, milestone: InitiativeMilestone, said: Said, day: string): MilestoneState {
  const { last, before } = said.words.get(milestone.id) ?? {};
  const { first, due, moves } = baselineOn(library, milestone, day);
  const reported = last?.movement.status ?? 'not-reported';
  const expected = expectedBy(last?.movement, due);
  // Where the latest report passes a milestone over, it has not moved since the report before.
  const isNew = last !== undefined && last.cutoff === said.latest.get(milestone.initiative);
  return {
    milestone,
    reported,
    status: reported,
    waitsFor: null,
    first,
    due,
    moves,
    expected,
    expectedBefore:
      isNew && before !== undefined
        ? expectedBy(before.movement, baselineOn(library, milestone, before.cutoff).due)
        : null,
    slip: reported === 'cancelled' ? 0 : slipDays(due, expected),
    note: last?.movement.note ?? '',
  };
}

/** The milestones in trouble: those late, at risk or missed, and all that wait for one of them, however far down the line. */
function spreadTrouble(states: ReadonlyMap<string, MilestoneState>): Set<string> {
  const unfinished = [...states.values()].filter(({ reported }) => !isFinished(reported));
  const pairs = unfinished.flatMap(({ milestone }) =>
    awaited(milestone).map((other) => ({ other, waiter: milestone.id })),
  );
  const waiting = Map.groupBy(pairs, ({ other }) => other);
  const inTrouble = unfinished.filter(
    ({ reported, slip }) => reported === 'at-risk' || reported === 'missed' || slip > 0,
  );
  const found = new Set(inTrouble.map(({ milestone }) => milestone.id));
  // What is added while a set is gone through is gone through too, and nothing twice, so rings come to an end.
  for (const id of found) for (const { waiter } of waiting.get(id) ?? []) found.add(waiter);
  return found;
}

function expectedBy(movement: Movement | undefined, due: string): string {
  return movement?.actual ?? movement?.forecast ?? due;
}

/** The milestones that one waits for: those it depends on, and the one that settles its condition. */
export function awaited(milestone: InitiativeMilestone): string[] {
  const settledBy = milestone.condition?.resolved_by;
  return settledBy === undefined ? [...milestone.depends_on] : [...milestone.depends_on, settledBy];
}
