import { distance } from 'fastest-levenshtein';

/**
 * The valid name closest to what was typed, when it is close enough to be meant.
 *
 * @returns the name, or undefined when more than two in five letters would have to change
 */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const lower = typed.toLowerCase();
  let best: { name: string; away: number } | undefined;
  for (const name of names) {
    const away = lettersOf(name) === lettersOf(typed) ? 1 : distance(lower, name.toLowerCase());
    if (best === undefined || away < best.away) best = { name, away };
  }
  if (best === undefined) return undefined;
  const allowed = Math.max(1, Math.floor(Math.max(typed.length, best.name.length) * 0.4));
  return best.away <= allowed ? best.name : undefined;
}

/** Letters in order of the alphabet, so that two that were swapped count as one slip. */
function lettersOf(word: string): string {
  return [...word.toLowerCase()].toSorted().join('');
}

/**
 * A hint that names the nearest valid name, or lists the valid names when none is near and they are few.
 *
 * @example didYouMean('desision', ['decision', 'discussion']) // 'Did you mean "decision"?'
 */
export function didYouMean(typed: string, names: readonly string[]): string {
  const name = nearest(typed, names);
  if (name !== undefined) return `Did you mean "${name}"?`;
  if (names.length === 0) return '';
  return names.length <= 12 ? `Use one of: ${names.join(', ')}.` : '';
}
