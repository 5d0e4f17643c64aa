import { makeElement } from '../elements.ts';
import type { Answer, Found } from './engine.ts';

/** How many results are shown at once. */
const pageSize = 20;

/** Where results are shown. */
export interface ResultPlace {
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
  /** The marking that goes without saying: that of the organisation. */
  readonly marking: string;
  /** The address of a place of the site, as a page of this edition reaches it. */
  readonly hrefOf: (address: string) => string;
}

/**
 * Shows the first results of an answer in the place of what was there, and lets "more" show those that follow.
 *
 * @param isCurrent whether nothing else has been asked for since
 */
export async function showResults(answer: Answer, place: ResultPlace, isCurrent: () => boolean): Promise<void> {
  const { list, more } = place;
  const found = await answer.take(0, pageSize);
  if (!isCurrent()) return;
  let shown = found.length;
  list.replaceChildren(...found.map((one) => resultItem(one, place)));
  const setMore = (): void => {
    const left = answer.total - shown;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, pageSize)} more of ${left}`;
  };
  setMore();
  more.onclick = async () => {
    const next = await answer.take(shown, shown + pageSize);
    if (!isCurrent()) return;
    shown += next.length;
    const items = next.map((one) => resultItem(one, place));
    list.append(...items);
    setMore();
    // The reader goes on from the first of those that were added, the button having moved away below them.
    items[0]?.querySelector('a')?.focus();
  };
}

function resultItem(found: Found, { marking, hrefOf }: ResultPlace): HTMLElement {
  const { address, kind, title, place, status, excerpt } = found;
  const words = excerpt.map(({ text, isMarked }) => (isMarked ? makeElement('mark', {}, text) : text));
  const facts = [place, status, found.marking === marking ? '' : found.marking].filter(Boolean).join(' · ');
  return makeElement(
    'li',
    { class: 'search-result' },
    makeElement('p', { class: 'search-kind' }, kind),
    makeElement('h3', {}, makeElement('a', { href: hrefOf(address) }, title)),
    ...(facts === '' ? [] : [makeElement('p', { class: 'search-place' }, facts)]),
    makeElement('p', { class: 'search-excerpt' }, ...words),
  );
}
