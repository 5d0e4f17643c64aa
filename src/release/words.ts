import { diffWordsWithSpace } from 'diff';

/** A stretch of a text that two versions of it share, or that one of them has alone. */
export interface Words {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words that may differ before two texts are taken to have none in common: the time to find them grows with the square. */
const most = 2_000;

/** Letters that a text must have for its standing within a longer one to mean something. */
const enough = 20;

/** A text word by word: what stayed, what went and what came. */
export function compareWords(before: string, after: string): Words[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: most }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Whether two texts share so much that one is a version of the other: half of both, or nearly all of the shorter. */
export function areVersions(words: readonly Words[]): boolean {
  const letters = { same: 0, removed: 0, added: 0 };
  for (const { kind, text } of words) letters[kind] += text.replace(/\s/g, '').length;
  const { same, removed, added } = letters;
  const shorter = same + Math.min(removed, added);
  return same * 2 >= same + (removed + added) / 2 || (same >= shorter * 0.8 && same >= enough);
}
