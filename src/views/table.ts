import { html, type SafeHtml } from '@remix-run/html-template';
import { facetAttributes, type RowFacets } from './facets.ts';
import { breakable } from './long-words.ts';

/** A column of a table. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string | SafeHtml;
  readonly kind?: 'row-heading' | 'number' | 'narrow';
  /** What rows are put in order by where the words shown do not sort, e.g. the day `2017-09-20` of `20 Sep 2017`. */
  readonly sort?: (row: Row) => string | number;
}

/** What a table is made of. */
export interface TableParts<Row> {
  readonly caption: string;
  /** The order of the rows, said after the caption, e.g. `the longest overdue first`. */
  readonly order?: string | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Class of a row, e.g. `total`. */
  readonly rowClass?: (row: Row) => string;
  /** Class of the table. */
  readonly className?: string;
  /** What is said when there are no rows. */
  readonly none?: string;
  /**
   * What a row is found by on the site; undefined for one that stands under the others, such as a total. Where it is left out,
   * as in a pack, the table is for reading only.
   */
  readonly facets?: ((row: Row) => RowFacets | undefined) | undefined;
}

/**
 * A data table with a caption and headings that a screen reader finds, in a wrap that scrolls by itself on a narrow
 * screen and can be reached with the keyboard.
 */
export function table<Row>(parts: TableParts<Row>): SafeHtml {
  const { caption, order, columns, rows, rowClass, className = '', none, facets } = parts;
  const ordered = order === undefined ? '' : `, ${order}`;
  // Where readers put the rows in another order, these words are taken away.
  const orderWords = facets === undefined || ordered === '' ? ordered : html`<span data-order>${ordered}</span>`;
  if (rows.length === 0 && none !== undefined) return html`<p class="none">${none}</p>`;
  return html`<div class="table-wrap" role="region" aria-label="${caption}${ordered}" tabindex="0"><table class="${className}"${facets === undefined ? '' : html` data-register`}>
<caption>${breakable(caption)}${orderWords}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${classOf(column)}>${column.heading}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`
<tr${rowClass === undefined ? '' : classes(rowClass(row))}${foundBy(facets?.(row))}>${columns.map((column) => cell(column, row, facets !== undefined))}</tr>`,
  )}
</tbody></table></div>`;
}

function cell<Row>(column: Column<Row>, row: Row, isSorted: boolean): SafeHtml {
  const sort = isSorted && column.sort !== undefined ? html` data-sort="${column.sort(row)}"` : '';
  const content = breakable(column.cell(row));
  return column.kind === 'row-heading'
    ? html`<th scope="row"${sort}>${content}</th>`
    : html`<td${classOf(column)}${sort}>${content}</td>`;
}

function foundBy(facets: RowFacets | undefined): SafeHtml | string {
  return facets === undefined ? '' : facetAttributes(facets);
}

function classOf<Row>({ kind }: Column<Row>): SafeHtml | string {
  return kind === 'number' || kind === 'narrow' ? classes(kind) : '';
}

function classes(names: string): SafeHtml | string {
  return names === '' ? '' : html` class="${names}"`;
}
