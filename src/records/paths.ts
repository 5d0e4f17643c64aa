import { date, id } from './fields.ts';
import { type KindName, kinds } from './kinds.ts';

/** A file of the content recognised by its path. */
export interface Place {
  readonly kind: KindName;
  /** The parts of the path that vary, by name, e.g. `{ board: 'pib', date: '2017-07-12' }`. */
  readonly parts: Readonly<Record<string, string>>;
}

const templates = Object.entries(kinds).map(([kind, { path }]) => ({
  kind: kind as KindName,
  names: Array.from(path.matchAll(/<(\w+)>/g), (match) => match[1] ?? ''),
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/<\w+>/g, '([^/]+)')}$`),
}));

/** The kind of record a path stands for, or undefined when no kind lives there. */
export function placeOf(path: string): Place | undefined {
  for (const { kind, names, pattern } of templates) {
    const match = pattern.exec(path);
    if (match) return { kind, parts: Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ''])) };
  }
  return undefined;
}

/** What is wrong with the names in a path, and how to mend it; none when all are good ids and dates. */
export function pathFaults(place: Place): { readonly message: string; readonly hint: string }[] {
  return Object.entries(place.parts).flatMap(([name, value]) => {
    const form = (name === 'date' ? date : id).safeParse(value);
    if (form.success) return [];
    const day = name === 'date' ? /^\d{4}-\d{2}-\d{2}(?=\D)/.exec(value)?.[0] : undefined;
    if (day !== undefined && date.safeParse(day).success) {
      const message = `"${value}" is not the folder of a meeting: a board has one meeting a day.`;
      return [{ message, hint: `Put a second sitting on the agenda of ${day}, or on a day of its own.` }];
    }
    return [
      { message: `"${value}" in the path must be ${form.error.issues[0]?.message ?? 'another name'}.`, hint: '' },
    ];
  });
}

/** Where each kind of record lives, for a message. */
export const knownPaths = Object.values(kinds).map(({ path }) => path);
