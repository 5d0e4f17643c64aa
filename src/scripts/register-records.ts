import { type PageRow, readRow } from './register-tables.ts';
import { type RegisterView, sortedBy } from './register-view.ts';

/** The records of a page that stand by themselves, in no table, and the buttons that put them in order. */
export interface PageRecords {
  readonly rows: readonly PageRow[];
  readonly heads: readonly { readonly name: string; readonly element: HTMLElement }[];
  /** Puts them in the order that is asked for, and says so. */
  readonly draw: (view: RegisterView) => void;
  /** In the order they stand in. */
  readonly inOrder: () => readonly PageRow[];
}

/** Reads the records of a page. */
export function readRecords(form: HTMLElement, content: HTMLElement, facetNames: readonly string[]): PageRecords {
  const rows = Array.from(content.querySelectorAll<HTMLElement>('article[data-row]'), (record) =>
    readRow(record, facetNames),
  );
  const heads = Array.from(form.querySelectorAll<HTMLElement>('[data-sorts]'), (element) => ({
    name: element.dataset.sorts ?? '',
    element,
  }));
  const said = form.querySelector<HTMLElement>('.register-order');
  const order = document.querySelector<HTMLElement>('.lede [data-order]');
  const end = rows.at(-1)?.element.nextSibling ?? null;
  let standing = rows;
  const draw = ({ sort }: RegisterView): void => {
    const head = heads.find(({ name }) => name === sort?.column);
    const isDescending = sort?.isDescending ?? false;
    for (const { element } of heads) {
      element.setAttribute('aria-pressed', String(element === head?.element));
      element.dataset.way = element !== head?.element ? '' : isDescending ? 'descending' : 'ascending';
    }
    if (heads.length > 0 && order !== null) order.hidden = head !== undefined;
    if (said !== null)
      said.textContent = head === undefined ? '' : isDescending ? 'from last to first' : 'from first to last';
    const wanted =
      head === undefined
        ? rows
        : sortedBy(rows, ({ element }) => element.getAttribute(`data-sort-${head.name}`) ?? '', isDescending);
    if (wanted.every((row, index) => row === standing[index])) return;
    standing = wanted;
    for (const { element } of wanted) element.parentNode?.insertBefore(element, end);
  };
  return { rows, heads, draw, inOrder: () => standing };
}
