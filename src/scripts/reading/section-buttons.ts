import { makeButton, makeElement } from '../elements.ts';

/** What of a section a note can be put beside. */
const blocks = 'h2, h3, h4, h5, h6, p, li, dd, tr, figcaption';
/** A list from which one chooses is no longer than this. */
const most = 60;

/**
 * A button by each heading that adds a note to what stands below it, for readers who select nothing.
 *
 * @param onNote given the elements of the section that have words, the heading first
 */
export function addSectionButtons(part: HTMLElement, onNote: (blocks: readonly HTMLElement[]) => void): void {
  const headings = [...part.querySelectorAll<HTMLElement>('h2, h3, h4')];
  for (const heading of headings) {
    const words = heading.textContent.replace(/\s+/g, ' ').trim();
    const button = makeButton('add-note', () => onNote(sectionOf(part, heading)), 'Add a note');
    button.append(makeElement('span', { class: 'visually-hidden' }, ` to “${words}”`));
    button.dataset.own = '';
    heading.after(button);
  }
}

/** The heading and what stands below it, as far as the next one. */
function sectionOf(part: HTMLElement, heading: HTMLElement): HTMLElement[] {
  const all = [...part.querySelectorAll<HTMLElement>(blocks)].filter((one) => one.closest('[data-own]') === null);
  const below = all.slice(all.indexOf(heading) + 1);
  const end = below.findIndex((one) => one.matches('h2, h3, h4'));
  const own = (end === -1 ? below : below.slice(0, end)).filter(
    (one) => one.textContent.trim() !== '' && !below.some((other) => other !== one && other.contains(one)),
  );
  return [heading, ...own].slice(0, most);
}
