import { html, type SafeHtml } from '@remix-run/html-template';
import { visible } from '../diagnostics/format.ts';
import { counted } from '../registers/counted.ts';
import { table } from '../views/table.ts';
import { capital } from '../views/words.ts';
import { type Amount, add, amountInWords, amountOf } from './amounts.ts';
import type { RecordChange } from './compare.ts';
import type { FieldChange } from './fields.ts';
import { markedWords } from './marked-words.ts';
import { distinctNames, fieldName, valueInWords } from './names.ts';
import { proseView, type RedlineOptions } from './prose-view.ts';
import { nearChanges, type Words } from './words.ts';

/** A record that has changed, as it is called on the page, and the id of its section. */
export interface NamedChange {
  readonly change: RecordChange;
  readonly name: string;
  readonly id: string;
}

/** Records that have changed with names and ids that no two of them share: `record-1` and on, in their order. */
export function namedChanges(changes: readonly RecordChange[]): NamedChange[] {
  const names = distinctNames(changes);
  return changes.map((change, index) => ({ change, name: names[index] ?? '', id: `record-${index + 1}` }));
}

/** The redline of two states of the content: what has changed in a list, then each record that has, under its own heading (`h2`). */
export function redlineView(changes: readonly RecordChange[]): SafeHtml {
  if (changes.length === 0) return html`<p class="none">Nothing has changed.</p>`;
  const named = namedChanges(changes);
  return html`<p class="redline-summary">${summary(changes)}</p>
${table<NamedChange>({
  caption: 'What has changed',
  rows: named,
  className: 'redline-list',
  columns: [
    { heading: 'Record', kind: 'row-heading', cell: recordCell },
    { heading: 'What became of it', cell: ({ change }) => became(change) },
  ],
})}
${named.filter(hasMore).map((one) => recordSection(one, 2))}`;
}

/** `2 records have changed (3 words, 1 date), 1 was added, none was removed.` */
function summary(changes: readonly RecordChange[]): string {
  const of = (kind: RecordChange['kind']) => changes.filter((change) => change.kind === kind);
  const changed = of('changed');
  const amounts = changed.filter((change) => change.fields.length + change.prose.length > 0).map(amountOf);
  const [first, ...rest] = amounts;
  const much = first === undefined ? '' : ` (${amountInWords(rest.reduce<Amount>(add, first))})`;
  const others = (kind: 'added' | 'removed') => `${of(kind).length === 0 ? 'none' : of(kind).length} ${kind}`;
  return `${capital(counted(changed.length, 'record'))} changed${much}, ${others('added')}, ${others('removed')}.`;
}

function recordCell({ change: { file, was }, name, id, change }: NamedChange): SafeHtml {
  const called = hasMore({ change }) ? html`<a href="#${id}">${visible(name)}</a>` : visible(name);
  const earlier = was === undefined ? '' : html`<span class="sub">was ${visible(was)}</span>`;
  return html`${called}<span class="sub">${visible(file)}</span>${earlier}`;
}

/** What has become of a record, and how much of it has changed: `Changed: 3 words, 1 date`. */
export function became(change: RecordChange): string {
  if (change.kind !== 'changed') return capital(change.kind);
  const renamed = change.was === undefined ? '' : 'renamed';
  // Of a file that is no record nothing is known but that its bytes differ.
  const much = hasMore({ change }) ? `changed: ${amountInWords(amountOf(change))}` : renamed === '' ? 'changed' : '';
  return capital([renamed, much].filter(Boolean).join('; '));
}

/** Whether there is more to say of a record than that it is there, or that it is not. */
export function hasMore({ change: { fields, prose } }: Pick<NamedChange, 'change'>): boolean {
  return fields.length + prose.length > 0;
}

/** One record that has changed: the fields in a table, then the prose. */
export function recordSection({ change, name, id }: NamedChange, level: 2 | 3, options: RedlineOptions = {}): SafeHtml {
  const { file, fields, prose } = change;
  const shown = visible(name);
  const heading = level === 2 ? html`<h2 id="${id}">${shown}</h2>` : html`<h3 id="${id}">${shown}</h3>`;
  return html`<section class="redline-record" aria-labelledby="${id}">
${heading}
<p class="redline-file">${visible(file)}</p>
${fields.length === 0 ? '' : fieldsTable(fields, shown)}
${proseView(prose, { ...options, name: shown, level: level === 2 ? 3 : 4 })}
</section>
`;
}

function fieldsTable(fields: readonly FieldChange[], name: string): SafeHtml {
  return table<FieldChange>({
    caption: `Fields that have changed (${name})`,
    rows: fields,
    className: 'redline-fields',
    columns: [
      { heading: 'Field', kind: 'row-heading', cell: (field) => visible(fieldName(field)) },
      { heading: 'Before', cell: ({ before, words }) => valueCell(before, words, 'removed') },
      { heading: 'After', cell: ({ after, words }) => valueCell(after, words, 'added') },
    ],
  });
}

/** What a field was and is, in one line that leaves out most of what has stayed. */
export function fieldWords({ before, after, words }: FieldChange): SafeHtml {
  const whole: Words[] = [
    { kind: 'removed', text: before === undefined ? '' : valueInWords(before) },
    { kind: 'added', text: after === undefined ? '' : valueInWords(after) },
  ];
  return markedWords(words === undefined ? whole : nearChanges(words));
}

function valueCell(
  value: string | undefined,
  words: readonly Words[] | undefined,
  kind: 'removed' | 'added',
): SafeHtml | string {
  if (value === undefined) return '–';
  const own = words?.filter((one) => one.kind === 'same' || one.kind === kind);
  return markedWords(own ?? [{ kind, text: valueInWords(value) }]);
}
