import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../../library/library.ts';
import type { PackFacts } from '../../pack/pack-facts.ts';
import type { PackPlan } from '../../pack/plan.ts';
import { chairPage } from '../../registers/chair-page.ts';
import { inWords } from '../../registers/dates.ts';
import { readingMinutes } from '../../registers/reading.ts';
import { standardVersion } from '../../rules/standard.ts';
import { waiversInForce } from '../../rules/waivers.ts';
import { renderBody } from '../../views/body.ts';
import { chairLengths, chairPageView } from '../../views/chair-page.ts';
import type { Linker } from '../../views/linker.ts';
import { duration, thousands } from '../../views/reading.ts';
import { meetingFacts } from '../../views/record-facts.ts';
import { agendaTable } from '../../views/tables.ts';
import { counted } from '../../views/words.ts';

/** What the front of a reading page is made from. */
export interface FrontGiven {
  readonly library: Library;
  readonly plan: PackPlan;
  /** The pack that was made of the meeting. */
  readonly pack: PackFacts | undefined;
  readonly link: Linker;
}

/** Page 1 of the pack: what is asked of the meeting, and what has gone wrong. */
export function chairFront({ library, plan, pack, link }: FrontGiven): SafeHtml {
  const { view, version, audience, marking, asOf, places } = plan;
  const parts = (pack?.parts ?? []).filter(({ series }) => series === undefined);
  const first = new Map(parts.map(({ id, from }) => [id, from]));
  const waivers = counted(waiversInForce(library, asOf).length, 'waiver');
  const [lengths] = chairLengths;
  if (lengths === undefined) throw new Error('Page 1 has lists of some length.');
  return chairPageView(library, view, chairPage(library, view, asOf), {
    ...lengths,
    version,
    isPublic: audience === 'public',
    marking,
    asOf,
    pages: pack?.pages ?? 0,
    words: parts.filter(({ reference }) => reference !== '').reduce((sum, { words }) => sum + words, 0),
    standard: `Held to the reporting standard, version ${standardVersion}, with ${waivers} in force.`,
    link,
    pageOf: (address) => first.get(places.get(address) ?? ''),
  });
}

/** A part that the contents name, and the page it begins on; undefined where there is no pack. */
export interface ContentsRow {
  readonly address: string;
  readonly reference: string;
  readonly title: string;
  readonly page: string | undefined;
  readonly pages: number | undefined;
  readonly words: number | undefined;
}

/** The agenda and the contents. */
export function agendaFront({ library, plan, pack, link }: FrontGiven, rows: readonly ContentsRow[]): SafeHtml {
  const { view } = plan;
  const notes = renderBody(library, view.meeting, { link, headingShift: 1, idPrefix: 'notes-', notes: 'end' });
  return html`<h1>Agenda</h1>
${meetingFacts(library, view)}
${agendaTable(view, { caption: `Agenda of ${inWords(view.date)}`, link, parts: pack?.parts ?? [] })}
${String(notes).trim() === '' ? '' : html`<div class="agenda-notes prose">${notes}</div>`}
<h1 id="contents">Contents</h1>
${rows.length === 0 ? html`<p class="none">This pack has nothing to read besides its agenda.</p>` : contents(rows)}`;
}

function contents(rows: readonly ContentsRow[]): SafeHtml {
  const numbered = rows.some(({ page }) => page !== undefined);
  const amounts = html`<th scope="col" class="number">Page</th><th scope="col" class="number">Pages</th><th scope="col" class="number">Words</th><th scope="col" class="number">To read</th>`;
  return html`<div class="table-wrap" role="region" aria-labelledby="contents" tabindex="0"><table class="contents">
<thead><tr><th scope="col">Item</th><th scope="col">Title</th>${numbered ? amounts : ''}</tr></thead>
<tbody>${rows.map(
    ({ reference, title, address, page, pages, words }) => html`
<tr><td class="narrow">${reference}</td><th scope="row"><a href="${address}">${title}</a></th>${numbered ? html`<td class="number">${page ?? '–'}</td><td class="number">${pages ?? '–'}</td><td class="number">${words === undefined ? '–' : thousands(words)}</td><td class="number">${words === undefined ? '–' : duration(readingMinutes(words))}</td>` : ''}</tr>`,
  )}
</tbody></table></div>`;
}
