import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type Body, readBody } from '../markdown/body.ts';
import type { SourceFile } from '../source/source.ts';
import { id } from './fields.ts';
import { type FinanceFigures, readFinanceFigures } from './finance-figures.ts';
import { type KindName, kinds } from './kinds.ts';
import { blockLists, type MinutesBlocks, misplacedBlocks, readMinutesBlocks } from './minutes-blocks.ts';
import { knownPaths, type Place, pathFaults, placeOf } from './paths.ts';
import { readCsvRecords } from './reading/csv-records.ts';
import { splitFrontMatter } from './reading/front-matter.ts';
import { validate } from './reading/validate.ts';
import { type LocatedYaml, type Positions, readYaml } from './reading/yaml.ts';

/** One record: its fields, its body, and where everything stood. */
export interface Entry<Kind extends KindName = KindName> {
  readonly kind: Kind;
  /** The parts of its path that vary, joined by slashes, e.g. `pib/2017-07-12`; empty for kinds there is one of. */
  readonly id: string;
  readonly file: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly data: z.output<(typeof kinds)[Kind]['schema']>;
  readonly body: Body | null;
  readonly positions: Positions;
}

/** All records of one revision, by kind, in the order of their paths. */
export type Records = { readonly [Kind in KindName]: readonly Entry<Kind>[] } & {
  readonly financeFigures: readonly FinanceFigures[];
  /** What every file says its marking is, of files too that have faults, by path; not held against the grammar. */
  readonly markings: ReadonlyMap<string, string>;
  /** The body of every Markdown file, of files too whose fields have faults. */
  readonly bodies: ReadonlyMap<string, Body>;
} & { readonly [Blocks in keyof MinutesBlocks]: Readonly<MinutesBlocks[Blocks]> };

type Growing = { [Kind in KindName]: Entry<Kind>[] } & {
  financeFigures: FinanceFigures[];
  markings: Map<string, string>;
  bodies: Map<string, Body>;
} & MinutesBlocks;

/**
 * Reads every file of the content as the record its path says it is.
 *
 * A file with faults gives no record; all its faults, and those of all other files, are returned.
 */
export function readRecords(files: readonly SourceFile[]): { records: Records; diagnostics: Diagnostic[] } {
  const lists = [...Object.keys(kinds), 'financeFigures', ...Object.values(blockLists)];
  const records = {
    ...Object.fromEntries(lists.map((list) => [list, []])),
    markings: new Map(),
    bodies: new Map(),
  } as unknown as Growing;
  const diagnostics: Diagnostic[] = [];
  for (const file of files) readFile(file, records, diagnostics);
  return { records, diagnostics };
}

function readFile(file: SourceFile, records: Growing, diagnostics: Diagnostic[]): void {
  const table = /^finance\/([^/]+)\.csv$/.exec(file.path)?.[1];
  if (table !== undefined) {
    const form = id.safeParse(table);
    if (!form.success) {
      const message = `"${table}" in the path must be ${form.error.issues[0]?.message ?? 'another name'}.`;
      diagnostics.push({
        file: file.path,
        line: 1,
        column: 1,
        rule: 'unknown-file',
        severity: 'error',
        message,
        hint: '',
      });
      return;
    }
    const figures = readFinanceFigures(table, file.path, file.text);
    if (Array.isArray(figures)) diagnostics.push(...figures);
    else records.financeFigures.push(figures);
    return;
  }
  const place = placeOf(file.path);
  const wrongNames =
    place === undefined ? [{ message: unknownPlace, hint: nearestPath(file.path) }] : pathFaults(place);
  for (const { message, hint } of wrongNames) {
    diagnostics.push({ file: file.path, line: 1, column: 1, rule: 'unknown-file', severity: 'error', message, hint });
  }
  if (place === undefined || wrongNames.length > 0) return;
  if (file.path.endsWith('.csv')) {
    const result = readCsvRecords(file.path, file.text, kinds[place.kind].schema as z.ZodArray<z.ZodObject>);
    if ('faults' in result) diagnostics.push(...result.faults);
    else (records[place.kind] as Entry[]).push(makeEntry(file, place, result.data, null, result.positions));
    return;
  }
  const { located, body } = readParts(file);
  if (body !== null) {
    records.bodies.set(file.path, body);
    diagnostics.push(...misplacedBlocks(place.kind, file.path, body));
  }
  const entry = readEntry(file, place, located, body, records.markings, diagnostics);
  if (entry === undefined) return;
  (records[place.kind] as Entry[]).push(entry);
  if (entry.kind !== 'minutes' || entry.body === null) return;
  const blocks = readMinutesBlocks(entry.id, entry.file, entry.body, diagnostics);
  for (const list of Object.values(blockLists)) (records[list] as unknown[]).push(...blocks[list]);
}

function readEntry(
  file: SourceFile,
  place: Place,
  located: LocatedYaml | Diagnostic[],
  body: Body | null,
  markings: Map<string, string>,
  diagnostics: Diagnostic[],
): Entry | undefined {
  if (Array.isArray(located)) {
    diagnostics.push(...located);
    return undefined;
  }
  const { marking } = Object(located.value) as { marking?: unknown };
  if (typeof marking === 'string') markings.set(file.path, marking);
  const result = validate(file.path, located, kinds[place.kind].schema);
  if ('faults' in result) {
    diagnostics.push(...result.faults);
    return undefined;
  }
  return makeEntry(file, place, result.data, body, located.positions);
}

function makeEntry(file: SourceFile, place: Place, data: unknown, body: Body | null, positions: Positions): Entry {
  const name = Object.values(place.parts).join('/');
  return { kind: place.kind, id: name, file: file.path, parts: place.parts, data, body, positions } as Entry;
}

function readParts(file: SourceFile): { located: LocatedYaml | Diagnostic[]; body: Body | null } {
  if (!file.path.endsWith('.md')) return { located: readYaml(file.path, file.text, 1), body: null };
  const parts = splitFrontMatter(file.path, file.text);
  if ('rule' in parts) return { located: [parts], body: null };
  const located = readYaml(file.path, parts.yaml, parts.yamlLine);
  return { located, body: readBody(parts.body, parts.bodyLine) };
}

const unknownPlace = 'No kind of record lives at this path, so this file would not be read.';

/** The path a misspelt one was meant to be: each known form is filled in with what the path has in its place. */
function nearestPath(path: string): string {
  const steps = path.split('/');
  const meant = knownPaths.map((form) =>
    form
      .split('/')
      .map((step, index) => step.replace(/<\w+>/, (steps[index] ?? '').replace(/\.\w+$/, '')))
      .join('/'),
  );
  const near = nearest(path, meant);
  return near === undefined ? `Records live at ${knownPaths.join(', ')}.` : `Did you mean ${near}?`;
}
