import { closest, distance } from 'fastest-levenshtein';

/**
 * The valid name closest to what was typed, when it is close enough to be meant.
 *
 * @returns the name, or undefined when more than two in five letters would have to change
 */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const name = closest(typed.toLowerCase(), names.slice());
  const allowed = Math.max(1, Math.floor(Math.max(typed.length, name.length) * 0.4));
  return distance(typed.toLowerCase(), name.toLowerCase()) <= allowed ? name : undefined;
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
