import { html, type SafeHtml } from '@remix-run/html-template';
import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { slug } from '../markdown/slug.ts';

/** The glossary, in order of its terms. */
export function glossaryList(library: Library): SafeHtml {
  const terms = library.glossary.toSorted((a, b) => byCodeUnit(a.term.toLowerCase(), b.term.toLowerCase()));
  if (terms.length === 0) return html`<p class="none">The glossary is empty.</p>`;
  return html`<dl class="glossary">${terms.map(
    ({ term, expansion, meaning }) =>
      html`<div id="${slug(term)}"><dt>${term}</dt><dd>${expansion}${expansion && meaning ? '. ' : ''}${meaning}</dd></div>`,
  )}</dl>`;
}
