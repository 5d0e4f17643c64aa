import { isSupplementFront } from '../views/front-parts.ts';
import { firstPages, type SetPart } from './parts.ts';
import type { Assembly } from './pdf/assemble.ts';

/**
 * Page 1, agenda and contents, then the parts under the references they have on the agenda; annexes under their paper, and
 * the bookmarks of a file that is an annex under that. Papers that came with a supplement stand under it.
 */
export function outlineOf(parts: readonly SetPart[]): Assembly['outline'] {
  const first = firstPages(parts);
  const entry = (title: string, page: number, children: Assembly['outline'] = []) => ({
    title,
    page: page - 1,
    children,
  });
  const entryOf = ({ id, reference, title, set, series, bookmarks = [] }: SetPart): Assembly['outline'] => {
    const page = first.get(id) ?? 1;
    if (id === 'chair') return [entry('For the chair', page)];
    if (id === 'front') return [entry('Agenda', page), entry('Contents', page + (set.destinations.contents ?? 0))];
    if (isSupplementFront(id)) {
      const papers = parts.filter((part) => part.series === series && part.id !== id && part.annexOf === undefined);
      return [entry(reference, page, papers.flatMap(entryOf))];
    }
    const annexes = parts.filter(({ annexOf }) => annexOf === id).flatMap(entryOf);
    const children = [...annexes, ...moved(bookmarks, page - 1)];
    return [entry(reference === '' ? title : `${reference}: ${title}`, page, children)];
  };
  const top = parts.filter(
    ({ id, annexOf, series }) => annexOf === undefined && (series === undefined || isSupplementFront(id)),
  );
  return top.flatMap(entryOf);
}

/** Bookmarks of a file, as many pages on as come before it. */
function moved(bookmarks: Assembly['outline'], by: number): Assembly['outline'] {
  return bookmarks.map(({ title, page, children }) => ({ title, page: page + by, children: moved(children, by) }));
}
