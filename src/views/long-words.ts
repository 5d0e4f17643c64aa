import { html, type SafeHtml } from '@remix-run/html-template';

/** A word of more letters than a cell is likely to have room for, in text that is escaped. */
const longWord = /[^\s&;]{28}(?=[^\s&;])/;
const longWords = new RegExp(longWord, 'g');

/**
 * Lets words that are longer than the cell they stand in be broken, every 28 letters, so that no column is wider than a page.
 * All other words stay whole, as cells of tables keep them.
 */
export function breakable(content: string | SafeHtml): string | SafeHtml {
  const text = String(html`${content}`);
  if (!longWord.test(text)) return content;
  const parts = text.split(/(<[^>]*>)/);
  return html.raw`${parts.map((part) => (part.startsWith('<') ? part : part.replace(longWords, '$&<wbr>'))).join('')}`;
}
