import { goTo, need } from '../elements.ts';
import { readStored, store } from '../storage.ts';

/** Whether single keys are switched off (WCAG 2.2, 2.1.4). */
const keptName = 'keys';

/** Single keys that move between papers, to a page, and open the list of keys. */
export function startKeys(): void {
  const list = need('#reading-keys', HTMLDialogElement);
  const isOn = need('#single-keys', HTMLInputElement, list);
  isOn.checked = readStored(keptName) !== 'off';
  isOn.addEventListener('change', () => store(keptName, isOn.checked ? undefined : 'off'));
  const opener = need('[data-open-keys]', HTMLButtonElement);
  opener.hidden = false;
  opener.addEventListener('click', () => list.showModal());
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    if (defaultPrevented || ctrlKey || metaKey || altKey || !isOn.checked) return;
    if (isTyping(target) || document.querySelector('dialog[open]') !== null) return;
    const act = { j: next, n: next, k: previous, p: previous, g: toPageField, '?': () => list.showModal() }[key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function toPageField(): void {
  document.querySelector<HTMLInputElement>('#go-to-page')?.focus({ preventScroll: true });
}

function next(): void {
  const line = readingLine();
  move(papers().find((paper) => paper.getBoundingClientRect().top > line + 8));
}

function previous(): void {
  const line = readingLine();
  move(papers().findLast((paper) => paper.getBoundingClientRect().top < line - 8));
}

function move(paper: Element | undefined): void {
  const heading = paper?.querySelector<HTMLElement>('h2');
  if (!paper || !heading) return;
  goTo(heading);
  paper.scrollIntoView();
}

function papers(): Element[] {
  return [...document.querySelectorAll('.reading-part')];
}

/** Where the top of a paper stands that one has moved to. */
function readingLine(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}
