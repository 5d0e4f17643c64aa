/** A part of a page that has a heading of its own. */
export interface PagePart {
  readonly anchor: string;
  readonly title: string;
}

/** The parts of a page by its headings of the second level, found in the HTML that our own views made; dialogs are no part of it. */
export function partsOfPage(content: string): PagePart[] {
  const read = content.replace(/<dialog\b.*?<\/dialog>/gs, '');
  return [...read.matchAll(/<h2\b[^>]*\bid="([^"]+)"[^>]*>(.*?)<\/h2>/gs)].map(([, anchor = '', inner = '']) => ({
    anchor,
    title: inner
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}
