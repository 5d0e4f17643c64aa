import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';

/** Records by id, sorted by id. Look things up with `find`, because an id can be any word, `constructor` too. */
export type Shelf<Value> = Readonly<Record<string, Value>>;

/** The record of an id, or undefined. */
export function find<Value>(shelf: Shelf<Value>, id: string | undefined): Value | undefined {
  return id !== undefined && Object.hasOwn(shelf, id) ? shelf[id] : undefined;
}

/** Fills shelves; a second record of the same id is left off and reported. */
export function createShelf(diagnostics: Diagnostic[]) {
  return <Value>(
    kind: string,
    values: readonly Value[],
    identify: (value: Value) => Position & { id: string; file: string },
  ): Shelf<Value> => {
    const first = new Map<string, Position & { file: string; value: Value }>();
    for (const value of values) {
      const { id, file, line, column } = identify(value);
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, { file, line, column, value });
      else {
        diagnostics.push({
          file,
          line,
          column,
          rule: 'duplicate-id',
          severity: 'error',
          message: `There is already ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} "${id}", at ${earlier.file}:${earlier.line}.`,
          hint: 'Give this one an id of its own; an id is never used twice.',
        });
      }
    }
    const sorted = [...first].toSorted(([a], [b]) => (a < b ? -1 : 1));
    // No prototype, so that no inherited name is taken for an id.
    return Object.assign(Object.create(null), Object.fromEntries(sorted.map(([id, { value }]) => [id, value])));
  };
}
