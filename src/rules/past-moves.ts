import type { Past, PastStep } from '../source/past.ts';
import type { SourceFile } from '../source/source.ts';

/** One value of a version of a file, under a name that all versions share. */
export interface PastValue {
  readonly subject: string;
  /** The same words mean the same value. */
  readonly words: string;
}

/** What a step of history did to a value. */
export interface Move<Value extends PastValue> {
  readonly step: PastStep;
  /** Path of the file that held it, or holds it since. */
  readonly file: string;
  /** What it was in each of the parents; none where no parent had it. */
  readonly before: readonly Value[];
  /** What it is since; undefined where the step took it away. */
  readonly after: Value | undefined;
}

/**
 * Follows the values that files hold through all their versions, whatever file each stands in.
 *
 * @param read the values of one version; undefined where it cannot be read, and then it is taken to hold what the one before it
 *   held, so that what a faulty version hides is found in the next
 * @returns the steps that brought, changed or took away each value, in order, by its subject
 */
export function movesOf<Value extends PastValue>(
  { steps, texts }: Past,
  read: (file: SourceFile) => readonly Value[] | undefined,
): Map<string, Move<Value>[]> {
  const known = new Map<string, readonly Value[]>();
  const valuesOf = (path: string, id: string, earlier: readonly string[]): readonly Value[] => {
    const name = `${path}\0${id}`;
    const text = texts.get(id);
    const values =
      known.get(name) ??
      (text === undefined ? undefined : read({ path, text })) ??
      earlier.flatMap((other) => known.get(`${path}\0${other}`) ?? []);
    known.set(name, values);
    return values;
  };
  const moves = new Map<string, Move<Value>[]>();
  for (const step of steps) {
    const held = new Map<string, { file: string; before: Value[]; after: Value | undefined }>();
    const at = (file: string, subject: string) => {
      const found = held.get(subject) ?? { file, before: [], after: undefined };
      held.set(subject, found);
      return found;
    };
    for (const { path, before, after } of step.changes) {
      for (const id of before) for (const value of valuesOf(path, id, [])) at(path, value.subject).before.push(value);
      if (after === undefined) continue;
      for (const value of valuesOf(path, after, before))
        Object.assign(at(path, value.subject), { file: path, after: value });
    }
    for (const [subject, { file, before, after }] of held) {
      if (before.some(({ words }) => words === after?.words)) continue;
      const list = moves.get(subject) ?? [];
      list.push({ step, file, before, after });
      moves.set(subject, list);
    }
  }
  return moves;
}

/** What a value was when it was last as it may be, and the steps that made it what it is since without leave, in order. */
export interface Departure<Value extends PastValue> {
  readonly from: Value;
  readonly moves: readonly Move<Value>[];
}

/**
 * Finds out whether a value is what it first was, or has come from there by moves that were allowed.
 *
 * @param moves what has become of it, as `movesOf` gives it
 * @param today undefined where it is gone
 * @param isAllowed whether it may have come from one value to another, in however many moves
 * @returns undefined where it is as it may be
 */
export function departureOf<Value extends PastValue>(
  moves: readonly Move<Value>[],
  today: Value | undefined,
  isAllowed: (from: Value, to: Value) => boolean,
): Departure<Value> | undefined {
  const first = firstValues(moves);
  const isGood = (value: Value | undefined): boolean =>
    value !== undefined && first.some((one) => one.words === value.words || isAllowed(one, value));
  if (isGood(today)) return undefined;
  const walked: Move<Value>[] = [];
  let value = today;
  for (const move of moves.toReversed()) {
    if (move.after?.words !== value?.words) continue;
    walked.unshift(move);
    value = move.before[0];
    if (isGood(value)) break;
  }
  const [from] = [value, ...first].filter((one) => one !== undefined);
  if (from === undefined) return undefined;
  const wrong = walked.filter(
    ({ before, after }) => after === undefined || !before.some((one) => isAllowed(one, after)),
  );
  return { from, moves: wrong.length > 0 ? wrong : walked };
}

/**
 * The values it began with: one, unless branches brought it with several. What comes back after it was taken away is no
 * beginning.
 */
function firstValues<Value extends PastValue>(moves: readonly Move<Value>[]): Value[] {
  const first: Value[] = [];
  const later = new Set<string>();
  let wasTaken = false;
  for (const { before, after } of moves) {
    first.push(...before.filter(({ words }) => !later.has(words)));
    if (before.length === 0 && after !== undefined && !wasTaken) first.push(after);
    for (const value of [...before, ...(after === undefined ? [] : [after])]) later.add(value.words);
    wasTaken ||= after === undefined;
  }
  return first;
}
