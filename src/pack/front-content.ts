import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { inWords } from '../registers/dates.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { readingMinutes, wordsAMinute } from '../registers/reading.ts';
import type { AgendaPart } from '../views/agenda-item.ts';
import { renderBody } from '../views/body.ts';
import type { Linker } from '../views/linker.ts';
import { breakable } from '../views/long-words.ts';
import { duration, thousands } from '../views/reading.ts';
import { meetingFacts } from '../views/record-facts.ts';
import { agendaTable } from '../views/tables.ts';
import { pageLabel } from './numbering.ts';
import type { PartFacts } from './pack-facts.ts';
import { isLateAnnex } from './since.ts';

/** What it is called among the parts of a pack. */
export const frontTitle = 'Agenda and contents';

/** A part that the contents name. */
export interface ContentsRow {
  readonly reference: string;
  readonly title: string;
  /** Where it is reached; undefined where it cannot be. */
  readonly address: string | undefined;
  /** The page it begins on and how long it is, as far as a pack has it. */
  readonly page?: string;
  readonly pages?: number;
  readonly words?: number;
}

/** What agenda and contents say of the parts of a pack. */
export interface FrontGiven {
  readonly link: Linker;
  /** The parts that have been made, but for those before the papers. */
  readonly parts: readonly PartFacts[];
  readonly rows: readonly ContentsRow[];
  /** Where the page map begins, in an edition that has one. */
  readonly map?: { readonly address: string; readonly page: number } | undefined;
  /** Whether it stands on a page of the site, which may be narrower than the table. */
  readonly isOnScreen?: boolean;
}

/** The agenda and the contents of a pack, as the content of one document. */
export function frontContent(library: Library, view: MeetingView, given: FrontGiven): SafeHtml {
  const { link, parts, rows, map, isOnScreen = false } = given;
  const notes = renderBody(library, view.meeting, { link, headingShift: 1, idPrefix: 'notes-', notes: 'end' });
  const notesClass = isOnScreen ? 'agenda-notes prose' : 'agenda-notes';
  return html`<section class="agenda-page" id="agenda">
<h1>Agenda</h1>
${meetingFacts(library, view)}
${agendaTable(view, { caption: `Agenda of ${inWords(view.date)}`, link, parts: agendaParts(parts) })}
${String(notes).trim() === '' ? '' : html`<div class="${notesClass}">${notes}</div>`}
</section>
<section class="contents" id="contents">
<h1>Contents</h1>
${map === undefined ? '' : html`<p>Others may read the standard edition, whose pages have other numbers: the <a href="${map.address}">page map, page ${map.page}</a>, says where each stands here.</p>`}
${rows.length === 0 ? html`<p class="none">This pack has nothing to read besides its agenda.</p>` : contents(rows, isOnScreen)}
</section>`;
}

/** A part of a pack as the contents name it. */
export function contentsRow(part: PartFacts, address: string | undefined): ContentsRow {
  const { reference, title, from, to, words, series } = part;
  const page = pageLabel({ ...(series !== undefined && { series }), number: from });
  return { reference, title, address, page, pages: to - from + 1, words };
}

/**
 * What there is to read for the items; a paper that came with a supplement instead of what stood in its place. An annex that came
 * after its paper is read besides: the pages of its item do not reach as far.
 */
function agendaParts(parts: readonly PartFacts[]): AgendaPart[] {
  const named = parts.map((part) => {
    const isOfItem = part.series !== undefined && !isLateAnnex(part, parts);
    return { ...part, isOfItem, id: isOfItem ? part.id.replace(/^s\d+-/, '') : part.id };
  });
  const came = new Set(named.flatMap(({ id, isOfItem }) => (isOfItem ? id : [])));
  return named.filter(({ id, isOfItem }) => isOfItem || !came.has(id));
}

function contents(rows: readonly ContentsRow[], isOnScreen: boolean): SafeHtml {
  const isNumbered = rows.some(({ page }) => page !== undefined);
  const heads = isNumbered
    ? html`<th scope="col" class="number">Page</th><th scope="col" class="number">Pages</th><th scope="col" class="number">Words</th><th scope="col" class="number">To read</th>`
    : '';
  const listed = html`<table>
<thead><tr><th scope="col">Item</th><th scope="col">Title</th>${heads}</tr></thead>
<tbody>${rows.map(
    (row) => html`
<tr><td class="narrow">${row.reference}</td><th scope="row">${titleCell(row)}</th>${isNumbered ? html`${pageCell(row)}${amounts(row.pages, row.words)}` : ''}</tr>`,
  )}${isNumbered ? total(rows) : ''}
</tbody></table>`;
  const framed = isOnScreen
    ? html`<div class="table-wrap" role="region" aria-label="Contents" tabindex="0">${listed}</div>`
    : listed;
  return isNumbered
    ? html`${framed}
<p class="quiet">To read: at ${wordsAMinute} words a minute, the rate of a grown reader of English (Brysbaert 2019); figures in tables count as words. All is worked out from all words, so it may differ from the sum.</p>`
    : framed;
}

function titleCell({ title, address }: ContentsRow): SafeHtml | string {
  return address === undefined ? breakable(title) : html`<a href="${address}">${breakable(title)}</a>`;
}

function pageCell({ title, address, page = '–' }: ContentsRow): SafeHtml {
  if (address === undefined || page === '–') return html`<td class="number">${page}</td>`;
  return html`<td class="number"><a href="${address}" aria-label="${title}, page ${page}">${page}</a></td>`;
}

function total(rows: readonly ContentsRow[]): SafeHtml {
  const pages = rows.reduce((sum, row) => sum + (row.pages ?? 0), 0);
  const words = rows.reduce((sum, row) => sum + (row.words ?? 0), 0);
  return html`
<tr class="total"><th scope="row" colspan="3">All</th>${amounts(pages, words)}</tr>`;
}

function amounts(pages: number | undefined, words: number | undefined): SafeHtml {
  return html`<td class="number">${pages ?? '–'}</td><td class="number">${words === undefined ? '–' : thousands(words)}</td><td class="number">${words === undefined ? '–' : duration(readingMinutes(words))}</td>`;
}
