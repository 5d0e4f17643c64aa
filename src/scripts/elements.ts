/** The element of a page that a script was written for; the page always has it. */
export function need<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return found;
}

/**
 * Makes an element.
 *
 * @param attributes by name; one that is undefined is left off
 * @param children elements and texts; a text is never read as HTML
 */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A button that does something where it stands. */
export function makeButton(
  className: string,
  onClick: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const button = makeElement('button', { type: 'button', class: className }, ...children);
  button.addEventListener('click', onClick);
  return button;
}

/** Brings an element into view and gives it the focus, which it need not be able to have by itself. */
export function goTo(element: HTMLElement, block: ScrollLogicalPosition = 'start'): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.scrollIntoView({ block });
  element.focus({ preventScroll: true });
}
