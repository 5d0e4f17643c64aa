import { type PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { type Destination, explicitOf } from '../destinations.ts';
import type { LoadedPdf } from '../load.ts';
import { dictAt, entry, nameAt, textAt, textOf } from '../objects.ts';
import type { OutlineEntry } from '../outline.ts';

/** Levels of its own that a file's bookmarks keep. */
const levels = 3;

/** The bookmarks of a file that lead to its own pages, three levels of them. */
export function readBookmarks(loaded: LoadedPdf, destinations: ReadonlyMap<string, Destination>): OutlineEntry[] {
  const { context, catalog, pages } = loaded;
  const indexes = new Map(pages.map(({ ref }, index) => [ref, index]));
  const seen = new Set<PDFDict>();
  const root = dictAt(context, catalog, 'Outlines');
  return root === undefined ? [] : below(root, 1);

  function below(parent: PDFDict, level: number): OutlineEntry[] {
    const found: OutlineEntry[] = [];
    let item = level > levels ? undefined : dictAt(context, parent, 'First');
    while (item !== undefined && !seen.has(item)) {
      seen.add(item);
      const children = below(item, level + 1);
      // One that leads nowhere of its own, such as a heading over others, leads where the first of them does.
      const page = pageOf(item) ?? children[0]?.page;
      const title = textAt(context, item, 'Title')?.replace(/\s+/g, ' ').trim();
      if (page !== undefined && title) found.push({ title, page, children });
      item = dictAt(context, item, 'Next');
    }
    return found;
  }

  function pageOf(item: PDFDict): number | undefined {
    const action = dictAt(context, item, 'A');
    const leads =
      action === undefined
        ? entry(context, item, 'Dest')
        : nameAt(context, action, 'S') === 'GoTo'
          ? entry(context, action, 'D')
          : undefined;
    if (leads === undefined) return undefined;
    const named = textOf(leads);
    if (named !== undefined) return destinations.get(named)?.page;
    const page = explicitOf(context, leads)?.get(0);
    return page instanceof PDFRef ? indexes.get(page) : undefined;
  }
}
