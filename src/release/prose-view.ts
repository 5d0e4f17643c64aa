import { html, type SafeHtml } from '@remix-run/html-template';
import { type Column, table } from '../views/table.ts';
import { capital } from '../views/words.ts';
import { markedWords } from './marked-words.ts';
import type { ProseChange } from './prose.ts';
import { nearChanges, type Words } from './words.ts';

/** How much is shown. */
export interface RedlineOptions {
  /** Leave out most of what has not changed, and the ends of long texts that have come or gone. */
  readonly isShort?: boolean;
}

/** Columns that a table may have and still fit on a page at a size that can be read. */
const mostColumns = 7;
/** Letters that are shown of a text that has come, gone or moved, where not all are. */
const longest = 300;

/**
 * What has become of the prose of a record: under each of its headings the paragraphs that differ, and the rows of tables cell by
 * cell.
 *
 * @param name what the record is called; no other on the page may have the same
 * @param level of the headings, `h3` or lower
 */
export function proseView(
  changes: readonly ProseChange[],
  { name, level, isShort = false }: { readonly name: string; readonly level: 3 | 4 } & RedlineOptions,
): SafeHtml {
  let tables = 0;
  const caption = (under: string): string => {
    tables += 1;
    const place = under === '' ? '' : ` under “${under}”`;
    return `Rows${place}${tables === 1 ? '' : `, table ${tables}`} (${name})`;
  };
  return html`${grouped(changes, (one) => one.under).map((group) => {
    const under = group[0]?.under ?? '';
    const heading = level === 3 ? html`<h3>${under}</h3>` : html`<h4>${under}</h4>`;
    return html`${under === '' ? '' : heading}${grouped(group, tableOf).map((pieces) =>
      tableOf(pieces[0]) === ''
        ? html`${pieces.map((piece) => pieceView(piece, isShort))}`
        : rowsView(pieces, caption(under)),
    )}`;
  })}`;
}

/** What a row’s table is told apart by; nothing for what is no row, and for rows that are too wide for a table. */
function tableOf(change: ProseChange | undefined): string {
  const columns = change?.row?.columns ?? [];
  return columns.length > mostColumns ? '' : columns.join('\n');
}

function pieceView(change: ProseChange, isShort: boolean): SafeHtml {
  if (change.row !== undefined) return wideRow(change);
  const what = whatBecame(change);
  const own = wordsOf(change);
  const words = isShort ? own.map((one) => shortened(one, change.kind)) : own;
  return html`<p class="redline-text">${what === '' ? '' : html`<b class="redline-what">${what}</b> `}${markedWords(isShort && change.kind === 'changed' ? nearChanges(words) : words)}</p>`;
}

function shortened(words: Words, kind: ProseChange['kind']): Words {
  const isWhole = kind !== 'changed' && words.text.length > longest;
  return isWhole ? { ...words, text: `${words.text.slice(0, longest).trimEnd()}…` } : words;
}

function wordsOf(change: ProseChange): readonly Words[] {
  if (change.kind === 'changed') return change.words;
  return [{ kind: change.kind === 'moved' ? 'same' : change.kind, text: change.text }];
}

/** What is said before the words, where they do not say it themselves. */
function whatBecame(change: ProseChange): string {
  if (change.kind !== 'moved') return '';
  if (change.from === change.under) return 'Moved:';
  return change.from === '' ? 'Moved from the beginning:' : `Moved from “${change.from}”:`;
}

function rowsView(rows: readonly ProseChange[], caption: string): SafeHtml {
  const columns = rows[0]?.row?.columns ?? [];
  const what: Column<ProseChange> = {
    heading: 'Row',
    kind: 'narrow',
    cell: (row) => capital(row.kind),
  };
  return table<ProseChange>({
    caption,
    rows,
    className: 'redline-rows',
    columns: [
      what,
      ...columns.map(
        (heading, index): Column<ProseChange> => ({
          heading,
          ...(index === 0 && { kind: 'row-heading' }),
          cell: ({ row }) => markedWords(row?.cells[index] ?? []),
        }),
      ),
    ],
  });
}

/** A row of more columns than a page has room for: its cells below one another, of a changed row those that differ. */
function wideRow({ kind, row }: ProseChange): SafeHtml {
  if (row === undefined) return html``;
  const cells = row.cells.flatMap((words, index) => {
    const isShown = index === 0 || kind !== 'changed' || words.some((one) => one.kind !== 'same');
    return isShown ? [{ column: row.columns[index] ?? '', words }] : [];
  });
  return html`<p class="redline-what">Row ${kind}</p>
<dl class="facts">${cells.map(({ column, words }) => html`<div><dt>${column === '' ? '–' : column}</dt><dd>${markedWords(words)}</dd></div>`)}</dl>`;
}

/** Neighbours of which the same is said, together. */
function grouped<Item>(items: readonly Item[], by: (item: Item) => string): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && by(last[0]) === by(item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
