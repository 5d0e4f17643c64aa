/** A part of a page that has a heading of its own. */
export interface PagePart {
  readonly anchor: string;
  readonly title: string;
}

/**
 * The parts of a page by its headings of the second level, found in the HTML that our own views made; dialogs are no part of it. A
 * part of a pack has its reference before its heading, and is called by both.
 */
export function partsOfPage(content: string): PagePart[] {
  const read = content.replace(/<dialog\b.*?<\/dialog>/gs, '');
  const headings =
    /(?:<p class="part-reference">((?:(?!<\/p>).)*)<\/p>\s*)?<h2\b[^>]*\bid="([^"]+)"[^>]*>(.*?)<\/h2>/gs;
  return [...read.matchAll(headings)].map(([, reference = '', anchor = '', title = '']) => ({
    anchor,
    title: [reference, title].map(wordsOf).filter(Boolean).join(': '),
  }));
}

function wordsOf(inner: string): string {
  return inner
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
