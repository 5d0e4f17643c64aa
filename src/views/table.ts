import { html, type SafeHtml } from '@remix-run/html-template';

/** A column of a table. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string | SafeHtml;
  readonly kind?: 'row-heading' | 'number' | 'narrow';
}

/** What a table is made of. */
export interface TableParts<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Class of a row, e.g. `total`. */
  readonly rowClass?: (row: Row) => string;
  /** Class of the table. */
  readonly className?: string;
  /** What is said when there are no rows. */
  readonly none?: string;
}

/**
 * A data table with a caption and headings that a screen reader finds, in a wrap that scrolls by itself on a narrow
 * screen and can be reached with the keyboard.
 */
export function table<Row>({ caption, columns, rows, rowClass, className = '', none }: TableParts<Row>): SafeHtml {
  if (rows.length === 0 && none !== undefined) return html`<p class="none">${none}</p>`;
  return html`<div class="table-wrap" role="region" aria-label="${caption}" tabindex="0"><table class="${className}">
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${classOf(column)}>${column.heading}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`
<tr${rowClass === undefined ? '' : classes(rowClass(row))}>${columns.map((column) => cell(column, row))}</tr>`,
  )}
</tbody></table></div>`;
}

function cell<Row>(column: Column<Row>, row: Row): SafeHtml {
  return column.kind === 'row-heading'
    ? html`<th scope="row">${column.cell(row)}</th>`
    : html`<td${classOf(column)}>${column.cell(row)}</td>`;
}

function classOf<Row>({ kind }: Column<Row>): SafeHtml | string {
  return kind === 'number' || kind === 'narrow' ? classes(kind) : '';
}

function classes(names: string): SafeHtml | string {
  return names === '' ? '' : html` class="${names}"`;
}
