import { makeElement } from './elements.ts';
import { columnName, type FoundRow, fold } from './register-view.ts';

/** A row of a page: an element of a table or a record that stands by itself. */
export interface PageRow extends FoundRow {
  readonly element: HTMLElement;
}

/** A table of the page whose rows can be found and sorted. */
export interface PageTable {
  readonly element: HTMLTableElement;
  /** What scrolls the table; hidden with it. */
  readonly wrap: HTMLElement;
  readonly title: string;
  /** The words of the caption that say the order of the register. */
  readonly order: HTMLElement | null;
  /** Says in the caption what is not so for the whole table. */
  readonly note: HTMLElement;
  readonly heads: readonly { readonly name: string; readonly words: string; readonly element: HTMLElement }[];
  /** In the order of the register. */
  readonly rows: readonly PageRow[];
  /** Rows that stand under others and are not found by themselves. */
  readonly totals: readonly HTMLElement[];
  /** All of them as the register has them, a total below the rows that it adds up. */
  readonly all: readonly HTMLElement[];
}

/** Reads a row. Its words are folded once, when they are first asked for. */
export function readRow(element: HTMLElement, facetNames: readonly string[]): PageRow {
  let text: string | undefined;
  return {
    element,
    facets: Object.fromEntries(facetNames.map((name) => [name, element.dataset[name]?.split('\n') ?? []])),
    text: () => {
      text ??= fold(wordsOf(element));
      return text;
    },
  };
}

/** Reads a table; its heads become buttons for the sorting, which say by which column they sort. */
export function readTable(element: HTMLTableElement, facetNames: readonly string[]): PageTable {
  const caption = element.caption ?? element.createCaption();
  const order = caption.querySelector<HTMLElement>('[data-order]');
  const title = caption.textContent.slice(0, order === null ? undefined : -order.textContent.length).trim();
  const note = makeElement('span', { class: 'caption-note' });
  caption.append(note);
  const all = [...element.querySelectorAll<HTMLElement>('tbody > tr')];
  const isFound = (row: HTMLElement): boolean => row.hasAttribute('data-row');
  return {
    element,
    wrap: element.closest<HTMLElement>('.table-wrap') ?? element,
    title,
    order,
    note,
    heads: [...(element.tHead?.rows[0]?.cells ?? [])].map((head) => {
      const words = head.textContent.trim();
      const button = makeElement('button', { type: 'button', class: 'sort-button' }, words);
      head.replaceChildren(button);
      return { name: columnName(words), words, element: head };
    }),
    rows: all.filter(isFound).map((row) => readRow(row, facetNames)),
    totals: all.filter((row) => !isFound(row)),
    all,
  };
}

/** What a row is sorted by in one of its columns. */
export function sortCell({ element }: PageRow, column: number): string {
  const cell = element.children[column] as HTMLElement | undefined;
  return cell?.dataset.sort ?? cell?.textContent ?? '';
}

/** Words as they are read: those that stand on lines of their own do not run together. */
export function wordsOf(element: Element): string {
  const words: string[] = [];
  const walk = (node: Node): void => {
    // A line end of the source is no more than a space.
    if (node.nodeType === Node.TEXT_NODE) words.push((node.textContent ?? '').replace(/\s+/g, ' '));
    const standsAlone = node instanceof Element && node.matches('.sub, li, p, td, th, dd');
    if (standsAlone) words.push('\n');
    node.childNodes.forEach(walk);
    if (standsAlone) words.push('\n');
  };
  element.childNodes.forEach(walk);
  return words
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('; ');
}
