// Keeps the heads of tables in view. A table that fits its place needs no scrolling of its own, so its heads stay at the top of
// the window; one that is wider scrolls in a frame no higher than the window, and its heads and first column stay in the frame.
const wraps = [...document.querySelectorAll<HTMLElement>('.table-wrap')];

/** The first column stays where it leaves most of the frame to the others. */
const mostOfFrame = 0.4;

const seen = new ResizeObserver((entries) => {
  const changed = new Set(entries.flatMap(({ target }) => target.closest<HTMLElement>('.table-wrap') ?? []));
  // First all that is read, then all that is written, so that the page is laid out once.
  const found = [...changed].map((wrap) => {
    const table = wrap.querySelector('table');
    const first = table?.rows[0]?.cells[0]?.offsetWidth ?? 0;
    return {
      wrap,
      fits: (table?.offsetWidth ?? 0) <= wrap.offsetWidth,
      holdsFirst: first <= wrap.offsetWidth * mostOfFrame,
    };
  });
  for (const { wrap, fits, holdsFirst } of found) {
    wrap.classList.toggle('fits', fits);
    wrap.classList.toggle('scrolls', !fits);
    wrap.classList.toggle('holds-first', !fits && holdsFirst);
    // Nothing scrolls where everything fits, so there is nothing to stop at with the keyboard.
    if (fits) wrap.removeAttribute('tabindex');
    else wrap.tabIndex = 0;
  }
});
for (const wrap of wraps) {
  seen.observe(wrap);
  const table = wrap.querySelector('table');
  if (table !== null) seen.observe(table);
}

export {};
