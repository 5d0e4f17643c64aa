import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, buildTestSite, changedMarking, changedPaper, readAddress } from './built-site.ts';
import { followLinks, readPages } from './followed-links.ts';
import { pageTypes, promised } from './pages.ts';
import { invalidHtml } from './valid-html.ts';

let site: BuiltSite;
let texts: Map<string, string>;

beforeAll(async () => {
  site = await buildTestSite();
  texts = await readPages(site);
});
afterAll(() => site?.remove());

function textOf(address: string): string {
  const text = texts.get(address);
  if (text === undefined) throw new Error(`There is no page ${address}.`);
  return text;
}

test('every record has its page at the address that was promised, and there is no other page', () => {
  expect(site.addresses).toEqual(promised(site));
  expect(site.pages).toBe(site.addresses.length);
  expect(site.addresses).toEqual(expect.arrayContaining(Object.values(pageTypes)));
});

test('every page is valid HTML', async () => {
  expect(await invalidHtml(site, site.addresses)).toEqual([]);
});

test('every link and anchor of the site leads somewhere, and every pack is linked to', async () => {
  const { dead, packs } = await followLinks(site, texts);
  expect(dead).toEqual([]);
  expect([...packs].toSorted()).toEqual(site.packs.map(({ file }) => file).toSorted());
});

test('a meeting says of each edition of its pack how many pages it has, and how large it is', () => {
  const told = {
    standard: ['Board pack<', 'pages, 1.2 MB'],
    large: ['Board pack in large print<', 'pages, 2.3 MB'],
    booklet: ['Booklet for printing<', 'sides, 988 kB'],
    paper: [],
  };
  expect(new Set(site.packs.map(({ edition }) => edition))).toEqual(new Set(['standard', 'large', 'booklet']));
  for (const { meeting, file, pages, edition } of site.packs) {
    const text = textOf(`/meetings/${meeting}/`);
    expect(text).toContain(`href="/packs/${file}"`);
    const [name = '', size = ''] = told[edition];
    expect(text).toContain(name);
    expect(text).toContain(`${pages} ${size}`);
  }
});

test('lists of meetings and feeds name the standard edition alone', () => {
  const others = site.packs.filter(({ edition }) => edition !== 'standard').map(({ file }) => file);
  for (const [address, text] of texts) {
    if (/^\/meetings\/[^/]+\/[^/]+\/$/.test(address)) continue;
    expect(others.filter((file) => text.includes(file))).toEqual([]);
  }
});

test('no script and no style stands in a page, and each has one main heading and a title no other has', () => {
  const titles = new Map<string, string>();
  for (const [address, text] of texts) {
    expect(text, address).not.toMatch(/<script(?! type="module" src="\/assets\/)|<style|\sstyle=|\son\w+="/);
    expect(text.match(/<h1[\s>]/g), address).toHaveLength(1);
    const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '';
    expect(titles.get(title), `${address} has the title "${title}"`).toBeUndefined();
    titles.set(title, address);
  }
});

test('headings go down one level at a time', () => {
  for (const [address, text] of texts) {
    const levels = Array.from(text.matchAll(/<h([1-6])[\s>]/g), (match) => Number(match[1]));
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(jumps, address).toEqual([]);
  }
});

test('every page carries the marking at its head and its foot, the day, the notice, and its beginning at the head', () => {
  const { notice } = site.library.organisation;
  for (const [address, text] of texts) {
    expect(text.match(/<p class="marking[^>]*>/g), address).toHaveLength(2);
    // Page 1 of a pack has the notice as well.
    expect(text.split(notice ?? 'no notice').length - 1, address).toBe(address.endsWith('/read/') ? 2 : 1);
    expect(text, address).toMatch(/Demonstration\. <a href="#notice">Read the whole notice<\/a>/);
    expect(text, address).toContain('id="notice"');
    expect(text, address).toContain('As at 17 January 2018');
  }
});

test('a paper’s higher marking is that of every page that shows something of it, and of no other', () => {
  const marked = (address: string) => textOf(address).includes(`</span>${changedMarking}</p>`);
  const meeting = changedPaper.replace(/[^/]+$/, '');
  const shown = [
    `/${changedPaper}/`,
    `/${meeting}`,
    `/${meeting}minutes/`,
    '/',
    '/registers/',
    '/registers/decisions/',
  ];
  for (const address of shown) expect(marked(address), address).toBe(true);
  for (const address of ['/glossary/', '/boards/', '/404.html', pageTypes.meeting]) {
    expect(marked(address), address).toBe(false);
  }
});

test('the files that texts name are published, and no others', async () => {
  const folder = changedPaper.replace(/[^/]+$/, '');
  expect(await readAddress(site, `/files/${folder}spending.png`)).toHaveLength(70);
  expect(await readAddress(site, `/files/${folder}annex-a.pdf`)).toBeDefined();
  expect(await readAddress(site, `/files/${folder}unnamed.png`)).toBeUndefined();
  expect(textOf(pageTypes.paper)).toContain(`src="/files/${folder}spending.png"`);
});

test('draft minutes say so, approved ones do not', () => {
  expect(textOf('/meetings/portfolio-and-investment-board/2017-10-18/minutes/')).toContain('<strong>DRAFT</strong>');
  expect(textOf('/meetings/portfolio-and-investment-board/2017-06-21/minutes/')).not.toContain('DRAFT');
});

test('an agenda item whose paper is a register leads to that register', () => {
  const agenda = textOf('/meetings/portfolio-and-investment-board/2017-06-21/');
  expect(agenda).toContain('<a href="/registers/milestones/">Milestones of the 2017-18 plan</a>');
  expect(agenda).toContain('<a href="/registers/finance/capital-plan/">Capital plan to 2020-21</a>');
});
