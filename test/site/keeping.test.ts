import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, buildTestSite, changedPaper } from './built-site.ts';
import { type Served, serve, startOpenBrowser } from './serve.ts';

const meeting = '/meetings/portfolio-and-investment-board/2017-06-21/';
const other = '/meetings/portfolio-and-investment-board/2017-07-19/';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildTestSite(), startOpenBrowser()]);
  await mkdir(join(site.folder, 'packs'));
  for (const { file } of site.packs) await writeFile(join(site.folder, 'packs', file), '%PDF-1.7\n');
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

/** A reader's browser, and the site as a server gives it until it is switched off. */
async function begin(): Promise<{ server: Served; context: BrowserContext; page: Page; said: string[] }> {
  const server = await serve(site.folder);
  const context = await browser.newContext({ baseURL: server.origin });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return { server, context, page, said };
}

async function keep(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Keep this meeting on this device' }).click();
  await page.getByRole('status').filter({ hasText: 'Kept on this device' }).waitFor();
}

const stored = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
const workers = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test('nothing is kept and no worker is started until the reader chooses', async () => {
  const { server, context, page } = await begin();
  await page.goto(meeting);
  await page.getByRole('button', { name: 'Keep this meeting on this device' }).waitFor();
  expect(await stored(page)).toEqual([]);
  expect(await workers(page)).toBe(0);
  await context.close();
  await server.stop();
});

test('a kept meeting is read with no network: its page, papers, minutes and packs, in their styles and fonts', async () => {
  const { server, context, page, said } = await begin();
  await keep(page, meeting);
  expect(await page.getByRole('status').textContent()).toMatch(/: \d+ files, [\d.]+ (kB|MB)\.$/);
  expect(said).toEqual([]);
  await server.stop();
  await context.setOffline(true);
  for (const written of [meeting.slice(0, -1), `${meeting}index.html`, meeting]) {
    await page.goto(written);
    expect(await page.locator('h1').textContent(), written).toBe('Portfolio and Investment Board');
  }
  expect(await page.getByRole('button', { name: 'Remove it from this device' }).isVisible()).toBe(true);
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').length;
  });
  expect(fonts).toBeGreaterThan(0);
  await page.locator('main').getByRole('link', { name: 'Minutes of this meeting' }).click();
  expect(await page.locator('h1').textContent()).toContain('Minutes of the Portfolio and Investment Board');
  await page.goto(`/${changedPaper}/`);
  expect(await page.locator('img').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1);
  const pack = site.packs.find(({ meeting: of }) => meeting === `/meetings/${of}/`)?.file;
  const first = await page.evaluate(async (file) => (await (await fetch(`/packs/${file}`)).text()).slice(0, 4), pack);
  expect(first).toBe('%PDF');
  // The registers that are papers of the agenda are kept with it.
  await page.goto('/registers/milestones/');
  expect(await page.locator('h1').textContent()).toBe('Milestones');
  await context.close();
});

test('a page that is neither to be had nor kept says so, and leads to what is kept', async () => {
  const { server, context, page } = await begin();
  await keep(page, meeting);
  await server.stop();
  await page.goto('/boards/');
  expect(await page.getByRole('alert').textContent()).toContain('not kept on this device');
  await page.getByRole('link', { name: 'Portfolio and Investment Board, 21 June 2017' }).click();
  await page.waitForURL(`**${meeting}`);
  await page.goto('/offline/');
  expect(await page.locator('#kept-missing').isVisible()).toBe(false);
  await context.close();
});

test('while there is a network a kept page is shown as it now stands, and keeping it anew keeps that', async () => {
  const { server, context, page } = await begin();
  await keep(page, meeting);
  const file = join(site.folder, meeting, 'index.html');
  await copyFile(file, `${file}.before`);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('<h1>', '<h1>New: '));
  await page.goto(meeting);
  expect(await page.locator('h1').textContent()).toMatch(/^New: /);
  await page.getByRole('button', { name: 'Update what is kept' }).click();
  await page.getByRole('status').filter({ hasText: 'Kept on this device' }).waitFor();
  await copyFile(`${file}.before`, file);
  await server.stop();
  await page.goto(meeting);
  expect(await page.locator('h1').textContent()).toMatch(/^New: /);
  await context.close();
});

test('what fails half way keeps what was kept before', async () => {
  const { server, context, page } = await begin();
  await keep(page, meeting);
  await server.stop();
  await page.goto(meeting);
  await page.getByRole('button', { name: 'Update what is kept' }).click();
  await page.getByRole('status').filter({ hasText: 'That did not work' }).waitFor();
  await page.reload();
  expect(await page.locator('h1').textContent()).toBe('Portfolio and Investment Board');
  await context.close();
});

test('where the device has no room left, what was kept before is still there, and a first attempt leaves nothing', async () => {
  const { server, context, page } = await begin();
  await keep(page, meeting);
  const before = await stored(page);
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.getByRole('button', { name: 'Update what is kept' }).click();
  await page.getByRole('status').filter({ hasText: 'That did not work' }).waitFor();
  expect(await stored(page)).toEqual(before);
  await page.goto(other);
  await page.getByRole('button', { name: 'Keep this meeting' }).click();
  await page.getByRole('status').filter({ hasText: 'That did not work' }).waitFor();
  expect(await stored(page)).toEqual(before);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await server.stop();
  await page.goto(meeting);
  expect(await page.locator('h1').textContent()).toBe('Portfolio and Investment Board');
  await context.close();
});

test('meetings are removed one by one, and with the last of them all that was kept, the worker too', async () => {
  const { server, context, page } = await begin();
  await keep(page, meeting);
  await keep(page, other);
  await page.evaluate(() => caches.open('of another program'));
  await page.getByRole('link', { name: 'Everything kept on this device' }).click();
  const items = page.locator('#kept-list li');
  await expect.poll(() => items.count()).toBe(3);
  await page.getByRole('button', { name: 'Remove Portfolio and Investment Board, 19 July 2017' }).click();
  await expect.poll(() => items.count()).toBe(1);
  expect(await page.getByRole('status').evaluate((status) => status === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('status').filter({ hasText: 'No meeting is kept' }).waitFor();
  expect(await stored(page)).toEqual(['of another program']);
  expect(await workers(page)).toBe(0);
  await context.close();
  await server.stop();
});

test('where nothing can be kept nothing is offered, and the page is whole', async () => {
  const { server, context, page, said } = await begin();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'caches', {
      value: { keys: () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError')) },
    });
  });
  await page.goto(meeting);
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('button').count()).toBe(0);
  expect(said).toEqual([]);
  await context.close();
  await server.stop();
});
