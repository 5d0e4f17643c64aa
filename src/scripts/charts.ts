// Makes a chart answer to the pointer and to the arrow keys as soon as it comes into view. The drawing of the page stays below
// it for paper, and its figures stand beside it as a table in any case.
const pictures = document.querySelectorAll<HTMLElement>('.chart-picture[data-chart]');
const watch = new IntersectionObserver(
  async (entries) => {
    const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target as HTMLElement);
    for (const picture of seen) watch.unobserve(picture);
    if (seen.length === 0) return;
    const { enliven } = await import('./live-chart.ts');
    await document.fonts.load('13px ChartSans');
    for (const picture of seen) enliven(picture);
  },
  { rootMargin: '200px' },
);
for (const picture of pictures) watch.observe(picture);
