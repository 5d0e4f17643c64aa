import type { Past, PastStep } from '../source/past.ts';
import type { SourceFile } from '../source/source.ts';
import { withoutCommon } from './version-pieces.ts';

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
 * @param read the values that some of the records of a file hold; undefined where they cannot be read, and then the version is
 *   taken to hold what the one before it held, so that what a faulty version hides is found in the next
 * @returns the steps that brought, changed or took away each value, in order, by its subject
 */
export function movesOf<Value extends PastValue>(past: Past, read: Read<Value>): Map<string, Move<Value>[]> {
  // What a value first was is told by the step that changes it. So what only brings values need not be read, unless they came
  // back after they were taken away, or what came before cannot be read. Most steps of a history do nothing else.
  const changes = follow(past, read, false);
  if (changes === undefined) return follow(past, read, true) ?? new Map();
  const taken = [...changes].filter(([, moves]) => moves.some(({ after }) => after === undefined));
  if (taken.length === 0) return changes;
  const all = follow(past, read, true);
  return new Map([...changes, ...taken.map(([subject, moves]) => [subject, all?.get(subject) ?? moves] as const)]);
}

type Read<Value> = (file: SourceFile) => readonly Value[] | undefined;

/** @returns undefined where only changes are wanted, and they cannot be understood without what brought the values */
function follow<Value extends PastValue>(
  { steps, texts }: Past,
  read: Read<Value>,
  withBirths: boolean,
): Map<string, Move<Value>[]> | undefined {
  const moves = new Map<string, Move<Value>[]>();
  const standIns = new Map<string, string>();
  const textOf = (path: string, id: string): string | undefined => standIns.get(`${path} ${id}`) ?? texts.get(id);
  for (const step of steps) {
    const held = new Map<string, Held<Value>>();
    const parts = step.changes.map(({ path, before, after }) => {
      const earlier = before.map((id) => textOf(path, id) ?? '');
      const text = after === undefined ? undefined : textOf(path, after);
      const [own = '', ...others] = withoutCommon(path, [text ?? '', ...earlier]);
      return { path, after, own, others, whole: text, last: earlier[0] ?? '' };
    });
    if (!withBirths && parts.every(({ others }) => others.every((other) => other === ''))) continue;
    for (const { path, after, own, others, whole, last } of parts) {
      const values = own === '' ? [] : read({ path, text: own });
      if (after !== undefined && (whole === undefined || values === undefined)) {
        standIns.set(`${path} ${after}`, last);
        continue;
      }
      const old = others.map((other) => (other === '' ? [] : read({ path, text: other })));
      if (!withBirths && old.includes(undefined)) return undefined;
      for (const value of old.flatMap((list) => list ?? [])) heldOf(held, path, value.subject).before.push(value);
      for (const value of values ?? []) Object.assign(heldOf(held, path, value.subject), { file: path, after: value });
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

interface Held<Value> {
  file: string;
  readonly before: Value[];
  after: Value | undefined;
}

function heldOf<Value>(held: Map<string, Held<Value>>, file: string, subject: string): Held<Value> {
  const found = held.get(subject) ?? { file, before: [], after: undefined };
  held.set(subject, found);
  return found;
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

/** The values it began with: one, unless branches brought it with several. What comes back is no beginning. */
function firstValues<Value extends PastValue>(moves: readonly Move<Value>[]): Value[] {
  const first: Value[] = [];
  const later = new Set<string>();
  for (const { before, after } of moves) {
    first.push(...before.filter(({ words }) => !later.has(words)));
    if (later.size === 0 && before.length === 0 && after !== undefined) first.push(after);
    for (const value of [...before, ...(after === undefined ? [] : [after])]) later.add(value.words);
  }
  return first;
}
