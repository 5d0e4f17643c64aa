import { html, type SafeHtml } from '@remix-run/html-template';
import { visible } from '../diagnostics/format.ts';
import type { Words } from './words.ts';

/**
 * Words with what has gone struck through and what has come underlined. Who hears them is told where a change begins and ends,
 * since most screen readers say nothing of either.
 */
export function markedWords(words: readonly Words[]): SafeHtml {
  return html`${words.map(({ kind, text }) => {
    if (text === '') return '';
    if (kind === 'removed') return html`<del>${aside('removed:')}${shown(text)}${aside('end of removal')}</del>`;
    if (kind === 'added') return html`<ins>${aside('added:')}${shown(text)}${aside('end of addition')}</ins>`;
    return shown(text);
  })}`;
}

/** Kept apart by spaces that do not merge with those of the text, which would then stick together where these are not seen. */
function aside(words: string): SafeHtml {
  return html`<span class="visually-hidden">\u00a0${words}\u00a0</span>`;
}

/** A text in which what could play tricks on its reader is shown by number. */
function shown(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
