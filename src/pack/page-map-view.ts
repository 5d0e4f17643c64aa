import { html, type SafeHtml } from '@remix-run/html-template';
import { rangeInWords } from '../views/words.ts';
import type { MappedPart } from './page-map.ts';

/** The table by which readers of two editions find the same place, as the content of a document. */
export function pageMapContent(parts: readonly MappedPart[]): SafeHtml {
  return html`<h1>Page map</h1>
<p>Where others read the standard edition: find the page they name in the first column, and turn to the pages of this edition in the second.</p>
<table>
<thead><tr><th scope="col">Standard edition</th><th scope="col">This edition</th><th scope="col">Part</th></tr></thead>
<tbody>${parts.flatMap(({ reference, title, pages }) =>
    pages.map(
      ({ page, from, to }) => html`
<tr><th scope="row" class="narrow">Page ${page}</th><td class="narrow">${pagesInWords(from, to)}</td><td>${partName(reference, title)}</td></tr>`,
    ),
  )}
</tbody></table>`;
}

/** `page 12`, or `pages 12 to 15`. */
function pagesInWords(from: number, to: number): string {
  return `${from === to ? 'page' : 'pages'} ${rangeInWords(from, to)}`;
}

function partName(reference: string, title: string): string {
  return reference === '' ? title : `${reference}: ${title}`;
}
