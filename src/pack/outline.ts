import { firstPages, type SetPart } from './parts.ts';
import type { Assembly } from './pdf/assemble.ts';

/**
 * Page 1, agenda and contents, then the parts under the references they have on the agenda; annexes under their paper, and
 * the bookmarks of a file that is an annex under that.
 */
export function outlineOf(parts: readonly SetPart[]): Assembly['outline'] {
  const first = firstPages(parts);
  const entry = (title: string, page: number) => ({ title, page: page - 1, children: [] });
  const entryOf = ({ id, reference, title, set, bookmarks = [] }: SetPart): Assembly['outline'] => {
    const page = first.get(id) ?? 1;
    if (id === 'chair') return [entry('For the chair', page)];
    if (id === 'front') return [entry('Agenda', page), entry('Contents', page + (set.destinations.contents ?? 0))];
    const annexes = parts.filter(({ annexOf }) => annexOf === id).flatMap(entryOf);
    const children = [...annexes, ...moved(bookmarks, page - 1)];
    return [{ title: reference === '' ? title : `${reference}: ${title}`, page: page - 1, children }];
  };
  return parts.filter(({ annexOf }) => annexOf === undefined).flatMap(entryOf);
}

/** Bookmarks of a file, as many pages on as come before it. */
function moved(bookmarks: Assembly['outline'], by: number): Assembly['outline'] {
  return bookmarks.map(({ title, page, children }) => ({ title, page: page + by, children: moved(children, by) }));
}
