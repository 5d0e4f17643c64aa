import { z } from 'zod';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { unwrap } from './unwrap.ts';
import { type LocatedYaml, pointer } from './yaml.ts';

/**
 * Holds a value against its schema.
 *
 * @returns the value with its defaults filled in, or every fault, each at the field it is about
 */
export function validate<Schema extends z.ZodType>(
  file: string,
  located: LocatedYaml,
  schema: Schema,
): { data: z.output<Schema> } | { faults: Diagnostic[] } {
  // The fields of a record that is empty are missing one by one, which says more than "expected an object".
  const isEmpty = located.value === null || located.value === undefined;
  const result = schema.safeParse(isEmpty && schema instanceof z.ZodObject ? {} : located.value);
  if (result.success) return { data: result.data };
  // One fault a field: what else is wrong with a value of the wrong kind says nothing more.
  const firsts = Map.groupBy(result.error.issues, ({ path }) => pointer(path)).values();
  return { faults: Array.from(firsts).flatMap(([issue]) => (issue ? explain(file, issue, located, schema) : [])) };
}

function explain(file: string, issue: z.core.$ZodIssue, located: LocatedYaml, schema: z.ZodType): Diagnostic[] {
  const fault = (at: Position, rule: string, message: string, hint: string): Diagnostic => ({
    file,
    ...at,
    rule,
    severity: 'error',
    message,
    hint,
  });
  if (issue.code === 'unrecognized_keys') {
    const known = fieldNames(schemaAt(schema, issue.path));
    const typed = Object.keys((valueAt(located.value, issue.path) ?? {}) as object);
    return issue.keys.map((key) =>
      fault(
        located.keys[pointer([...issue.path, key])] ?? place(located, issue.path),
        'unknown-field',
        `There is no field "${key}" here.`,
        didYouMean(
          key,
          known.filter((name) => !typed.includes(name)),
        ),
      ),
    );
  }
  const field = schemaAt(schema, issue.path);
  const name = nameOf(issue.path);
  const value = valueAt(located.value, issue.path);
  if (issue.path.length === 0 && (value === undefined || value === null)) {
    const hint = 'List them, each entry under the one before, with "- " at its start.';
    return [fault(place(located, []), 'missing-field', 'This file has no entries.', hint)];
  }
  if (value === undefined || value === null) {
    const about = field === undefined ? '' : (z.globalRegistry.get(field)?.description ?? '');
    if (value === null && field !== undefined && unwrap(field) !== field) {
      const hint = `Give ${about}, or take the line out.`;
      return [fault(place(located, issue.path), 'wrong-value', `${name} is left blank.`, about && hint)];
    }
    return [fault(place(located, issue.path), 'missing-field', `${name} is missing.`, about && `Give ${about}.`)];
  }
  const isChoice = issue.code === 'invalid_value';
  const choices = isChoice ? issue.values.map(String) : [];
  const expected = isChoice ? `one of ${choices.join(', ')}` : wanted(issue);
  const message = `${name} is ${shown(value)}, but it must be ${expected}.`;
  const hint = isChoice ? suggestion(value, choices) : howToWrite(issue, field, value);
  return [fault(place(located, issue.path), 'wrong-value', message, hint)];
}

/** A field as its author knows it: the line tells which entry of a list is meant, so its number is left out. */
function nameOf(path: readonly PropertyKey[]): string {
  const names = path.filter((step) => typeof step === 'string');
  if (names.length === 0) return path.length === 0 ? 'The record' : 'This entry';
  return typeof path.at(-1) === 'number' ? `An entry of "${names.join('.')}"` : `"${names.join('.')}"`;
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return kindNames[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small' && issue.origin === 'array') return `a list of at least ${issue.minimum}`;
  if (issue.code === 'too_small' && issue.origin === 'number') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  // Every other field carries its own wording, which is what zod hands back as the message.
  return issue.message;
}

function howToWrite(issue: z.core.$ZodIssue, field: z.core.$ZodType | undefined, value: unknown): string {
  if (issue.code !== 'invalid_type') return '';
  if (issue.expected === 'array' && typeof value !== 'object') return `Write it in square brackets: [${value}].`;
  if (issue.expected === 'string' && typeof value !== 'object') return `Put it between double quotes: "${value}".`;
  return issue.expected === 'object' ? `Its fields are ${fieldNames(field).join(', ')}.` : '';
}

const kindNames: Partial<Record<string, string>> = {
  string: 'text',
  number: 'a number, without quotes',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

function suggestion(value: unknown, choices: readonly string[]): string {
  const hint = typeof value === 'string' ? didYouMean(value, choices) : '';
  return hint.startsWith('Use one of') ? '' : hint;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a group of fields';
  const written = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}…"` : written;
}

/** Where a field stands; for one that is missing, where the nearest group around it starts. */
function place(located: LocatedYaml, path: readonly PropertyKey[]): Position {
  for (let length = path.length; length > 0; length -= 1) {
    const found = located.positions[pointer(path.slice(0, length))];
    if (found) return found;
  }
  return located.positions[''] ?? { line: 1, column: 1 };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}

/** The schema of the field at a path, as long as the way there leads through groups and lists. */
function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  if (path.length === 0) return schema;
  const inner = unwrap(schema);
  const [step, ...rest] = path;
  if (inner instanceof z.ZodArray) return schemaAt(inner.element, rest);
  if (inner instanceof z.ZodObject) {
    const field: unknown = inner.shape[String(step)];
    return field instanceof z.ZodType ? schemaAt(field, rest) : undefined;
  }
  return undefined;
}

function fieldNames(schema: z.core.$ZodType | undefined): string[] {
  const inner = schema && unwrap(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}
