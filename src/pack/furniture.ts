import { html, type SafeHtml } from '@remix-run/html-template';

/** What runs along the edges of one page. */
export interface PageFurniture {
  readonly marking: string;
  /** Top left, e.g. `Item 5a`. */
  readonly reference: string;
  /** Top right, e.g. `DRAFT minutes`. */
  readonly flag: string;
  /** Whether DRAFT stands large in the margin besides. */
  readonly isDraft: boolean;
  /** Bottom left: board, date and version. */
  readonly pack: string;
  /** Bottom right, e.g. `Page 12 of 60`. */
  readonly page: string;
  readonly landscape: boolean;
}

/**
 * One page for each page of the pack, empty but for its edges: laid over the parts once their places are known.
 */
export function furnitureContent(pages: readonly PageFurniture[]): SafeHtml {
  return html`${pages.map(
    ({
      marking,
      reference,
      flag,
      isDraft,
      pack,
      page,
      landscape,
    }) => html`<div class="furniture${landscape ? ' landscape' : ''}" aria-hidden="true">
<div class="furniture-top"><span>${reference}</span><b>${marking}</b><span${isDraft ? html` class="is-draft"` : ''}>${flag}</span></div>
${isDraft ? html`<div class="furniture-draft">DRAFT</div>` : ''}
<div class="furniture-bottom"><span>${pack}</span><b>${marking}</b><span>${page}</span></div>
</div>
`,
  )}`;
}
