import { html } from '@remix-run/html-template';
import { htmlTokens } from './html-text.ts';

/** How a part that was made to stand alone is named among others. */
export interface PartName {
  /** Put before all its ids. */
  readonly prefix: string;
  /** Put before the names of its regions, no two of which may be the same on a page. */
  readonly called: string;
}

/**
 * Makes the HTML of a part fit to stand on a page with others: its ids and what refers to them get a prefix, its headings go
 * one level down, and its regions say of which part they are.
 */
export function withOwnIds(part: string, { prefix, called }: PartName): string {
  return htmlTokens(part)
    .map(({ token }) => (token.startsWith('<') ? ownTag(token, prefix, called) : token))
    .join('');
}

function ownTag(tag: string, prefix: string, called: string): string {
  const lower = tag.replace(
    /^(<\/?h)([1-5])(?=[\s>])/,
    (_, start: string, level: string) => `${start}${Number(level) + 1}`,
  );
  const owned = lower
    .replace(/\s(id|for)="([^"]*)"/g, ` $1="${prefix}$2"`)
    .replace(/\shref="#([^"]+)"/g, ` href="#${prefix}$1"`)
    .replace(/\s(aria-labelledby|aria-describedby|headers)="([^"]*)"/g, (_, name: string, ids: string) => {
      const all = ids.split(/\s+/).filter(Boolean);
      return ` ${name}="${all.map((id) => prefix + id).join(' ')}"`;
    });
  if (!/^<section\b|\srole="region"/.test(owned)) return owned;
  return owned.replace(/\saria-label="/, () => ` aria-label="${html`${called}`}: `);
}
