import { html, type SafeHtml } from '@remix-run/html-template';
import type { Linker } from './linker.ts';

/** Words that lead to an address where it can be reached, and stay words where it cannot. */
export function linked(link: Linker, address: string | undefined, words: string | SafeHtml): SafeHtml {
  const href = address === undefined ? null : link(address);
  return href === null ? html`${words}` : html`<a href="${href}">${words}</a>`;
}
