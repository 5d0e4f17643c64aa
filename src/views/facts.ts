import { html, type SafeHtml } from '@remix-run/html-template';

/** One fact: what it is and what it says; null or an empty text leaves it out. */
export type Fact = readonly [term: string, value: string | SafeHtml | null | undefined];

/** Facts as a description list. */
export function factList(facts: readonly Fact[]): SafeHtml {
  const shown = facts.filter(([, value]) => value !== null && value !== undefined && String(value) !== '');
  return html`<dl class="facts">${shown.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Short texts as a list, or null when there are none. */
export function bullets(texts: readonly string[]): SafeHtml | null {
  return texts.length === 0 ? null : html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}
