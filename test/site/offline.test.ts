import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asFile, styleAsFile, wayToRoot } from '../../src/site/offline/addresses.ts';
import { makeOffline } from '../../src/site/offline/make-offline.ts';
import { moduleScripts, pageAsFile } from '../../src/site/offline/page.ts';
import { type BuiltSite, buildTestSite } from './built-site.ts';
import { startOpenBrowser } from './serve.ts';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildTestSite(), startOpenBrowser()]);
  await makeOffline(site.folder, site.library);
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

/** A page opened from its file with the network off, and what its console said. */
async function open(file: string): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('requestfailed', (request) => said.push(`${request.url()} cannot be loaded`));
  await page.goto(pathToFileURL(join(site.folder, file)).href);
  return { page, said };
}

test.each([
  ['index.html', '/', 'index.html'],
  ['meetings/pib/index.html', '/', '../../index.html'],
  ['meetings/pib/index.html', '/meetings/pib/#agenda', 'index.html#agenda'],
  ['search/index.html', '/search/?q=a/b', 'index.html?q=a/b'],
  ['404.html', '/assets/a.css', 'assets/a.css'],
  ['a/index.html', '/packs/a.pdf#page=3', '../packs/a.pdf#page=3'],
  ['a/index.html', '#here', '#here'],
  ['a/index.html', 'https://example.org/', 'https://example.org/'],
  ['a/index.html', '//example.org/', '//example.org/'],
])('from %s the address %s is the file %s', (file, address, expected) => {
  expect(asFile(file, address)).toBe(expected);
});

test('the way to the folder of the site goes up as often as needed', () => {
  expect([wayToRoot('index.html'), wayToRoot('search/index.html'), wayToRoot('a/b/index.html')]).toEqual([
    './',
    '../',
    '../../',
  ]);
});

test('a style sheet reaches its fonts from where it stands', () => {
  const css = 'a{src:url(/assets/f.woff2)}b{src:url("/assets/g.svg")}c{src:url(data:x)}';
  expect(styleAsFile('assets/a.css', css)).toBe('a{src:url(f.woff2)}b{src:url("g.svg")}c{src:url(data:x)}');
});

test('only the addresses of tags are changed, whatever stands in texts, in data and beside an address', () => {
  const page = [
    '<a title="a > b" href="/x/">href="/y/"</a>',
    '<script type="application/json">{"a":"<a href=\\"/z/\\">"}</script>',
    '<!-- <a href="/w/"> -->',
    '<script type="module" src="/assets/s.js"></script>',
  ].join('\n');
  expect(moduleScripts(page)).toEqual(['/assets/s.js']);
  expect(pageAsFile('a/index.html', page, ['/a/r.js'])).toBe(
    [
      '<a title="a > b" href="../x/index.html">href="/y/"</a>',
      '<script type="application/json">{"a":"<a href=\\"/z/\\">"}</script>',
      '<!-- <a href="/w/"> -->',
      '<script defer src="r.js"></script><script defer src="../assets/s.js"></script>',
    ].join('\n'),
  );
});

test('every address of every page and style sheet is that of a file that is there', async () => {
  const dead: string[] = [];
  const files = await readdir(site.folder, { recursive: true });
  for (const file of files.filter((name) => /\.(html|css)$/.test(name))) {
    const text = await readFile(join(site.folder, file), 'utf8');
    for (const [, href, url] of text.matchAll(/\s(?:href|src|action)="([^"#?]+)|url\(["']?([^"')#?]+)/g)) {
      const address = href ?? url ?? '';
      if (/^(https?|mailto|data):/.test(address) || address.includes('packs/')) continue;
      const target = resolve(site.folder, dirname(file), decodeURIComponent(address));
      const isThere = target.startsWith(site.folder) && (await stat(target).catch(() => undefined))?.isFile();
      if (address.startsWith('/') || isThere !== true) dead.push(`${file} → ${address}`);
    }
  }
  expect(dead).toEqual([]);
  expect(files.filter((name) => name.startsWith('pagefind'))).toEqual([]);
});

test('opened from a file with the network off it finds "body worn video" and lands on it', async () => {
  const { page, said } = await open('index.html');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click();
  await page.getByLabel('Look for').fill('body worn video');
  await page.getByLabel('Look for').press('Enter');
  await page.getByRole('status').filter({ hasText: 'results for “body worn video”' }).waitFor();
  expect(page.url()).toContain('/search/index.html?q=body+worn+video');
  const first = page.locator('#search-results a').first();
  expect(await first.textContent()).toContain('Body-worn video');
  await page.getByLabel('Kind').selectOption('Glossary');
  await page.getByRole('status').filter({ hasText: ', Glossary' }).waitFor();
  await first.click();
  await page.waitForURL('**/glossary/index.html#bwv');
  expect(await page.locator(':target').textContent()).toContain('body-worn video');
  expect(said).toEqual([]);
  await page.context().close();
});

test('an address of the offline search is kept and shared as that of the site is', async () => {
  const { page } = await open('search/index.html');
  await page.goto(`${page.url()}?q=estate+zebras&kind=Decision`);
  await page.getByRole('status').filter({ hasText: 'No results for “estate zebras”, Decision' }).waitFor();
  expect(await page.getByText('Leave out “zebras”').isVisible()).toBe(true);
  await page.context().close();
});

test('text is set in the fonts that come with the edition', async () => {
  const { page, said } = await open('meetings/index.html');
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].some(({ status }) => status === 'loaded');
  });
  expect(loaded).toBe(true);
  expect(said).toEqual([]);
  await page.context().close();
});
