import type { Page } from 'playwright-core';

/** What of a page that is shown moves or is too wide, one line for each fault. */
export async function unsettled(page: Page): Promise<string[]> {
  const { pathname } = new URL(page.url());
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const entries = list.getEntries() as unknown as { value: number }[];
          observer.disconnect();
          resolve(entries.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 100);
      }),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [
    // Less than a reader can see.
    ...(shift > 0.01 ? [`${pathname} moves by ${shift}`] : []),
    ...(wide > 0 ? [`${pathname} is ${wide} pixels too wide`] : []),
  ];
}
