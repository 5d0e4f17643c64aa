import { type PDFContext, PDFDict, PDFNull, type PDFRef } from '@cantoo/pdf-lib';
import { topOf } from './destinations.ts';
import { arrayOf, dictOf, name, number, text } from './objects.ts';

/** An entry of the outline, which readers call bookmarks. */
export interface OutlineEntry {
  title: string;
  /** Index of the page in the joined file, from 0. */
  page: number;
  children: readonly OutlineEntry[];
}

/**
 * Writes the outline (ISO 32000-1 12.3.3); nothing for none. The first level is shown at once, the rest on request.
 *
 * @throws {Error} when an entry leads to a page that is not in the file.
 */
export function writeOutline(
  context: PDFContext,
  entries: readonly OutlineEntry[],
  pages: readonly PDFRef[],
): PDFRef | undefined {
  if (entries.length === 0) return undefined;
  const ref = context.nextRef();
  const { first, last } = level(entries, ref);
  context.assign(
    ref,
    dictOf(context, { Type: name('Outlines'), First: first, Last: last, Count: number(entries.length) }),
  );
  return ref;

  function level(items: readonly OutlineEntry[], parent: PDFRef): { first?: PDFRef; last?: PDFRef } {
    const refs = items.map(() => context.nextRef());
    items.forEach(({ title, page, children }, at) => {
      // `refs` has a reference for each item.
      const own = refs[at] as PDFRef;
      const target = pages[page];
      const dict = target && context.lookup(target);
      if (target === undefined || !(dict instanceof PDFDict)) {
        throw new Error(`Outline entry "${title}" leads to page index ${page}; there are ${pages.length} pages.`);
      }
      const top = number(topOf(context, dict));
      const below = children.length === 0 ? undefined : level(children, own);
      context.assign(
        own,
        dictOf(context, {
          Title: text(title),
          Parent: parent,
          Prev: refs[at - 1],
          Next: refs[at + 1],
          First: below?.first,
          Last: below?.last,
          // Negative for an entry that is closed.
          Count: below && number(-children.length),
          Dest: arrayOf(context, [target, name('XYZ'), number(0), top, PDFNull]),
        }),
      );
    });
    return { first: refs[0], last: refs.at(-1) };
  }
}
