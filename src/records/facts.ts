import { readBody } from '../markdown/body.ts';
import { readCsv } from './reading/csv.ts';
import { readFigure } from './reading/figure.ts';
import { splitFrontMatter } from './reading/front-matter.ts';
import { readYaml } from './reading/yaml.ts';

/**
 * What a file says, fact by fact: the value of every record and figure in it, by a key that is the same wherever in the file
 * it stands. Of a file as a whole the key is empty, of a record in a list it is its id (`bss-b1`), of a row the cells that name
 * it (`2017-06/2017-18/capital/pay/internal`), of a block of minutes its opening line (`action PIB-2017-A03`); of a figure it
 * is that and the field or column (`bss-b1/target/value`, `nctphq/budget-2017-18`).
 */
export type Facts = ReadonlyMap<string, string>;

/** The columns that name a row of each kind of CSV file. */
const namingColumns: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^finance\//, ['line']],
  [/\/finance\.csv$/, ['as_at', 'year', 'category', 'type', 'resource', 'funding']],
  [/\/workforce\.csv$/, ['as_at', 'role', 'resource']],
  [/^indicators\//, ['date', 'area']],
];

/** The fields that name an entry of a list, the first that all entries have. */
const namingFields = ['id', 'term', 'period', 'year', 'date'] as const;

/** The key of a fact, of the steps that lead to it; a step that is not given is left out. */
export function factKey(...steps: readonly (string | undefined)[]): string {
  return steps.filter((step) => step !== undefined && step !== '').join('/');
}

/** Reads the facts of a file. Fields need not be those of today, since older states of a file are read too; a file that cannot be read at all has none. */
export function readFacts(path: string, text: string): Facts {
  const facts = new Map<string, string>();
  if (path.endsWith('.csv')) addTable(facts, path, text);
  else if (path.endsWith('.md')) addPage(facts, path, text);
  else addData(facts, path, text);
  return facts;
}

function addTable(facts: Map<string, string>, path: string, text: string): void {
  const table = readCsv(path, text);
  if (Array.isArray(table)) return;
  const naming = namingColumns.find(([form]) => form.test(path))?.[1] ?? [];
  const rows = table.rows.map((cells) => {
    const row = table.header.map(({ text: name }, index) => [name, cells[index]?.text ?? ''] as const);
    const values = new Map(row);
    return { key: factKey(...naming.map((name) => values.get(name))), row };
  });
  for (const { key, row } of rows) {
    const values = row.map(([name, cell]) => [name, readFigure(cell) ?? cell] as const);
    facts.set(key, written(Object.fromEntries(values)));
    for (const [name, value] of values) facts.set(factKey(key, name), written(value));
  }
  facts.set('', written(Object.fromEntries(rows.map(({ key }) => [key, facts.get(key)]))));
}

function addPage(facts: Map<string, string>, path: string, text: string): void {
  const parts = splitFrontMatter(path, text);
  if ('rule' in parts) return;
  const located = readYaml(path, parts.yaml, parts.yamlLine);
  if (Array.isArray(located)) return;
  addFields(facts, '', located.value);
  facts.set('', written([located.value, parts.body.trim()]));
  for (const { name, reference, fields, text: words } of readBody(parts.body, parts.bodyLine).blocks) {
    facts.set(`${name} ${reference}`, written([fields, words]));
  }
}

function addData(facts: Map<string, string>, path: string, text: string): void {
  const located = readYaml(path, text, 1);
  if (Array.isArray(located)) return;
  addFields(facts, '', located.value);
  facts.set('', written(located.value));
}

/** Every number below a value, and every entry of a list that has a name. */
function addFields(facts: Map<string, string>, key: string, value: unknown): void {
  if (typeof value === 'number') facts.set(key, written(value));
  if (Array.isArray(value)) {
    const naming = namingFields.find((name) => value.every((entry) => typeof Object(entry)[name] === 'string'));
    for (const [index, entry] of value.entries()) {
      const name = factKey(key, naming === undefined ? String(index) : String(Object(entry)[naming]));
      facts.set(name, written(entry));
      addFields(facts, name, entry);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) addFields(facts, factKey(key, name), field);
  }
}

/** A value as text that is the same in whatever order its fields were written. */
function written(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
