import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { inWords } from '../registers/dates.ts';
import { readingMinutes, wordsAMinute } from '../registers/reading.ts';
import type { AgendaPart } from '../views/agenda-item.ts';
import { renderBody } from '../views/body.ts';
import { breakable } from '../views/long-words.ts';
import { duration, thousands } from '../views/reading.ts';
import { meetingFacts } from '../views/record-facts.ts';
import { agendaTable } from '../views/tables.ts';
import { origin } from './browser/tab.ts';
import { packLinker } from './pack-linker.ts';
import { firstLabels, firstPages, type SetPart } from './parts.ts';
import type { PackPlan } from './plan.ts';

/**
 * The agenda and the contents, as the content of one document.
 *
 * @param before how many pages come before the first part
 * @param mapPage the page that the page map begins on, in an edition that has one
 */
export function frontContent(
  library: Library,
  { view, places }: PackPlan,
  body: readonly SetPart[],
  before: number,
  mapPage?: number,
): SafeHtml {
  const link = packLinker(places);
  const first = firstLabels(body, before);
  const parts = agendaParts(body, before);
  const notes = renderBody(library, view.meeting, { link, headingShift: 1, idPrefix: 'notes-', notes: 'end' });
  return html`<section class="agenda-page" id="agenda">
<h1>Agenda</h1>
${meetingFacts(library, view)}
${agendaTable(view, { caption: `Agenda of ${inWords(view.date)}`, link, parts })}
${String(notes).trim() === '' ? '' : html`<div class="agenda-notes">${notes}</div>`}
</section>
<section class="contents" id="contents">
<h1>Contents</h1>
${mapPage === undefined ? '' : html`<p>Others may read the standard edition, whose pages have other numbers: the <a href="${origin}/page-map">page map, page ${mapPage}</a>, says where each stands here.</p>`}
${body.length === 0 ? html`<p class="none">This pack has nothing to read besides its agenda.</p>` : contents(body, first)}
</section>`;
}

/**
 * What there is to read for the items; a paper that came with a supplement instead of what stood in its place. An annex that came
 * after its paper is read besides: the pages of its item do not reach as far.
 */
function agendaParts(body: readonly SetPart[], before: number): AgendaPart[] {
  const first = firstPages(body, before);
  const named = body.map((part) => {
    const { id, series, annexOf } = part;
    const isOfItem = series !== undefined && (annexOf !== undefined || !/-annex-\d+$/.test(id));
    return { ...part, item: isOfItem ? id.replace(/^s\d+-/, '') : id, isOfItem };
  });
  const came = new Set(named.flatMap(({ item, isOfItem }) => (isOfItem ? item : [])));
  return named
    .filter(({ item, isOfItem }) => isOfItem || !came.has(item))
    .map(({ id, item, words, set }) => {
      const from = first.get(id) ?? 0;
      return { id: item, from, to: from + set.pages - 1, words };
    });
}

function contents(body: readonly SetPart[], first: ReadonlyMap<string, string>): SafeHtml {
  const pages = body.reduce((sum, { set }) => sum + set.pages, 0);
  const words = body.reduce((sum, part) => sum + part.words, 0);
  return html`<table>
<thead><tr><th scope="col">Item</th><th scope="col">Title</th><th scope="col" class="number">Page</th><th scope="col" class="number">Pages</th><th scope="col" class="number">Words</th><th scope="col" class="number">To read</th></tr></thead>
<tbody>${body.map(({ id, reference, title, words, set }) => {
    const page = first.get(id) ?? '';
    return html`
<tr><td class="narrow">${reference}</td><th scope="row"><a href="${origin}/${id}">${breakable(title)}</a></th><td class="number"><a href="${origin}/${id}" aria-label="${title}, page ${page}">${page}</a></td>${amounts(set.pages, words)}</tr>`;
  })}
<tr class="total"><th scope="row" colspan="3">All</th>${amounts(pages, words)}</tr>
</tbody></table>
<p class="quiet">To read: at ${wordsAMinute} words a minute, the rate of a grown reader of English (Brysbaert 2019); figures in tables count as words. All is worked out from all words, so it may differ from the sum.</p>`;
}

function amounts(pages: number, words: number): SafeHtml {
  return html`<td class="number">${pages}</td><td class="number">${thousands(words)}</td><td class="number">${duration(readingMinutes(words))}</td>`;
}
