import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { withAllBelow } from '../registers/levels.ts';

/** What the rows of a register are told apart by, in the order it is offered to the reader, with its label. */
const facetLabels = {
  board: 'Board',
  portfolio: 'Portfolio',
  strand: 'Strand',
  initiative: 'Initiative',
  owner: 'Owner',
  status: 'Status',
  quarter: 'Quarter',
} as const;

type FacetName = keyof typeof facetLabels;

/** What one row is found by, in words; several where it belongs to several. */
export type RowFacets = { readonly [name in FacetName]?: string | readonly string[] | undefined };

/** What a row is found by for being about an initiative. */
export type InitiativeFacets = (initiative: string | undefined) => RowFacets;

/** Tells of every initiative its name, its strand and the portfolios it is reported in. */
export function initiativeFacets(library: Library): InitiativeFacets {
  const portfolios = Object.values(library.portfolios).map(({ data }) => ({
    name: data.name,
    members: new Set(withAllBelow(library, data.members)),
  }));
  return (id) => {
    const initiative = find(library.initiatives, id);
    if (initiative === undefined) return {};
    return {
      portfolio: portfolios.flatMap(({ name, members }) => (members.has(initiative.id) ? name : [])),
      strand: initiative.data.strand,
      initiative: initiative.data.name,
    };
  };
}

/** What a row is found by for being about several initiatives at once. */
export function facetsOfSeveral(facetsOf: InitiativeFacets, initiatives: readonly string[]): RowFacets {
  const all = initiatives.map(facetsOf);
  const names = ['portfolio', 'strand', 'initiative'] as const;
  return Object.fromEntries(
    names.map((name) => [name, [...new Set(all.flatMap((facets) => facets[name] ?? []))]] as const),
  );
}

/** What a row is found by, as attributes of its element: `data-row data-board="…"`; several values stand on lines of their own. */
export function facetAttributes(facets: RowFacets): SafeHtml {
  return html` data-row${facetNames.map((name) => {
    const values = [facets[name] ?? []].flat().map((value) => value.replace(/\s+/g, ' ').trim());
    return values.length === 0 ? '' : html` data-${name}="${values.join('\n')}"`;
  })}`;
}

/**
 * What a record that stands by itself, in no table, is put in order by: `data-sort-date="2017-09-20"`.
 *
 * @param values by what the button for it is called
 */
export function sortAttributes(values: Readonly<Record<string, string>>): SafeHtml {
  return html`${Object.entries(values).map(([name, value]) => html` data-sort-${name.toLowerCase()}="${value}"`)}`;
}

const facetNames = Object.keys(facetLabels) as FacetName[];

/** What a page of registers can be filtered by. */
export interface PageFacets {
  readonly rows: number;
  /** Only what has more than one value, since nothing else tells rows apart. */
  readonly facets: readonly { readonly name: FacetName; readonly label: string }[];
}

/** Finds what the rows of a page can be filtered by, in the HTML that our own views made. */
export function facetsOfPage(content: string): PageFacets {
  const rows = [...content.matchAll(/<[a-z]+ [^>]*\bdata-row\b[^>]*>/g)].map(([tag]) => tag);
  const facets = facetNames.flatMap((name) => {
    const values = new Set(
      rows.flatMap((tag) => new RegExp(` data-${name}="([^"]*)"`).exec(tag)?.[1]?.split('\n') ?? []),
    );
    return values.size < 2 ? [] : [{ name, label: facetLabels[name] }];
  });
  return { rows: rows.length, facets };
}
