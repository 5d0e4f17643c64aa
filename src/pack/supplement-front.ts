import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { inWords, short } from '../registers/dates.ts';
import { latePapers } from '../registers/late-papers.ts';
import { readingMinutes } from '../registers/reading.ts';
import { duration, thousands } from '../views/reading.ts';
import { origin } from './browser/tab.ts';
import { firstLabels, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import type { PackPlan } from './plan.ts';

/**
 * Sets what comes first in a supplement: which papers it brings and on which pages. It speaks of pages that follow from its
 * own length, so it is set again where that was not the usual one.
 */
export async function setSupplementFront(
  library: Library,
  plan: PackPlan,
  parts: readonly SetPart[],
  tools: PackTools,
): Promise<SetPart> {
  const [, base = '', number = ''] = /^v(\d+)-s(\d+)$/.exec(plan.version) ?? [];
  const series = `S${number}`;
  const isLarge = plan.edition === 'large';
  const reference = `Supplement ${number}`;
  let pages = 1;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const own = { id: `s${number}-front`, title: 'Contents of the supplement', className: 'supplement', isLarge };
    const content = supplementContent(library, plan, parts, { title: reference, base, pages });
    const front = await setOwnPart(library, own, content, tools);
    if (front.set.pages === pages) return { ...front, reference, series };
    pages = front.set.pages;
  }
  throw new Error(`The contents of ${plan.name} change their length with each print.`);
}

function supplementContent(
  library: Library,
  plan: PackPlan,
  parts: readonly SetPart[],
  { title, base, pages }: { readonly title: string; readonly base: string; readonly pages: number },
): SafeHtml {
  const { view } = plan;
  const [series = ''] = parts.flatMap((part) => part.series ?? []);
  const first = firstLabels(parts, 0, { [series]: pages });
  const late = new Map(latePapers(library, view).map((one) => [one.item.number, one]));
  return html`<header class="part-head"><p class="part-reference">${view.board.data.name}, ${inWords(view.date)}</p><h1>${title}</h1></header>
<p class="lead">It brings papers that have come since version ${base} of the pack was issued. No page of the pack has another number: those of this supplement are numbered by themselves.</p>
<table>
<thead><tr><th scope="col">Item</th><th scope="col">Paper</th><th scope="col" class="number">Page</th><th scope="col" class="number">Pages</th><th scope="col" class="number">Words</th><th scope="col" class="number">To read</th></tr></thead>
<tbody>${parts.map(({ id, reference, title: paper, words, set }) => {
    const page = first.get(id) ?? '';
    const item = late.get(reference.replace(/^Item /, ''));
    const why =
      item === undefined || item.reason === null
        ? ''
        : html`<span class="sub">Handed in ${short(item.day)}: ${item.reason}${item.agreedBy === null ? '' : ` The ${item.agreedBy} agreed to take it.`}</span>`;
    return html`
<tr><td class="narrow">${reference}</td><th scope="row"><a href="${origin}/${id}">${paper}</a>${why}</th><td class="number"><a href="${origin}/${id}" aria-label="${paper}, page ${page}">${page}</a></td><td class="number">${set.pages}</td><td class="number">${thousands(words)}</td><td class="number">${duration(readingMinutes(words))}</td></tr>`;
  })}
</tbody></table>`;
}
