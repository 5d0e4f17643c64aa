import type { Entry } from '../records/read-records.ts';
import type { Library } from './library.ts';
import { readLink } from './links.ts';

/**
 * The files of the content that a link or an image of some body names, that a paper has as an annex, and the logo, sorted: no
 * other file is published.
 */
export function namedAssets(library: Library): string[] {
  const assets = new Set(library.assets);
  const named = bodiesOf(library).flatMap(({ file, body }) =>
    (body?.targets ?? []).flatMap(({ href }) => {
      const target = readLink(file, href);
      return target.kind === 'file' && assets.has(target.file) ? [target.file] : [];
    }),
  );
  const annexes = Object.values(library.papers).flatMap(({ parts, data }) =>
    data.annexes.flatMap(({ file }) => {
      const path = `meetings/${parts.board}/${parts.date}/${file}`;
      return assets.has(path) ? [path] : [];
    }),
  );
  const logo = library.organisation.brand?.logo ?? [];
  return [...new Set([...named, ...annexes, ...[logo].flat()])].toSorted();
}

function bodiesOf(library: Library): Entry[] {
  const { boards, portfolios, initiatives, reports, matters, meetings, minutes, papers } = library;
  const finance = Object.values(library.finance).map(({ entry }) => entry);
  return [boards, portfolios, initiatives, reports, matters, meetings, minutes, papers, finance].flatMap(
    (shelf): Entry[] => Object.values(shelf),
  );
}
