import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchIndex } from '../../src/site/search/pagefind.ts';
import { searchRecords } from '../../src/site/search/records.ts';
import { openWindow, startBrowser } from './browse.ts';
import { type BuiltSite, buildTestSite, readAddress } from './built-site.ts';

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildTestSite(), startBrowser()]);
  context = await openWindow(browser, site, { width: 1280, scheme: 'light' });
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

/** A page that has searched for what its address says, and what its console said meanwhile. */
async function search(query: string): Promise<{ page: Page; said: string[] }> {
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`https://site.invalid/search/${query}`);
  await page.getByRole('status').filter({ hasText: /\w/ }).waitFor();
  return { page, said };
}

const results = (page: Page) => page.locator('#search-results > li');

test('what is indexed stands at an address of the site, anchor and all', async () => {
  const missing: string[] = [];
  const pages = new Map<string, string>();
  const records = searchRecords(site.library);
  for (const { address } of records) {
    const [path = '', anchor] = address.split('#');
    const text = pages.get(path) ?? String(await readAddress(site, path));
    pages.set(path, text);
    if (anchor !== undefined && !text.includes(` id="${decodeURIComponent(anchor)}"`)) missing.push(address);
  }
  expect(missing).toEqual([]);
  expect(new Set(records.map(({ kind }) => kind)).size).toBe(17);
});

test('each row that can be found has an address of its own', () => {
  const kinds = ['Agenda', 'Milestone', 'Risk', 'Issue', 'Benefit', 'Decision', 'Action'];
  const rows = searchRecords(site.library).filter(({ kind }) => kinds.includes(kind));
  const shared = [...Map.groupBy(rows, ({ address }) => address).values()].filter((all) => all.length > 1);
  // Notes to an agenda are texts, of which several parts may stand at one place.
  expect(shared.flat().filter(({ title }) => title !== 'Notes to the agenda')).toEqual([]);
});

test('every register that is listed can be searched for', async () => {
  const list = String(await readAddress(site, '/registers/'));
  const listed = [...list.matchAll(/<h2 class="card-title"><a href="([^"]*)">/g)].map(([, href]) => href);
  const registers = searchRecords(site.library).filter(({ kind }) => kind === 'Register');
  expect(registers.map(({ address }) => address).toSorted()).toEqual(listed.toSorted());
  expect(listed).toContain('/registers/figures/');
});

test('nothing but words is indexed: no marks of Markdown, and no numbers of paragraphs', () => {
  const marked = searchRecords(site.library).filter(({ text }) => /\]\(|\*\*|^\d+\.\d+ |^\(Agenda item/.test(text));
  expect(marked.map(({ address }) => address)).toEqual([]);
});

test('the index is the same to the byte from the same records', async () => {
  const records = searchRecords(site.library);
  const first = await searchIndex(records, 'en-GB');
  const second = await searchIndex(records, 'en-GB');
  expect(second.map(({ path }) => path)).toEqual(first.map(({ path }) => path));
  const differs = first.filter(
    ({ content }, index) => !Buffer.from(content).equals(second[index]?.content ?? new Uint8Array()),
  );
  expect(differs.map(({ path }) => path)).toEqual([]);
});

test('a reader finds a decision by its words and lands on it', async () => {
  const { page, said } = await search('');
  await page.getByLabel('Look for').fill('wi-fi 167 buildings');
  await page.getByLabel('Look for').press('Enter');
  await page.getByRole('status').filter({ hasText: 'results for “wi-fi 167 buildings”' }).waitFor();
  await page.getByLabel('Kind').selectOption('Decision');
  await page.getByRole('status').filter({ hasText: ', Decision' }).waitFor();
  expect(new URL(page.url()).search).toBe('?q=wi-fi+167+buildings&kind=Decision');
  expect(await results(page).locator('.search-kind').allTextContents()).toEqual(['Decision']);
  await results(page).getByRole('link').click();
  await page.waitForURL('**/minutes/#PIB-2017-D08');
  expect(await page.locator(':target').textContent()).toContain('Decision PIB-2017-D08');
  expect(said).toEqual([]);
  await page.close();
});

test('an address shares a search, its filters and its order', async () => {
  const query = '?q=estate&kind=Minutes&year=2017&order=newest';
  const { page } = await search(query);
  expect(await page.getByLabel('Look for').inputValue()).toBe('estate');
  expect(await page.getByLabel('Kind').inputValue()).toBe('Minutes');
  expect(await page.getByLabel('Order').inputValue()).toBe('newest');
  const places = await results(page).locator('.search-place').allTextContents();
  expect(places.length).toBeGreaterThan(3);
  expect(places.every((place) => place.includes(' 2017'))).toBe(true);
  const months = places.map((place) => Date.parse(/\d+ \w+ 2017/.exec(place)?.[0] ?? ''));
  expect(months).toEqual(months.toSorted((a, b) => b - a));
  await page.getByLabel('Year').selectOption('');
  await page.waitForURL((url) => url.search === '?q=estate&kind=Minutes&order=newest');
  await page.goBack();
  await page.getByRole('status').filter({ hasText: '2017' }).waitFor();
  expect(await page.getByLabel('Year').inputValue()).toBe('2017');
  await page.close();
});

test('a filter says how many there would be of each of its values', async () => {
  const { page } = await search('?q=estate&kind=Decision');
  const options = await page.getByLabel('Kind').locator('option').allTextContents();
  const [, papers] = /^Paper \((\d+)\)$/.exec(options.find((option) => option.startsWith('Paper')) ?? '') ?? [];
  await page.getByLabel('Kind').selectOption('Paper');
  await page
    .getByRole('status')
    .filter({ hasText: `${papers} results for “estate”, Paper` })
    .waitFor();
  await page.close();
});

test('the words looked for are marked, and nothing of the content becomes an element', async () => {
  const { page } = await search('?q=quorate');
  expect(new Set(await page.locator('.search-excerpt mark').allTextContents())).toContain('quorate');
  expect(await page.locator('.search-excerpt :not(mark)').count()).toBe(0);
  await page.close();
});

test('results come twenty at a time, and the button leads on to the first of those it adds', async () => {
  const { page } = await search('?q=board');
  expect(await results(page).count()).toBe(20);
  await page.getByRole('button', { name: /^Show 20 more/ }).press('Enter');
  await expect.poll(() => results(page).count()).toBe(40);
  await expect
    .poll(() =>
      results(page)
        .nth(20)
        .getByRole('link')
        .evaluate((link) => link === document.activeElement),
    )
    .toBe(true);
  await page.close();
});

test('where nothing is found the reader is told which word stands nowhere, and where else to look', async () => {
  const { page } = await search('?q=estate+zebras');
  expect(await page.getByRole('status').textContent()).toBe('No results for “estate zebras”');
  expect(await page.getByText('Leave out “zebras”').isVisible()).toBe(true);
  expect(await page.locator('main').getByRole('link', { name: 'the registers' }).isVisible()).toBe(true);
  await page.close();
});

test('with scripts off the page says so and leads to the registers and the meetings', async () => {
  const scriptless = await openWindow(browser, site, { width: 1280, scheme: 'light', scripts: false });
  const page = await scriptless.newPage();
  await page.goto('https://site.invalid/search/');
  expect(await page.locator('noscript p').first().isVisible()).toBe(true);
  expect(await page.getByLabel('Look for').isVisible()).toBe(false);
  await page.locator('noscript a[href="/meetings/"]').click();
  expect(await page.locator('h1').textContent()).toBe('Meetings');
  await scriptless.close();
});
