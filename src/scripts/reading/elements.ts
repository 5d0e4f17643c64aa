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

/** A new element with classes and words; what stands in it was never HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}

/** A button that does something where it stands. */
export function makeButton(words: string, className: string, onClick: () => void): HTMLButtonElement {
  const button = make('button', className, words);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}

/** Brings an element into view and gives it the focus, which it need not be able to have by itself. */
export function goTo(element: HTMLElement, block: ScrollLogicalPosition = 'start'): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.scrollIntoView({ block });
  element.focus({ preventScroll: true });
}
