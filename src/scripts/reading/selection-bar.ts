import { makeButton, makeElement } from '../elements.ts';

/** What can be done with words that are selected. */
export interface OnSelection {
  readonly highlight: (range: Range) => void;
  readonly note: (range: Range) => void;
}

/**
 * A small bar that appears by words of the pack as they are selected. The next press of Tab leads to it, wherever the focus was:
 * a selection does not move it.
 */
export function startSelectionBar(reading: HTMLElement, { highlight, note }: OnSelection): void {
  let selected: Range | undefined;
  const act = (what: (range: Range) => void) => () => {
    const range = selected;
    close();
    if (range !== undefined) what(range);
  };
  const bar = makeElement(
    'div',
    { class: 'selection-bar', role: 'group', 'aria-label': 'The selected words' },
    makeButton('selection-action', act(highlight), 'Highlight'),
    makeButton('selection-action', act(note), 'Note'),
  );
  bar.dataset.own = '';
  // The selection would be lost with the focus.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());

  function close(): void {
    selected = undefined;
    bar.remove();
  }

  function open(): void {
    const selection = getSelection();
    const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    if (bar.contains(document.activeElement)) return;
    if (
      range === undefined ||
      range.collapsed ||
      range.toString().trim() === '' ||
      !reading.contains(range.commonAncestorContainer)
    ) {
      close();
      return;
    }
    selected = range.cloneRange();
    const end = range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement;
    const block = end?.closest('table, ul, ol, dl, p, h2, h3, h4, figure');
    (block?.closest('.table-wrap') ?? block ?? reading.lastElementChild)?.after(bar);
    const [box, page] = [range.getBoundingClientRect(), reading.getBoundingClientRect()];
    const left = Math.min(box.left - page.left, page.width - bar.offsetWidth);
    bar.style.left = `${Math.max(0, left)}px`;
    bar.style.top = `${box.bottom - page.top + 8}px`;
  }

  document.addEventListener('selectionchange', open);
  document.addEventListener('keydown', (event) => {
    if (selected === undefined || event.defaultPrevented) return;
    if (event.key === 'Tab' && !event.shiftKey && !bar.contains(document.activeElement)) {
      event.preventDefault();
      bar.querySelector('button')?.focus();
    }
    if (event.key !== 'Escape') return;
    getSelection()?.removeAllRanges();
    close();
  });
}
