import type { Subject } from './compare.ts';

/** How much of two records must be the same for one to be the other under another name: where they are called the same, and else. */
const enough = { called: 0.5, otherwise: 0.8 };

/**
 * Files that have gone and are there again under another name: of the same kind, called the same and with half of their words
 * in common, or with nearly all of them.
 *
 * @returns what each is called later, by what it was called before
 */
export function findRenamed(before: readonly Subject[], after: readonly Subject[]): Map<string, string> {
  const files = (subjects: readonly Subject[]) => subjects.filter(({ record }) => record === '');
  const [was, is] = [files(before), files(after)];
  const [old, now] = [new Set(was.map(({ file }) => file)), new Set(is.map(({ file }) => file))];
  const gone = was.filter(({ file }) => !now.has(file)).map(read);
  const come = is.filter(({ file }) => !old.has(file)).map(read);
  const pairs = gone.flatMap((one) =>
    come.flatMap((other) => {
      if (one.subject.kind !== other.subject.kind) return [];
      const isCalledSame = one.names.some((name) => other.names.includes(name));
      const share = likeness(one.words, other.words);
      return share < (isCalledSame ? enough.called : enough.otherwise)
        ? []
        : [{ from: one.subject.file, to: other.subject.file, rank: share + Number(isCalledSame) }];
    }),
  );
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  // The likest first, so that each finds its own; where two are alike, in the order of their paths.
  for (const { from, to } of pairs.toSorted((a, b) => b.rank - a.rank)) {
    if (renamed.has(from) || taken.has(to)) continue;
    renamed.set(from, to);
    taken.add(to);
  }
  return renamed;
}

interface Read {
  readonly subject: Subject;
  /** Its title and its reference, as far as it has them. */
  readonly names: readonly string[];
  /** How often it has each word. */
  readonly words: ReadonlyMap<string, number>;
}

function read(subject: Subject): Read {
  const { reference } = Object(subject.data) as { reference?: unknown };
  const names = [subject.title, reference].filter((name) => typeof name === 'string' && name !== '') as string[];
  const words = new Map<string, number>();
  for (const word of `${JSON.stringify(subject.data)} ${subject.text}`.match(/[\p{L}\p{N}]+/gu) ?? []) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return { subject, names, words };
}

/** The share of their words that two texts have in common, in whatever order: 0 to 1. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const count = (words: ReadonlyMap<string, number>) => [...words.values()].reduce((sum, times) => sum + times, 0);
  const common = [...a].reduce((sum, [word, times]) => sum + Math.min(times, b.get(word) ?? 0), 0);
  return (2 * common) / Math.max(1, count(a) + count(b));
}
