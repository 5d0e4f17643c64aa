import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import { compareWords, type Words } from './words.ts';
import { written } from './written.ts';

/** A field that two versions of a record have otherwise. */
export interface FieldChange {
  /** Where it stands, e.g. `items.5a.title`: a record within the record is named by its id, other entries by their number. */
  readonly path: string;
  /** The record within the record that it is a field of, where that has a title besides its id: where it stands, and the title. */
  readonly of?: { readonly path: string; readonly title: string };
  /** What it was; undefined where it was not there. */
  readonly before?: string;
  readonly after?: string;
  /** The same word by word, where both are text of more than a word. */
  readonly words?: readonly Words[];
}

/** What names a record that stands in a list. */
const naming = ['id', 'number', 'reference', 'name', 'period', 'day', 'on', 'role', 'term'];

/** What such a record is called, for people. */
const calling = ['title', 'name', 'label', 'event', 'text'];

/** Compares what two versions of a record say, field by field; lists of records by what names them. */
export function compareFields(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => compareFields(before[key], after[key], joined(path, key)));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const key = naming.find((name) => names(before, name) && names(after, name));
    return key === undefined ? compareLists(before, after, path) : compareNamed(before, after, key, path);
  }
  return [change(path, before, after)];
}

type Named = Record<string, unknown>;

function names(list: readonly unknown[], key: string): list is readonly Named[] {
  const values = list.map((item) => (isObject(item) ? item[key] : undefined));
  return values.every((value) => typeof value === 'string' || typeof value === 'number') && isEachOnce(values);
}

function isEachOnce(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function compareNamed(before: readonly Named[], after: readonly Named[], key: string, path: string): FieldChange[] {
  const was = new Map(before.map((item) => [String(item[key]), item]));
  const is = new Map(after.map((item) => [String(item[key]), item]));
  const all = new Set([...was.keys(), ...is.keys()]);
  const changes = [...all].flatMap((name) => {
    const place = joined(path, name);
    const title = titleOf(is.get(name) ?? was.get(name) ?? {});
    const own = compareFields(was.get(name), is.get(name), place);
    return title === undefined || title === name ? own : own.map((one) => ({ of: { path: place, title }, ...one }));
  });
  const common = (from: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...from.keys()].filter((name) => other.has(name)).join(', ');
  const order = [common(was, is), common(is, was)] as const;
  return order[0] === order[1] ? changes : [...changes, change(joined(path, 'order'), ...order)];
}

function titleOf(item: Named): string | undefined {
  return calling.map((key) => item[key]).find((value) => typeof value === 'string');
}

function compareLists(before: readonly unknown[], after: readonly unknown[], path: string): FieldChange[] {
  const parts = diffArrays([...before], [...after], { comparator: isDeepStrictEqual });
  const changes: FieldChange[] = [];
  let place = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const { added = false, removed = false, value = [] } = parts[at] ?? {};
    if (!added && !removed) {
      place += value.length;
      continue;
    }
    const next = removed && parts[at + 1]?.added === true ? parts[at + 1]?.value : undefined;
    if (next !== undefined) at += 1;
    const [gone, come] = added ? [[], value] : [value, next ?? []];
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      changes.push(...compareFields(gone[index], come[index], joined(path, String(place + index + 1))));
    }
    place += come.length;
  }
  return changes;
}

function change(path: string, before: unknown, after: unknown): FieldChange {
  const [was, is] = [written(before), written(after)];
  const isProse = was !== undefined && is !== undefined && /\s/.test(was) && /\s/.test(is);
  return {
    path,
    ...(was !== undefined && { before: was }),
    ...(is !== undefined && { after: is }),
    ...(isProse && { words: compareWords(was, is) }),
  };
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
