import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { inWords, withWeekday } from '../registers/dates.ts';
import { standardVersion } from '../rules/standard.ts';
import { waiversInForce } from '../rules/waivers.ts';
import { meetingFacts } from '../views/record-facts.ts';
import { agendaTable } from '../views/tables.ts';
import { counted } from '../views/words.ts';
import { origin } from './browser/tab.ts';
import { packLinker } from './pack-linker.ts';
import type { PackPlan } from './plan.ts';

/** One row of the contents: a part and the page it starts on, counted from 1 over the whole pack. */
export interface ContentsRow {
  readonly part: string;
  readonly reference: string;
  readonly title: string;
  readonly page: number;
}

/** The cover, the agenda and the contents, as the content of one document. */
export function frontContent(
  library: Library,
  plan: PackPlan,
  contents: readonly ContentsRow[],
  pages: number,
): SafeHtml {
  const { view, marking, version } = plan;
  const { name, notice } = library.organisation;
  const link = packLinker(plan.places);
  return html`<section class="cover">
<p class="cover-marking">${marking}</p>
<p class="cover-organisation">${name}</p>
<h1>${view.board.data.name}</h1>
<p class="cover-date">${withWeekday(view.date)}, ${view.meeting.data.start} to ${view.meeting.data.end}</p>
<p class="cover-place">${view.meeting.data.place}</p>
<p class="cover-version">Board pack, ${version === 'draft' ? 'draft' : `version ${version.slice(1)}`}, ${pages} pages, as at ${inWords(plan.asOf)}</p>
<p class="cover-version">Held to the reporting standard, version ${standardVersion}, with ${counted(waiversInForce(library, plan.asOf).length, 'waiver')} in force</p>
${notice === undefined ? '' : html`<p class="cover-notice">${notice}</p>`}
</section>
<section class="agenda-page" id="agenda">
<h2>Agenda</h2>
${meetingFacts(library, view)}
${agendaTable(view, { caption: `Agenda of ${inWords(view.date)}`, link })}
</section>
<section class="contents" id="contents">
<h2>Contents</h2>
<table>
<thead><tr><th scope="col">Item</th><th scope="col">Title</th><th scope="col" class="number">Page</th></tr></thead>
<tbody>${contents.map(
    ({ part, reference, title, page }) => html`
<tr><td class="narrow">${reference}</td><th scope="row"><a href="${origin}/${part}">${title}</a></th><td class="number"><a href="${origin}/${part}" aria-label="${title}, page ${page}">${page}</a></td></tr>`,
  )}
</tbody></table>
</section>`;
}
