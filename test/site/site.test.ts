import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, buildTestSite, changedMarking, changedPaper, readAddress } from './built-site.ts';
import { pageTypes, promised } from './pages.ts';

let site: BuiltSite;
let texts: Map<string, string>;

beforeAll(async () => {
  site = await buildTestSite();
  const read = async (address: string) => [address, String(await readAddress(site, address))] as const;
  texts = new Map(await Promise.all(site.addresses.map(read)));
});
afterAll(() => site?.remove());

function textOf(address: string): string {
  const text = texts.get(address);
  if (text === undefined) throw new Error(`There is no page ${address}.`);
  return text;
}

function valuesOf(text: string, attribute: string): string[] {
  const found = text.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'));
  return Array.from(found, (match) => (match[1] ?? '').replace(/&(amp|#38);/g, '&'));
}

test('every record has its page at the address that was promised, and there is no other page', () => {
  expect(site.addresses).toEqual(promised(site));
  expect(site.pages).toBe(site.addresses.length);
  expect(site.addresses).toEqual(expect.arrayContaining(Object.values(pageTypes)));
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // How the generator writes the page; no reader is the worse for it.
      'doctype-style': 'off',
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      // Styles come from the same place as the page.
      'require-sri': ['error', { target: 'crossorigin' }],
      // The numbered headings of minutes begin with a digit, and so do their anchors, which HTML allows.
      'valid-id': ['error', { relaxed: true }],
      // Titles carry the name of the organisation, which is not for us to shorten.
      'long-title': 'off',
      // A paragraph with the role of a note, and the region that makes a wide table scroll, have no element of their own.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  });
  const faults: string[] = [];
  for (const address of site.addresses) {
    const file = join(site.folder, address.endsWith('/') ? `${address}index.html` : address);
    const report = await validator.validateFile(file);
    for (const { messages } of report.results) {
      faults.push(...messages.map(({ ruleId, message, selector }) => `${address} ${ruleId}: ${message} ${selector}`));
    }
  }
  expect(faults).toEqual([]);
});

test('every link and anchor of the site leads somewhere, and every pack is linked to', async () => {
  const dead: string[] = [];
  const packs = new Set<string>();
  const anchors = new Map([...texts].map(([address, text]) => [address, new Set(valuesOf(text, 'id'))]));
  for (const [address, text] of texts) {
    for (const href of [...valuesOf(text, 'href'), ...valuesOf(text, 'src')]) {
      if (/^(https?|mailto):/.test(href)) continue;
      const url = new URL(href, `https://site.invalid${address}`);
      if (url.pathname.startsWith('/packs/')) packs.add(url.pathname.slice('/packs/'.length));
      else if ((await readAddress(site, url.pathname)) === undefined) dead.push(`${address} → ${href}`);
      else if (url.hash !== '' && !anchors.get(url.pathname)?.has(decodeURIComponent(url.hash.slice(1)))) {
        dead.push(`${address} → ${href}`);
      }
    }
  }
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
