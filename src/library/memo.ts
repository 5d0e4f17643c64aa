import type { Library } from './library.ts';

/**
 * Makes a drawing from a library remember what it drew, so that rules, pages and papers that ask for the same view of the
 * same day are given one and the same value. A library never changes, and what was drawn goes when it goes.
 */
export function drawnOnce<Result>(
  draw: (library: Library, asOf: string) => Result,
): (library: Library, asOf?: string) => Result {
  const drawn = new WeakMap<Library, Map<string, Result>>();
  return (library, asOf = library.asAt) => {
    const days = drawn.get(library) ?? new Map<string, Result>();
    drawn.set(library, days);
    const known = days.get(asOf);
    if (known !== undefined) return known;
    const result = draw(library, asOf);
    days.set(asOf, result);
    return result;
  };
}
