import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, show, startBrowser } from './browse.ts';
import { type BuiltSite, buildTestSite, readAddress } from './built-site.ts';
import { pageTypes } from './pages.ts';
import { unsettled } from './settled.ts';

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildTestSite(), startBrowser()]);
  context = await openWindow(browser, site, { width: 1280, scheme: 'light' });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

/** What a page needs before it can be read: itself, its styles and its scripts, in bytes as they are sent. */
async function weightOf(address: string): Promise<{ html: number; css: number; js: number }> {
  const html = String(await readAddress(site, address));
  const sum = async (pattern: RegExp): Promise<number> => {
    const files = await Promise.all([...html.matchAll(pattern)].map(([, path = '']) => readAddress(site, path)));
    return files.reduce((bytes, file) => bytes + gzipSync(file ?? '').length, 0);
  };
  const css = await sum(/<link rel="stylesheet" href="([^"]+)"/g);
  const js = await sum(/<script type="module" src="([^"]+)"/g);
  return { html: gzipSync(html).length, css, js };
}

/**
 * What pages may weigh, compressed. A page of text is on the screen after one exchange of some 14 kB for itself, a register of
 * the whole organisation after a few.
 */
const budget = { html: 40_000, css: 16_000, js: 8_000 } as const;

test.each(Object.entries(pageTypes))('the page "%s" weighs no more than its budget', async (_name, address) => {
  const weight = await weightOf(address);
  for (const part of ['html', 'css', 'js'] as const) expect(weight[part], part).toBeLessThanOrEqual(budget[part]);
});

test('only pages with charts fetch the charts, and only when one comes into view', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await show(page, pageTypes.glossary);
  expect(asked.filter((path) => /chart/i.test(path))).toEqual([]);
  await show(page, pageTypes.indicator);
  await page.locator('.chart-picture canvas').waitFor();
  expect(asked.some((path) => path.includes('live-chart'))).toBe(true);
  expect(asked.filter((address) => !address.startsWith('https://site.invalid/'))).toEqual([]);
});

describe.each([1280, 320])('in a window %i pixels wide', (width) => {
  test('no page says anything to the console, asks another host for anything, or moves what was there', async () => {
    const narrow = await openWindow(browser, site, { width, scheme: 'light' });
    const told: string[] = [];
    const tab = await narrow.newPage();
    tab.on('console', (message) => told.push(`${tab.url()}: ${message.text()}`));
    tab.on('pageerror', (error) => told.push(`${tab.url()}: ${error.message}`));
    tab.on('request', (request) => {
      if (new URL(request.url()).host !== 'site.invalid') told.push(`asked ${request.url()}`);
    });
    for (const address of Object.values(pageTypes)) {
      await show(tab, address);
      told.push(...(await unsettled(tab)));
    }
    await narrow.close();
    expect(told).toEqual([]);
  });
});

test('with text twice as large no page has to be scrolled sideways', async () => {
  const large = await openWindow(browser, site, { width: 1280, scheme: 'light' });
  const tab = await large.newPage();
  const wide: string[] = [];
  for (const address of Object.values(pageTypes)) {
    await show(tab, address);
    await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    // Tables are looked at anew after the page has been laid out.
    await tab.waitForTimeout(300);
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) wide.push(`${address}: ${over} pixels`);
  }
  await large.close();
  expect(wide).toEqual([]);
});

test('on a narrow screen an agenda is read without scrolling sideways, and no table of a few rows scrolls within the page', async () => {
  const narrow = await openWindow(browser, site, { width: 320, scheme: 'light' });
  const tab = await narrow.newPage();
  await show(tab, pageTypes.meeting);
  const agenda = tab.locator('.table-wrap:has(.agenda)');
  await expect.poll(() => agenda.getAttribute('class')).toContain('fits');
  expect(await agenda.getByRole('row').count()).toBeGreaterThan(3);
  await show(tab, pageTypes.board);
  const meetings = tab.locator('.table-wrap.scrolls').first();
  await meetings.waitFor();
  expect(await meetings.evaluate((wrap) => wrap.scrollHeight - wrap.clientHeight)).toBeLessThanOrEqual(1);
  expect(
    await meetings.locator('caption').evaluate((caption) => caption.getBoundingClientRect().right),
  ).toBeLessThanOrEqual(320);
  await narrow.close();
});

test('on a narrow screen the keyboard opens the menu and goes to the registers', async () => {
  const narrow = await openWindow(browser, site, { width: 320, scheme: 'light' });
  const tab = await narrow.newPage();
  await show(tab, '/');
  const menu = tab.getByRole('button', { name: 'Menu' });
  await expect.poll(() => menu.isVisible()).toBe(true);
  expect(await tab.getByRole('link', { name: 'Registers', exact: true }).isVisible()).toBe(false);
  for (let presses = 0; presses < 5 && !(await isFocused(tab, 'Menu')); presses += 1) await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  for (let presses = 0; presses < 8 && !(await isFocused(tab, 'Registers')); presses += 1)
    await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await tab.waitForURL('**/registers/');
  await narrow.close();
});

