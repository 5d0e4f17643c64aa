import type { Library, Located } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { factKey } from '../records/facts.ts';
import { kinds } from '../records/kinds.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import type { Entry } from '../records/read-records.ts';
import type { FactPlace } from './figures/figure.ts';

/** A record: what it is, what it is called, where it stands. */
export interface KnownRecord {
  readonly id: string;
  /** e.g. `highlight report`. */
  readonly kind: string;
  readonly title: string;
  /** The day or month its content is of; null where it names none. */
  readonly asAt: string | null;
  readonly at: FactPlace;
}

/** Every record that has an id, in the order of their files; two of different kinds may share one. */
export const knownRecords = drawnOnce((library: Library): readonly KnownRecord[] => {
  const { boards, portfolios, initiatives, reports, changeRequests, cycles, calendars, matters } = library;
  const pages: readonly (readonly Entry[])[] = [
    ...[boards, portfolios, initiatives, reports, changeRequests, cycles, calendars, matters].map((shelf) =>
      Object.values<Entry>(shelf),
    ),
    ...[library.meetings, library.minutes, library.papers, library.money, library.workforce].map((shelf) =>
      Object.values<Entry>(shelf),
    ),
    Object.values(library.finance).map(({ entry }) => entry),
    Object.values(library.indicators).map(({ entry }) => entry),
  ];
  const rows: readonly (readonly [string, Readonly<Record<string, Row>>])[] = [
    ['milestone', library.milestones],
    ['risk', library.risks],
    ['issue', library.issues],
    ['dependency', library.dependencies],
    ['benefit', library.benefits],
    ['escalation', library.escalations],
    ['outcome', library.outcomes],
    ['objective', library.objectives],
    ['priority', library.priorities],
    ['role', library.roles],
  ];
  return [
    ...pages.flat().map(ofFile),
    ...rows.flatMap(([kind, shelf]) => Object.values(shelf).map((row) => ofRow(kind, row))),
    ...[...Object.values(library.decisions), ...Object.values(library.actions)].map(ofBlock),
  ].toSorted((a, b) => (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : a.at.line - b.at.line));
});

/** The records that an id or the path of a file stands for. */
export function recordsNamed(library: Library, name: string): KnownRecord[] {
  return knownRecords(library).filter(({ id, at }) => id === name || (at.file === name && at.key === ''));
}

type Row = Located<{ id: string; title?: string; event?: string; description?: string; what?: string; cause?: string }>;

function ofFile({ kind, id, file, data }: Entry): KnownRecord {
  const fields = data as Readonly<Record<string, unknown>>;
  const title = [fields.title, fields.name, fields.period].find((one) => typeof one === 'string');
  const rows = Array.isArray(data) ? (data as { as_at?: string }[]) : [];
  const months = rows.flatMap(({ as_at }) => as_at ?? []).toSorted();
  const asAt = [fields.as_at, fields.submitted, fields.cutoff, months.at(-1)].find((one) => typeof one === 'string');
  return {
    id,
    kind: kinds[kind].title,
    title: String(title ?? ''),
    asAt: asAt === undefined ? null : String(asAt),
    at: { file, line: 1, column: 1, key: '' },
  };
}

function ofRow(kind: string, { id, title, event, description, what, cause, file, line, column }: Row): KnownRecord {
  const says = title ?? event ?? description ?? what ?? cause ?? '';
  return { id, kind, title: says, asAt: null, at: { file, line, column, key: factKey(id) } };
}

function ofBlock({ name, reference, text, meeting, file, line, column }: BlockEntry): KnownRecord {
  const asAt = meeting.split('/')[1] ?? null;
  return { id: reference, kind: name, title: text, asAt, at: { file, line, column, key: `${name} ${reference}` } };
}
