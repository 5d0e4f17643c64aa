import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { withheldWords } from '../registers/public.ts';

/** The paragraph under a heading of minutes that says which items it is of. */
const itemsNamed = /^\(Agenda items? ([^)]+)\)\s*$/i;

/**
 * What stands below "(Agenda item 4)" in minutes where that item was not taken in public: why, from whom it is withheld and
 * until when. Undefined for any other paragraph.
 */
export function privateNote(library: Library, meeting: string, paragraph: string): SafeHtml | undefined {
  const named = (itemsNamed.exec(paragraph)?.[1] ?? '').split(/,\s*|\s+and\s+/);
  const items = find(library.meetings, meeting)?.data.items.filter(({ number }) => named.includes(number)) ?? [];
  const withheld = items.flatMap((item) => (item.private === undefined ? [] : withheldWords(item.private)));
  if (withheld.length === 0) return undefined;
  return html`<div class="private-note" role="note">${withheld.map((words) => html`<p>${words}</p>`)}</div>
`;
}

/** Whether a paragraph says so already, as the minutes that the public reads do in their own text. */
export function saysWithheld(paragraph: string): boolean {
  return paragraph.startsWith('Taken in private: ');
}
