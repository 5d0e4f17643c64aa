import { decodeHTML } from 'entities';
import { plain } from '../../pack/typeset/characters.ts';

/** The text of a piece of HTML as the guards of a pack count it, and where in the HTML each of its characters stands. */
export interface HtmlText {
  /** In small letters, since a print style may set some in capitals. */
  readonly text: string;
  readonly places: readonly number[];
}

/** What of a piece of HTML is no text of its part: drawings, footnotes, and what is kept from readers. */
const silent = /^<svg\b|\bclass="(?:[^"]* )?footnote-note[ "]|\saria-hidden="true"|\shidden[\s>=]/;

const empty = /^<(?:area|br|col|hr|img|input|wbr)\b/;

/** Tags and stretches of text. What renders the parts escapes every `<` and `>` that is not of a tag. */
export function htmlTokens(html: string): { readonly token: string; readonly at: number }[] {
  return Array.from(html.matchAll(/<[^>]*>|[^<]+/g), (match) => ({ token: match[0], at: match.index }));
}

/** Reads the text of a piece of HTML. */
export function readHtmlText(html: string): HtmlText {
  const text: string[] = [];
  const places: number[] = [];
  let quiet = 0;
  for (const { token, at } of htmlTokens(html)) {
    if (token.startsWith('<')) {
      quiet = depthAfter(token, quiet);
      continue;
    }
    if (quiet > 0) continue;
    for (const match of token.matchAll(/&(?:#\d+|#x[\da-f]+|\w+);|[\s\S]/giu)) {
      for (const unit of plain(decodeHTML(match[0])).split('')) {
        const small = unit.toLowerCase();
        text.push(small.length === 1 ? small : unit);
        places.push(at + match.index);
      }
    }
  }
  return { text: text.join(''), places };
}

/** How many elements are open since the one that is no text began, itself among them. */
function depthAfter(tag: string, quiet: number): number {
  if (tag.startsWith('<!') || empty.test(tag) || tag.endsWith('/>')) return quiet;
  if (tag.startsWith('</')) return Math.max(0, quiet - 1);
  return quiet > 0 || silent.test(tag) ? quiet + 1 : 0;
}
