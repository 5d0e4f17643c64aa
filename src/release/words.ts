import { diffArrays } from 'diff';
import { tidyWords } from './tidy-words.ts';

/** A stretch of a text that two versions of it share, or that one of them has alone. */
export interface Words {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words that may differ before two texts are taken to have none in common: the time to find them grows with the square. */
const most = 2_000;

/** Letters that a text must have for its standing within a longer one to mean something. */
const enough = 20;

/**
 * What is compared as one: an amount or a date with its signs (`£62.0m`, `2017-18`, `5%`), a word with its hyphens, a stretch
 * of spaces, or any other sign. A figure of which one digit has changed is another figure.
 */
const piece =
  /[£$€]?\p{N}+(?:[.,:/–-]\p{N}+)*[\p{L}\p{M}%]*|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*|\s+|\P{M}\p{M}*|\p{M}/gu;

/** A text word by word: what stayed, what went and what came. */
export function compareWords(before: string, after: string): Words[] {
  const [was, is] = [before.match(piece) ?? [], after.match(piece) ?? []];
  const parts = diffArrays<string>(was, is, { maxEditLength: most }) ?? [
    { value: was, removed: true, added: false },
    { value: is, removed: false, added: true },
  ];
  return tidyWords(
    parts.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  );
}

/** Words shown on either side of what has changed, where not all are. */
const around = 6;

/** The same with no more of what has stayed than helps to see where the change is; `…` stands for the rest. */
export function nearChanges(words: readonly Words[]): Words[] {
  return words.map((one, index) =>
    one.kind === 'same' ? { ...one, text: near(one.text, index > 0, index < words.length - 1) } : one,
  );
}

function near(text: string, isAfter: boolean, isBefore: boolean): string {
  const words = text.split(/(?<=\s)(?=\S)/);
  if (words.length <= (Number(isAfter) + Number(isBefore)) * around) return text;
  const head = isAfter ? words.slice(0, around).join('') : '';
  const tail = isBefore ? words.slice(-around).join('') : '';
  return isAfter && isBefore ? `${head}… ${tail}` : `${head.trimEnd()}…${tail}`;
}

/** Whether two texts share so much that one is a version of the other: half of both, or nearly all of the shorter. */
export function areVersions(words: readonly Words[]): boolean {
  const letters = { same: 0, removed: 0, added: 0 };
  for (const { kind, text } of words) letters[kind] += text.replace(/\s/g, '').length;
  const { same, removed, added } = letters;
  const shorter = same + Math.min(removed, added);
  return same * 2 >= same + (removed + added) / 2 || (same >= shorter * 0.8 && same >= enough);
}
