import { makeElement } from './elements.ts';
import type { PageTable } from './register-tables.ts';

/** Rows of a table that a browser lays out without keeping the reader waiting; see test/site/registers.test.ts. */
const mostAtOnce = 500;

/**
 * Shows the first of the matching rows of a long table, and the rest when the reader asks for them with a button below it.
 *
 * @returns does so again, after other rows match or they stand in another order
 */
export function keepShort({ element, wrap, rows }: PageTable): () => void {
  if (rows.length <= mostAtOnce) return () => {};
  // An address that names a row leads to it wherever it stands.
  let isWhole = element.querySelector('tbody :target') !== null;
  const button = makeElement('button', { type: 'button', class: 'govuk-button govuk-button--secondary' });
  wrap.after(button);
  const draw = (): void => {
    const matching = [...element.querySelectorAll<HTMLElement>('tbody > tr[data-row]')].filter(({ hidden }) => !hidden);
    matching.forEach((row, index) => {
      row.classList.toggle('is-later', !isWhole && index >= mostAtOnce);
    });
    button.hidden = isWhole || matching.length <= mostAtOnce;
    button.textContent = `Show all ${matching.length}, not only the first ${mostAtOnce}`;
  };
  button.addEventListener('click', () => {
    isWhole = true;
    const next = element.querySelector<HTMLElement>('.is-later');
    draw();
    // The button is gone; the keyboard goes on where the rows do.
    if (next !== null) {
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
    }
  });
  return draw;
}
