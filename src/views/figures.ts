import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { dayOrMonth } from '../registers/dates.ts';
import {
  type FactPlace,
  type Figure,
  isStored,
  type Term,
  writtenFigure,
  writtenSum,
} from '../registers/figures/figure.ts';
import { type FootingOf, footingsOf } from '../registers/figures/finance-tables.ts';
import { figureAnchor, whenceAddress } from '../registers/figures/pages.ts';
import { writeFigure } from '../registers/finance.ts';
import { type Provenance, setWords } from '../registers/provenance.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { table } from './table.ts';

/** A table of figures: what each is, the name it is called by, and where it comes from. */
export function figureTable(
  library: Library,
  figures: readonly Figure[],
  provenance: Provenance,
  { caption, link }: { readonly caption: string; readonly link: Linker },
): SafeHtml {
  return table<Figure>({
    caption,
    rows: figures,
    className: 'figures',
    columns: [
      {
        heading: 'Figure',
        kind: 'row-heading',
        cell: (figure) =>
          html`<span id="${figureAnchor(figure)}">${figure.title}</span><span class="sub">${figure.name}</span>`,
      },
      { heading: 'Value', kind: 'number', cell: writtenFigure },
      {
        heading: 'Where it comes from',
        cell: (figure) =>
          isStored(figure)
            ? placeCell(figure.at, provenance, footingsOf(library, figure))
            : sumCell(figure.terms, figure, link),
      },
      { heading: 'As at', kind: 'narrow', cell: ({ asAt }) => (asAt === null ? '–' : dayOrMonth(asAt)) },
    ],
  });
}

function placeCell(at: FactPlace, provenance: Provenance, footings: readonly FootingOf[]): SafeHtml {
  const parts = footings.map(({ added, off, tolerance }) => {
    const apart = off === 0 ? '' : `, ${off} apart, where ${tolerance} is allowed for rounding`;
    return html`<span class="sub">Its parts: ${writtenSum(added)}${apart}</span>`;
  });
  return html`${at.file}, line ${at.line}<span class="sub">${setWords(provenance, at)}</span>${parts}`;
}

/** A sum in figures, each of which leads to where it comes from itself. */
function sumCell(terms: readonly Term[], { value, decimals }: Figure, link: Linker): SafeHtml {
  const parts = terms.map(({ sign, figure }, index) => {
    const amount = sign * figure.value;
    const written = writeFigure(index === 0 ? amount : Math.abs(amount), decimals);
    const before = index === 0 ? '' : amount < 0 ? ' − ' : ' + ';
    return html`${before}${whence(figure, written, link)}`;
  });
  return html`${parts} = ${writeFigure(value, decimals)}`;
}

/** A figure as it stands in a text or table, leading to where it comes from where that can be reached. */
export function whence(figure: Figure | undefined, written: string, link: Linker): SafeHtml {
  return whenceLink(figure === undefined ? null : link(whenceAddress(figure)), written);
}

/** The same of a figure of which only the address is known. */
export function whenceLink(href: string | null, written: string): SafeHtml {
  if (href === null) return html`${written}`;
  return html`<a class="whence" href="${href}" aria-label="${written}, where it comes from">${written}</a>`;
}

/** Where a table was read from is told: on the site, with the commits that set it and a page that tells of each figure. */
export interface SourceOptions {
  readonly link: Linker;
  /** The page of figures, e.g. `finance/capital-plan`. */
  readonly page: string;
  // A commit is named on the site only: a clone of a part of the history knows less of it, and a pack is the same everywhere.
  readonly provenance?: Provenance | undefined;
}

/**
 * The line below a table that says what its figures were read from: `From finance/capital-plan.csv, as at 1 April 2017`.
 *
 * @param asAt a day or a month; null where none is on record
 */
export function sourceLine(
  files: readonly string[],
  asAt: string | null,
  { link, page, provenance }: SourceOptions,
): SafeHtml {
  const [file, ...others] = files;
  const isOne = file !== undefined && others.length === 0;
  const from = isOne ? file : `finance.csv of ${files.length} initiatives`;
  const day = asAt === null ? '' : `, as at ${dayOrMonth(asAt)}`;
  const set = isOne && provenance !== undefined ? `, ${setWords(provenance, { file, key: '' })}` : '';
  return html`<p class="source">From ${linked(link, addresses.figures(page), from)}${day}${set}.</p>`;
}
