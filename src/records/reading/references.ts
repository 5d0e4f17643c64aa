import { z } from 'zod';
import { id, quotedReference } from '../fields.ts';
import { unwrap } from './unwrap.ts';

/** What a reference can name. */
export type ReferenceTarget =
  | 'role'
  | 'group'
  | 'board'
  | 'portfolio'
  | 'initiative'
  | 'milestone'
  | 'cycle'
  | 'calendar'
  | 'matter'
  | 'meeting'
  | 'finance-line'
  | 'decision'
  | 'action'
  | 'risk'
  | 'benefit'
  | 'escalation'
  | 'change-request'
  | 'outcome'
  | 'objective'
  | 'priority';

/** One reference from a record to another. */
export interface Reference {
  readonly target: ReferenceTarget;
  readonly id: string;
  /** Where it stands in the record, as the steps of a path. */
  readonly path: readonly PropertyKey[];
}

const meetingId = z.string().regex(/^[a-z0-9-]+\/\d{4}-\d{2}-\d{2}$/, 'a meeting as board/date, as in pib/2017-07-12');
const financeLineId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a line as table/line, as in capital-plan/fleet');

/** How the ids of each kind are written; `id` where nothing is said. */
const forms: Partial<Record<ReferenceTarget, z.ZodString>> = {
  meeting: meetingId,
  'finance-line': financeLineId,
  decision: quotedReference,
  action: quotedReference,
};

const targets = new WeakMap<z.core.$ZodType, ReferenceTarget>();

/**
 * The id of another record. Every field made with it is checked against the whole library, so no record kind needs a
 * rule of its own for dangling references.
 */
export function reference(target: ReferenceTarget, description: string): z.ZodString {
  const schema = (forms[target] ?? id).describe(description);
  targets.set(schema, target);
  return schema;
}

/** All references in a value that its schema has accepted. */
export function collectReferences(schema: z.core.$ZodType, value: unknown, path: PropertyKey[] = []): Reference[] {
  const target = targets.get(schema);
  if (target !== undefined) return typeof value === 'string' ? [{ target, id: value, path }] : [];
  if (value === undefined || value === null) return [];
  const inner = unwrap(schema);
  if (inner !== schema) return collectReferences(inner, value, path);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => collectReferences(schema.element, item, [...path, index]));
  }
  if (schema instanceof z.ZodObject && typeof value === 'object') {
    return Object.entries(schema.shape).flatMap(([key, field]) =>
      collectReferences(field, (value as Record<string, unknown>)[key], [...path, key]),
    );
  }
  return [];
}
