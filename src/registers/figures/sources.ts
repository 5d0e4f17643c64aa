import type { Library } from '../../library/library.ts';
import { readLink } from '../../library/links.ts';
import { find } from '../../library/shelf.ts';
import type { Entry } from '../../records/read-records.ts';
import { type FactPlace, type Figure, storedParts } from './figure.ts';
import { figureIndex, figureNamed, isFigure } from './figures.ts';
import { figurePage } from './pages.ts';

/** A record that has figures: what is told on one page. */
export interface FigureSource {
  /** The steps of its address, e.g. `finance/capital-plan`. */
  readonly page: string;
  readonly title: string;
  /** Each once, those with a name of their own first, then the sums that some text refers to. */
  readonly figures: readonly Figure[];
}

/** All records that have figures, by address. */
export function figureSources(library: Library): FigureSource[] {
  const index = figureIndex(library);
  const all = new Map([...index, ...referredFigures(library).map((figure) => [figure.name, figure] as const)]);
  return [...Map.groupBy(all.values(), figurePage)]
    .map(([page, figures]) => ({ page, title: titleOf(library, page), figures }))
    .toSorted((a, b) => (a.page < b.page ? -1 : 1));
}

/** Where everything stands that the figures of the library come down to, each place once, and the files they stand in. */
export function figurePlaces(library: Library): FactPlace[] {
  const parts = figureSources(library).flatMap(({ figures }) => figures.flatMap(storedParts));
  const places = new Map(parts.map(({ at }) => [`${at.file}#${at.key}`, at]));
  const files = new Map(parts.map(({ at }) => [at.file, { file: at.file, line: 1, column: 1, key: '' }]));
  return [...places.values(), ...files.values()];
}

/** The figures that texts refer to. */
function referredFigures(library: Library): Figure[] {
  const { boards, portfolios, initiatives, reports, matters, meetings, papers, briefs, changeRequests } = library;
  const shelves = [boards, portfolios, initiatives, reports, matters, meetings, papers, briefs, changeRequests];
  const pages: Pick<Entry, 'file' | 'body'>[] = [
    ...shelves.flatMap((shelf) => Object.values<Pick<Entry, 'file' | 'body'>>(shelf)),
    ...Object.values(library.finance).map(({ entry }) => entry),
    ...Object.values(library.indicators).map(({ entry }) => entry),
  ];
  return pages.flatMap(({ file, body }) =>
    (body?.targets ?? []).flatMap(({ href }) => {
      const link = readLink(file, href);
      const found = link.kind === 'figure' ? figureNamed(library, link.name) : undefined;
      return found !== undefined && isFigure(found) ? [found] : [];
    }),
  );
}

function titleOf(library: Library, page: string): string {
  const [kind, id = ''] = page.split('/');
  switch (kind) {
    case 'finance':
      return find(library.finance, id)?.entry.data.title ?? id;
    case 'indicators':
      return find(library.indicators, id)?.entry.data.name ?? id;
    case 'portfolios':
      return `${find(library.portfolios, id)?.data.name ?? id} portfolio`;
    case 'change-requests':
      return find(library.changeRequests, id)?.data.title ?? id;
    default:
      return find(library.initiatives, id)?.data.name ?? id;
  }
}
