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
  bar.classList.add('is-live');
  keepClear(bar);
  const marks = [...document.querySelectorAll<HTMLElement>('.reading [data-page]')];
  if (marks.length === 0) return;
  const byPage = new Map(marks.map((mark) => [mark.dataset.page ?? '', mark]));
  followReading(need('[data-page-here]', HTMLElement, bar), marks);
  const form = need('[data-go-to-page]', HTMLFormElement, bar);
  const field = need('#go-to-page', HTMLInputElement, form);
  const error = need('#go-to-page-error', HTMLElement, form);
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const mark = byPage.get(asQuoted(field.value));
    error.textContent =
      mark === undefined
        ? `There is no page “${field.value.trim()}”. Write a number from 1 to ${lastPlain(marks)}, or one such as S1-2.`
        : '';
    field.toggleAttribute('aria-invalid', mark === undefined);
    if (mark === undefined) return;
    history.pushState(null, '', `#${mark.id}`);
    goTo(mark);
    field.value = '';
  });
  for (const link of bar.querySelectorAll<HTMLAnchorElement>('.page-list a')) {
    link.addEventListener('click', () => need('.page-list', HTMLDetailsElement, bar).removeAttribute('open'));
  }
}

function lastPlain(marks: readonly HTMLElement[]): string {
  return marks.findLast(({ dataset }) => /^\d/.test(dataset.page ?? ''))?.dataset.page ?? '';
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

/** What gets the focus, or is led to, is never hidden behind the bar. */
function keepClear(bar: HTMLElement): void {
  const clear = (): void => {
    document.documentElement.style.scrollPaddingTop = `${bar.offsetHeight + 16}px`;
  };
  new ResizeObserver(clear).observe(bar);
  clear();
}
