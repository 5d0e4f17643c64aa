import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Look, openWindow, show, startBrowser } from './browse.ts';
import { type BuiltSite, buildTestSite } from './built-site.ts';
import { pageTypes } from './pages.ts';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildTestSite(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page; everything it knows, or only what the colours decide. */
async function faultsOf(address: string, look: Look & { media?: 'print' }, colours: boolean): Promise<string[]> {
  const context = await openWindow(browser, site, look);
  const page = await context.newPage();
  if (look.media !== undefined) await page.emulateMedia({ media: look.media, colorScheme: look.scheme });
  await show(page, address);
  // The older way of running it works in the page itself; the newer opens a second one for frames, of which we have none.
  // A selector is worked out for what is wrong only, which on long tables saves most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations, passes } = await (colours
    ? axe.withRules(['color-contrast'])
    : axe.withTags(standards)
  ).analyze();
  expect(passes.length).toBeGreaterThan(colours ? 0 : 20);
  await context.close();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

describe.each(Object.entries(pageTypes))('%s', (_type, address) => {
  test.each([1280, 320])('has no fault of accessibility at %i pixels', async (width) => {
    expect(await faultsOf(address, { width, scheme: 'light' }, false)).toEqual([]);
  });

  // The same elements in other colours: only their contrast can differ.
  test('has enough contrast in the dark, and printed from there', async () => {
    expect(await faultsOf(address, { width: 1280, scheme: 'dark' }, true)).toEqual([]);
    expect(await faultsOf(address, { width: 700, scheme: 'dark', media: 'print' }, true)).toEqual([]);
  });
});

test('no page is wider than a screen of 320 pixels', async () => {
  const context = await openWindow(browser, site, { width: 320, scheme: 'light' });
  const page = await context.newPage();
  for (const address of site.addresses) {
    await show(page, address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(320);
  }
  await context.close();
});

test('the first key press brings the skip link into view, and it leads past the navigation', async () => {
  const context = await openWindow(browser, site, { width: 1280, scheme: 'light' });
  const page = await context.newPage();
  await show(page, '/');
  await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name: 'Skip to the content' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  expect((await link.boundingBox())?.y).toBe(0);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await context.close();
});

test('text is set in the fonts that come with the site', async () => {
  const context = await openWindow(browser, site, { width: 1280, scheme: 'light' });
  const page = await context.newPage();
  await show(page, pageTypes.paper);
  const loaded = await page.evaluate(() =>
    [...document.fonts].flatMap(({ family, status }) => (status === 'loaded' ? family.replaceAll('"', '') : [])),
  );
  expect([...new Set(loaded)].toSorted()).toEqual(['Source Sans 3', 'Source Serif 4']);
  await context.close();
});

test('printed, a page keeps its marking and loses its navigation', async () => {
  const context = await openWindow(browser, site, { width: 1280, scheme: 'dark' });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await show(page, pageTypes.paper);
  expect(await page.locator('.marking:visible').count()).toBe(2);
  expect(await page.locator('nav:visible').count()).toBe(0);
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return { color, backgroundColor };
  });
  expect(colours).toEqual({ color: 'rgb(24, 32, 43)', backgroundColor: 'rgb(255, 255, 255)' });
  await context.close();
});
