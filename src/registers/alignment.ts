import type { Library, Located } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';

type Outcome = Located<Entry<'outcomes'>['data'][number]>;
type Objective = Located<Entry<'objectives'>['data'][number]>;
type Priority = Located<Entry<'priorities'>['data'][number]>;

/** An objective with what delivers it, what measures it, and the priorities it serves. */
export interface AlignedObjective {
  readonly objective: Objective;
  readonly initiatives: readonly Entry<'initiative'>[];
  readonly indicators: readonly Entry<'indicator'>[];
  /** Whether it serves each priority, in the order of `priorities`. */
  readonly serves: readonly boolean[];
}

/** How the strategy hangs together, and where it does not. */
export interface Alignment {
  readonly priorities: readonly Priority[];
  /** Outcomes with their objectives; an objective without an outcome stands under null, at the end. */
  readonly outcomes: readonly { readonly outcome: Outcome | null; readonly objectives: readonly AlignedObjective[] }[];
  readonly gaps: {
    readonly undelivered: readonly Objective[];
    readonly unmeasured: readonly Objective[];
    readonly unserved: readonly Priority[];
    /** Initiatives that name no objective. */
    readonly adrift: readonly Entry<'initiative'>[];
  };
}

/** Draws the alignment of outcomes, objectives, initiatives and priorities. */
export function alignment(library: Library): Alignment {
  const priorities = inFileOrder(Object.values(library.priorities));
  const initiatives = Object.values(library.initiatives);
  const indicators = Object.values(library.indicators).map(({ entry }) => entry);
  const aligned = inFileOrder(Object.values(library.objectives)).map((objective): AlignedObjective => {
    const delivering = initiatives.filter(({ data }) => data.objectives.includes(objective.id));
    const served = new Set(objective.aligned_to);
    return {
      objective,
      initiatives: delivering,
      indicators: indicators.filter(({ data }) => data.objectives.includes(objective.id)),
      serves: priorities.map(({ id }) => served.has(id)),
    };
  });
  const underOutcome = (outcome: Outcome | null): AlignedObjective[] =>
    aligned.filter(({ objective }) => (find(library.outcomes, objective.parent) ?? null) === outcome);
  const outcomes = [...inFileOrder(Object.values(library.outcomes)), null].map((outcome) => ({
    outcome,
    objectives: underOutcome(outcome),
  }));
  const named = new Set([
    ...Object.values(library.objectives).flatMap(({ aligned_to }) => aligned_to),
    ...initiatives.flatMap(({ data }) => data.aligned_to),
  ]);
  return {
    priorities,
    outcomes: outcomes.filter(({ outcome, objectives }) => outcome !== null || objectives.length > 0),
    gaps: {
      undelivered: aligned.filter((row) => row.initiatives.length === 0).map(({ objective }) => objective),
      unmeasured: aligned.filter((row) => row.indicators.length === 0).map(({ objective }) => objective),
      unserved: priorities.filter(({ id }) => !named.has(id)),
      adrift: initiatives.filter(({ data }) => data.objectives.length === 0),
    },
  };
}

/** As their file lists them, which is the order the strategy puts them in. */
function inFileOrder<Row extends { readonly line: number }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => a.line - b.line);
}