/** Whether what has the focus has these words. */
async function isFocused(tab: Page, words: string): Promise<boolean> {
  return await tab.evaluate((expected) => document.activeElement?.textContent?.trim() === expected, words);
}

test('with the keyboard alone one comes from the home page to a decision and its minutes', async () => {
  await show(page, '/');
  const press = async (words: string, most: number): Promise<void> => {
    for (let presses = 0; presses < most && !(await isFocused(page, words)); presses += 1)
      await page.keyboard.press('Tab');
    expect(await isFocused(page, words), words).toBe(true);
    await page.keyboard.press('Enter');
  };
  await press('Registers', 12);
  await page.waitForURL('**/registers/');
  await press('Decisions', 20);
  await page.waitForURL('**/registers/decisions/');
  await press('MB-2018-D01', 40);
  await page.waitForURL('**/minutes/#MB-2018-D01');
  expect(await page.locator('#MB-2018-D01').isVisible()).toBe(true);
});

test('the arrow keys go through the values of a chart and each is said', async () => {
  await show(page, pageTypes.indicator);
  const canvas = page.locator('.chart-picture canvas').first();
  await canvas.waitFor();
  await canvas.focus();
  const said = page.locator('.chart-picture [role=status]').first();
  const rows = await page.locator('.chart-figures tbody tr').allInnerTexts();
  for (const row of rows) {
    await page.keyboard.press('ArrowRight');
    const [day = '', value = ''] = row.split('\t');
    expect(await said.textContent()).toContain(day);
    expect(await said.textContent()).toContain(String(Number(value)));
  }
  await page.keyboard.press('Escape');
  expect(await said.textContent()).toBe('');
  // The page is printed with the drawing that was made for it.
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.chart-picture svg').first().isVisible()).toBe(true);
  expect(await canvas.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
});

test('what is new since the last visit is marked, and stays so while the visit lasts', async () => {
  await show(page, '/');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => page.locator('#changed-status').textContent()).toContain('When you come back');
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('boardpack:last-visit') ?? '{}');
    const earlier = { ...kept, at: kept.at - 3_600_000, names: kept.names.slice(2) };
    localStorage.setItem('boardpack:last-visit', JSON.stringify(earlier));
  });
  for (const _ of ['the first look', 'the second look']) {
    await page.reload();
    await expect
      .poll(() => page.locator('#changed-status').textContent())
      .toBe('2 of these are new since your last visit on this device.');
    expect(await page.locator('.new-mark').count()).toBe(2);
  }
  await page.evaluate(() => localStorage.setItem('boardpack:last-visit', '{"at": "never"'));
  await page.reload();
  await expect.poll(() => page.locator('#changed-status').textContent()).toContain('When you come back');
});

test('a reference to a paragraph can be copied, with its number and its address', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await show(page, pageTypes.minutes);
  const paragraph = page.locator('.numbered').first();
  await paragraph.locator('.copy-reference').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#copied').textContent()).toBe('Copied: paragraph 38.1');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Minutes of the Portfolio and Investment Board, 19 July 2017, paragraph 38.1: https://site.invalid/meetings/portfolio-and-investment-board/2017-07-19/minutes/#p38-1',
  );
});

test('with scripts off the navigation is open, the charts are drawn and every number leads to its paragraph', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  await plain.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = await readAddress(site, pathname);
    await route.fulfill(
      body === undefined
        ? { status: 404, body: '' }
        : { body, contentType: pathname.endsWith('.css') ? 'text/css' : 'text/html' },
    );
  });
  const tab = await plain.newPage();
  await tab.goto(`https://site.invalid${pageTypes.indicator}`);
  expect(await tab.getByRole('link', { name: 'Registers', exact: true }).first().isVisible()).toBe(true);
  expect(await tab.locator('.chart-picture svg').first().isVisible()).toBe(true);
  await tab.goto(`https://site.invalid${pageTypes.minutes}`);
  expect(await tab.locator('.paragraph-number').first().getAttribute('href')).toBe('#p38-1');
  await plain.close();
});

test('the fonts a page needs are those of the site', async () => {
  await show(page, '/');
  const fonts = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  const own = fonts.filter((path) => path.endsWith('.woff2'));
  expect(own.length).toBeGreaterThan(0);
  for (const path of own) expect((await stat(join(site.folder, path))).size).toBeLessThan(60_000);
});
