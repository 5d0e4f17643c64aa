import { plainText } from '../markdown/body.ts';
import { createParser } from '../markdown/parser.ts';

const parser = createParser();

/** Characters that XML 1.0 does not allow (section 2.2) and that no text of a calendar may have (RFC 5545, section 3.1). */
const forbidden = /[^\t\n\x20-\x7E\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A title or another short text as one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(forbidden, '').trim();
}

/** A Markdown text without its marks, a line for each paragraph: calendars and titles of feeds show plain text. */
export function plainWords(markdown: string): string {
  return parser
    .parse(markdown, {})
    .flatMap((token) => (token.type === 'inline' ? plainText(token) : token.type === 'fence' ? token.content : []))
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}
