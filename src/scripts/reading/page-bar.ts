import { goTo, need } from '../elements.ts';

/** Pages are quoted as `34`, `3a` or `S1-2`; readers write `page 34` and `s1-2` as well. */
function asQuoted(written: string): string {
  return written
    .trim()
    .replace(/^(?:page|p\.?)\s*/i, '')
    .replace(/^s(?=\d)/, 'S')
    .replace(/[A-Z]$/, (letter) => letter.toLowerCase());
}

/** The bar that stays at the top: which page is being read, and the way to any other. */
export function startPageBar(): void {
  const bar = need('.page-bar', HTMLElement);
  const marks = [...document.querySelectorAll<HTMLElement>('.reading [data-page]')];
  if (marks.length === 0) {
    keepClear(bar);
    return;
  }
  const byPage = new Map(marks.map((mark) => [mark.dataset.page ?? '', mark]));
  followReading(need('[data-page-here]', HTMLElement, bar), marks);
  const form = need('[data-go-to-page]', HTMLFormElement, bar);
  const field = need('#go-to-page', HTMLInputElement, form);
  const error = need('#go-to-page-error', HTMLElement, form);
  form.hidden = false;
  keepClear(bar);
  const tell = (asked: string, mark: HTMLElement | undefined): void => {
    error.textContent = mark === undefined ? noPage(asked, marks) : '';
    field.toggleAttribute('aria-invalid', mark === undefined);
  };
  // The address named a page before the bar had its height, or one that is not there.
  const [, asked] = /^#page-(.+)$/.exec(location.hash) ?? [];
  if (asked !== undefined) {
    const named = byPage.get(asked);
    if (named === undefined) tell(asked, named);
    else named.scrollIntoView();
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const mark = byPage.get(asQuoted(field.value));
    tell(field.value.trim(), mark);
    if (mark === undefined) return;
    field.blur();
    history.pushState(null, '', `#${mark.id}`);
    goTo(mark);
    field.value = '';
  });
  for (const link of bar.querySelectorAll<HTMLAnchorElement>('.page-list a')) {
    link.addEventListener('click', () => need('.page-list', HTMLDetailsElement, bar).removeAttribute('open'));
  }
}

function noPage(asked: string, marks: readonly HTMLElement[]): string {
  const pages = marks.flatMap(({ dataset }) => dataset.page ?? []);
  const last = pages.findLast((page) => /^\d/.test(page));
  const other = pages.find((page) => /^S/.test(page));
  return `There is no page “${asked}”. Write a number from 1 to ${last}${other === undefined ? '' : `, or one such as ${other}`}.`;
}

/** Says which page stands a fifth of the way down the window. */
function followReading(here: HTMLElement, marks: readonly HTMLElement[]): void {
  const { pages = '' } = here.dataset;
  const above = new Set<Element>();
  const tell = (): void => {
    const page = marks.findLast((mark) => above.has(mark))?.dataset.page ?? marks[0]?.dataset.page ?? '';
    here.textContent = /^\d/.test(page) ? `Page ${page} of ${pages}` : `Page ${page}`;
  };
  // All that is above the line counts as seen, however far, so that a leap over many pages is noticed as well.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) above.add(target);
        else above.delete(target);
      }
      tell();
    },
    { rootMargin: '10000000px 10000px -80% 10000px' },
  );
  for (const mark of marks) observer.observe(mark);
  here.hidden = false;
  tell();
}

/**
 * Keeps the bar in view, and what gets the focus or is led to from being hidden behind it. Where it would take more than a third
 * of the window it stays in its place.
 */
function keepClear(bar: HTMLElement): void {
  const list = bar.querySelector<HTMLDetailsElement>('.page-list');
  let isWithin = false;
  const clear = (): void => {
    if (list?.open !== true) bar.classList.toggle('is-live', bar.offsetHeight < innerHeight / 3);
    // A field in the bar itself would count as hidden behind it, and the page would be moved at every key.
    const height = bar.classList.contains('is-live') && !isWithin ? bar.offsetHeight : 0;
    document.documentElement.style.scrollPaddingTop = `${height + 16}px`;
  };
  new ResizeObserver(clear).observe(bar);
  bar.addEventListener('focusin', () => {
    isWithin = true;
    clear();
  });
  bar.addEventListener('focusout', ({ relatedTarget }) => {
    isWithin = relatedTarget instanceof Node && bar.contains(relatedTarget);
    clear();
  });
  clear();
}
