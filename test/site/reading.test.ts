import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** What axe finds on one page of each type; everything it knows, or only what the colours decide. */
async function faultsAt(look: Look, colours: boolean): Promise<string[]> {
  const context = await openWindow(browser, site, look);
  const page = await context.newPage();
  const faults: string[] = [];
  for (const [type, address] of Object.entries(pageTypes)) {
    await show(page, address);
    const axe = new AxeBuilder({ page });
    const { violations, passes } = await (colours
      ? axe.withRules(['color-contrast'])
      : axe.withTags(standards)
    ).analyze();
    expect(passes.length, type).toBeGreaterThan(colours ? 0 : 20);
    faults.push(...violations.map(({ id, nodes }) => `${type}: ${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`));
  }
  await context.close();
  return faults;
}

test.each([1280, 320])('no page type has a fault of accessibility at %i pixels', async (width) => {
  expect(await faultsAt({ width, scheme: 'light' }, false)).toEqual([]);
});

// The same elements in other colours: only their contrast can differ.
test.each([1280, 320])('in the dark every page type has enough contrast at %i pixels', async (width) => {
  expect(await faultsAt({ width, scheme: 'dark' }, true)).toEqual([]);
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
