import { html as markup, type SafeHtml } from '@remix-run/html-template';
import type { PlacedPage } from '../../pack/placed-pages.ts';
import { findPages } from './find-pages.ts';
import { htmlTokens, readHtmlText } from './html-text.ts';

/** The anchor of a page: `page-34`, or `page-S1-2`. */
export function pageAnchor(page: string): string {
  return `page-${page}`;
}

/**
 * The beginning of a page of the pack. Its number is drawn by the style, so that it is no word of the text. The second role is
 * for what does not know those of digital publishing.
 */
export function pageMark(page: string): SafeHtml {
  return markup`<span class="page-mark" id="${pageAnchor(page)}" role="doc-pagebreak separator" aria-label="Page ${page}" data-page="${page}"></span>`;
}

/**
 * Puts a mark into the HTML of a part wherever a page of the pack begins: before its first word, or where that is not to be
 * found at the beginning of the nearest block. No page is marked twice, and all stand in their order.
 */
export function markPages(html: string, pages: readonly PlacedPage[]): string {
  const { text, places } = readHtmlText(html);
  const tokens = htmlTokens(html);
  const marks = new Map<number, string[]>();
  let last = 0;
  for (const { page, index, isExact } of findPages(text, pages)) {
    const place = places[index];
    const wanted =
      place === undefined ? html.length : isExact ? beforeWord(html, tokens, place) : beforeBlock(tokens, place);
    last = Math.max(last, wanted);
    marks.set(last, [...(marks.get(last) ?? []), page]);
  }
  let from = 0;
  let marked = '';
  for (const [place, own] of marks) {
    marked += `${html.slice(from, place)}${markup`<span class="page-marks">${own.map(pageMark)}</span>`}`;
    from = place;
  }
  return marked + html.slice(from);
}

type Tokens = ReturnType<typeof htmlTokens>;

/** The beginning of the word, which a page may break; before the link or the heading that begins with it. */
function beforeWord(html: string, tokens: Tokens, place: number): number {
  const own = tokens.findLastIndex(({ at }) => at <= place);
  const start = tokens[own]?.at ?? 0;
  let word = place;
  while (word > start && !/\s/.test(html[word - 1] ?? '')) word -= 1;
  if (html.slice(start, word).trim() !== '') return outsideLink(tokens, own, word);
  let first = own;
  while (/^<(?:a|b|em|strong|span|h[1-6])\b/.test(tokens[first - 1]?.token ?? '')) first -= 1;
  return outsideLink(tokens, first, first === own ? word : (tokens[first]?.at ?? word));
}

/** A mark is no word of a link: one that would stand in it stands before it. */
function outsideLink(tokens: Tokens, own: number, place: number): number {
  const tags = tokens.slice(0, own);
  const opened = tags.findLastIndex(({ token }) => /^<a\s/.test(token));
  const closed = tags.findLastIndex(({ token }) => token === '</a>');
  return opened > closed ? (tokens[opened]?.at ?? place) : place;
}

/** Within the nearest block that has opened, at its beginning; before a heading. */
function beforeBlock(tokens: Tokens, place: number): number {
  const tag = tokens.findLast(
    ({ token, at }) => at <= place && /^<(?:article|section|div|header|p|li|dd|dt|td|th|caption|h[1-6])\b/.test(token),
  );
  if (tag === undefined) return 0;
  return /^<h[1-6]/.test(tag.token) ? tag.at : tag.at + tag.token.length;
}
