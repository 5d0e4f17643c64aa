import { byCodeUnit } from '../diagnostics/order.ts';
import type { FinanceFigures } from '../records/finance-figures.ts';
import { type KindName, kinds } from '../records/kinds.ts';
import { blockLists } from '../records/minutes-blocks.ts';
import type { Entry, Records } from '../records/read-records.ts';
import type { Source } from '../source/source.ts';
import { compareFields, type FieldChange } from './fields.ts';
import { compareProse, type ProseChange } from './prose.ts';
import { findRenamed } from './renamed.ts';

/** What became of a record, or of a file that is none, between two states of the content. */
export interface RecordChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Path inside the content folder. */
  readonly file: string;
  /** Path it had before, where it has been renamed. */
  readonly was?: string;
  /** What names the record within its file, where it is one of several: `action PIB-2017-A03`. */
  readonly record: string;
  /** How it is called, as the later state has it; empty where it has no name. */
  readonly title: string;
  readonly fields: readonly FieldChange[];
  readonly prose: readonly ProseChange[];
}

/** What is compared as one. */
export interface Subject {
  /** Kind of record; only those of the same are compared. */
  readonly kind: string;
  readonly file: string;
  readonly record: string;
  readonly title: string;
  readonly data: unknown;
  /** Markdown. */
  readonly text: string;
}

/** A state of the content: what it is read from, and its records. */
export interface State {
  readonly source: Source;
  readonly records: Records;
  /** Files that could not be read as what they are, or that may not be quoted: of those nothing is said. */
  readonly unread: ReadonlySet<string>;
}

/** Compares two states of the content record by record, sorted by path. Files that are no records are told when their bytes differ. */
export async function compareStates(before: State, after: State): Promise<RecordChange[]> {
  const [former, later] = [subjectsOf(before.records), subjectsOf(after.records)];
  const renamed = findRenamed(former, later);
  const was = byName(former, renamed);
  const is = byName(later);
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const records = keys.flatMap((key) => compareSubjects(was.get(key), is.get(key)));
  const files = await compareFiles(before.source, after.source);
  return [...records, ...files]
    .filter(({ file, was = file }) => ![file, was].some((path) => before.unread.has(path) || after.unread.has(path)))
    .toSorted((a, b) => byCodeUnit(a.file, b.file));
}

function compareSubjects(was: Subject | undefined, is: Subject | undefined): RecordChange[] {
  const of = is ?? was;
  if (of === undefined) return [];
  const { file, record, title } = of;
  if (was === undefined || is === undefined) {
    return [{ kind: is === undefined ? 'removed' : 'added', file, record, title, fields: [], prose: [] }];
  }
  const renamed = was.file === file ? {} : { was: was.file };
  const fields = compareFields(was.data, is.data);
  const prose = was.text === is.text ? [] : compareProse(was.text, is.text);
  // A block of a file that has been renamed is where it was; only the file itself is told to be elsewhere.
  const isElsewhere = was.file !== file && record === '';
  if (fields.length + prose.length === 0 && !isElsewhere) return [];
  return [{ kind: 'changed', file, ...renamed, record, title, fields, prose }];
}

function subjectsOf(records: Records): Subject[] {
  return [
    ...(Object.keys(kinds) as KindName[]).flatMap((kind) => (records[kind] as readonly Entry[]).map(ofEntry)),
    ...records.financeFigures.map(ofFigures),
    ...Object.values(blockLists).flatMap((list) =>
      records[list].map(({ name, reference, file, data, text }) => ({
        kind: name,
        file,
        record: `${name} ${reference}`.trim(),
        title: '',
        data,
        text,
      })),
    ),
  ];
}

/** @param renamed what files are called later that were called otherwise */
function byName(subjects: readonly Subject[], renamed: ReadonlyMap<string, string> = new Map()): Map<string, Subject> {
  const found = new Map<string, Subject>();
  for (const subject of subjects) {
    const file = renamed.get(subject.file) ?? subject.file;
    // Interests have no name, and a day may have two corrections: they are told apart by their order.
    let { record } = subject;
    for (let nth = 2; found.has(`${file} ${record}`); nth += 1) record = `${subject.record} (${nth})`;
    found.set(`${file} ${record}`, { ...subject, record });
  }
  return found;
}

function ofEntry({ kind, file, data, body }: Entry): Subject {
  const { title, name } = data as { title?: unknown; name?: unknown };
  const called = [title, name].find((one) => typeof one === 'string') ?? '';
  return { kind, file, record: '', title: String(called), data, text: body?.text ?? '' };
}

/** A table of finance, each line with its figures by the names of their columns. */
function ofFigures({ file, columns, lines }: FinanceFigures): Subject {
  const data = lines.map(({ id, label, style, figures }) => ({
    id,
    label,
    style,
    ...Object.fromEntries(columns.map(({ name }, index) => [name, figures[index]?.value])),
  }));
  return { kind: 'figures', file, record: '', title: '', data, text: '' };
}

async function compareFiles(before: Source, after: Source): Promise<RecordChange[]> {
  const of = (kind: RecordChange['kind'], file: string): RecordChange => ({
    kind,
    file,
    record: '',
    title: '',
    fields: [],
    prose: [],
  });
  const [was, is] = [new Set(before.assets), new Set(after.assets)];
  const added = after.assets.filter((path) => !was.has(path)).map((path) => of('added', path));
  const removed = before.assets.filter((path) => !is.has(path)).map((path) => of('removed', path));
  const changed: RecordChange[] = [];
  for (const path of after.assets) {
    if (!was.has(path)) continue;
    const [then, now] = await Promise.all([before.readAsset(path), after.readAsset(path)]);
    if (Buffer.compare(then, now) !== 0) changed.push(of('changed', path));
  }
  return [...added, ...removed, ...changed];
}
