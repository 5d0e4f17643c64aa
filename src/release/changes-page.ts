import { html, type SafeHtml } from '@remix-run/html-template';
import { visible } from '../diagnostics/format.ts';
import { origin } from '../pack/browser/tab.ts';
import type { MappedPage } from '../pack/page-map.ts';
import { changesTitle, versionInWords } from '../pack/since.ts';
import type { PageRange, VersionMap, VersionPart } from '../pack/version-map.ts';
import { counted } from '../registers/counted.ts';
import { changesPart } from '../views/front-parts.ts';
import { type Column, table } from '../views/table.ts';
import { capital, rangeInWords } from '../views/words.ts';
import { fieldName } from './names.ts';
import type { PackChanges } from './pack-changes.ts';
import { became, fieldWords, type NamedChange, namedChanges, recordSection } from './redline-view.ts';

/** What the page of changes speaks of. */
export interface ChangesPage {
  /** The version that readers may have marked up, such as `v1`. */
  readonly since: string;
  /** From that version to this one; the page itself may be among its parts, and is not told of. */
  readonly map: VersionMap;
  readonly changes: PackChanges;
  /** Where a part of the later version is reached; undefined where it cannot be. In print all are reached. */
  readonly addressOf?: (part: string) => string | undefined;
}

/** Records that are shown in full, and pieces of each; the redline has the rest. */
const most = { records: 12, pieces: 8, fields: 4 };

/**
 * The page that a pack which is issued again has behind page 1, as the content of a document: for each part what has become of it
 * and where its pages are now, then what has changed, word by word. Usually one page.
 */
export function changesPage(page: ChangesPage): SafeHtml {
  const { own, others } = page.changes;
  const [mine, theirs] = [namedChanges(own), namedChanges(others)];
  const parts = page.map.parts.filter(({ id }) => id !== changesPart);
  const shown = mine.slice(0, most.records);
  return html`<section class="changes-page">
<h1>${changesTitle(page.since)}</h1>
<p class="lead">${summary(parts)}</p>
${partsTable(parts, page)}
${mine.length === 0 ? '' : html`<h2 id="own">What has changed in the papers</h2>`}
${shown.map((one) => recordSection(short(one), 3, { isShort: true }))}
${rest(mine.length - shown.length)}
${theirs.length === 0 ? '' : html`<h2 id="others">Other records that the pack draws on</h2>${othersTable(theirs)}`}
${mine.length + theirs.length === 0 ? '' : html`<p class="quiet">What was taken out is struck through, what was put in is underlined. Long passages are shortened here; the redline of the two versions has all of them.</p>`}
</section>`;
}

/** `3 parts have changed, 1 is new, none is gone; 7 are as they were.` */
function summary(parts: readonly VersionPart[]): string {
  const number = (kind: VersionPart['kind']) => parts.filter((part) => part.kind === kind).length;
  const told = (count: number, one: string, many: string) =>
    count === 0 ? `none ${one}` : `${count} ${count === 1 ? one : many}`;
  const changed = number('changed');
  const first = `${capital(counted(changed, 'part'))} ${changed === 1 ? 'has' : 'have'} changed`;
  return `${first}, ${told(number('added'), 'is new', 'are new')}, ${told(number('removed'), 'is gone', 'are gone')}; ${told(number('unchanged'), 'is as it was', 'are as they were')}.`;
}

function partsTable(
  parts: readonly VersionPart[],
  { since, addressOf = (part) => `${origin}/${part}` }: ChangesPage,
): SafeHtml {
  const pages = (heading: string, range: (part: VersionPart) => PageRange | undefined): Column<VersionPart> => ({
    heading,
    kind: 'narrow',
    cell: (part) => pagesInWords(range(part)),
  });
  return table<VersionPart>({
    caption: 'Parts of the pack, and their pages then and now',
    rows: parts,
    className: 'changes-parts',
    columns: [
      { heading: 'Item', kind: 'narrow', cell: ({ reference }) => reference || '–' },
      { heading: 'Title', kind: 'row-heading', cell: (part) => titleCell(part, addressOf(part.id)) },
      { heading: 'What became of it', kind: 'narrow', cell: ({ kind }) => kindsInWords[kind] },
      pages(`Pages in ${versionInWords(since)}`, ({ before }) => before),
      pages('Pages now', ({ after }) => after),
    ],
  });
}

function titleCell({ title, kind, pages }: VersionPart, address: string | undefined): SafeHtml {
  const isReached = kind !== 'removed' && address !== undefined;
  const name = isReached ? html`<a href="${address}">${title}</a>` : html`${title}`;
  const runs = kind === 'changed' ? runsOf(pages) : [];
  return runs.length < 2 ? name : html`${name}<span class="sub">${runs.map(runInWords).join('; ')}</span>`;
}

const kindsInWords: Readonly<Record<VersionPart['kind'], string>> = {
  added: 'New',
  removed: 'Gone',
  unchanged: 'Unchanged',
  changed: 'Changed',
};

/** Pages that have all moved on by as many, together. */
function runsOf(pages: readonly MappedPage[]): { readonly was: PageRange; readonly is: PageRange }[] {
  const runs: { was: PageRange; is: PageRange }[] = [];
  for (const { page, from, to } of pages) {
    const last = runs.at(-1);
    const isAlong =
      last !== undefined &&
      from === to &&
      last.is.to - last.was.to === from - page &&
      last.is.from - last.was.from === from - page;
    if (isAlong) runs.splice(-1, 1, { was: { ...last.was, to: page }, is: { ...last.is, to } });
    else runs.push({ was: { from: page, to: page }, is: { from, to } });
  }
  return runs;
}

function runInWords({ was, is }: { was: PageRange; is: PageRange }): string {
  return `${pagesInWords(was)} now ${pagesInWords(is)}`;
}

function pagesInWords(range: PageRange | undefined): string {
  return range === undefined ? '–' : rangeInWords(range.from, range.to);
}

/** A record with as many of its pieces as are shown. */
function short({ change, ...named }: NamedChange): NamedChange {
  const { fields, prose } = change;
  return { ...named, change: { ...change, fields: fields.slice(0, most.pieces), prose: prose.slice(0, most.pieces) } };
}

function rest(count: number): SafeHtml | string {
  if (count === 0) return '';
  return html`<p>${capital(counted(count, 'more record'))} ${count === 1 ? 'has' : 'have'} changed; the redline shows them.</p>`;
}

function othersTable(changes: readonly NamedChange[]): SafeHtml {
  return table<NamedChange>({
    caption: 'Records from elsewhere that may show in these pages',
    rows: changes,
    className: 'redline-list',
    columns: [
      { heading: 'Record', kind: 'row-heading', cell: ({ name }) => visible(name) },
      { heading: 'What became of it', cell: ({ change }) => html`${became(change)}${fieldLines(change)}` },
    ],
  });
}

function fieldLines({ fields }: NamedChange['change']): SafeHtml[] {
  return fields
    .slice(0, most.fields)
    .map((field) => html`<span class="sub">${visible(fieldName(field))}: ${fieldWords(field)}</span>`);
}
