import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCsv } from '../../src/scripts/csv.ts';
import { writeContentWithOneMeeting, writeContentWithoutMeetings } from './bare-content.ts';
import { type Look, openWindow, show, startBrowser } from './browse.ts';
import { type BuiltSite, buildSiteOf } from './built-site.ts';
import { followLinks, readPages } from './followed-links.ts';
import { writeOddContent } from './odd-content.ts';
import { rightToLeft } from './odd-words.ts';
import { promised } from './pages.ts';
import { unsettled } from './settled.ts';
import { invalidHtml } from './valid-html.ts';

/** What each site is made of, by what it is a site of. */
const contents: Readonly<Record<string, (content: string) => Promise<void>>> = {
  'odd names and figures': writeOddContent,
  'no meetings': writeContentWithoutMeetings,
  'one meeting only': writeContentWithOneMeeting,
};

const sites = new Map<string, BuiltSite>();
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
  for (const [name, write] of Object.entries(contents)) sites.set(name, await buildSiteOf(write));
});
afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) await site.remove();
});

function siteOf(name: string): BuiltSite {
  const site = sites.get(name);
  if (site === undefined) throw new Error(`There is no site of ${name}.`);
  return site;
}

/** Opens a page of the odd site in a wide window. */
async function inOddPage(address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const window = await openWindow(browser, siteOf('odd names and figures'), { width: 1280, scheme: 'light' });
  const page = await window.newPage();
  await show(page, address);
  await work(page);
  await window.close();
}

/** Two looks at a page: as narrow as a telephone, and as wide as a desk in the evening. */
const looks: readonly Look[] = [
  { width: 320, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];

/** Pages that say the same whatever the content. */
const alike = /^\/(standard|design|data|404)/;

/** Pages that are made of what other pages show, or of one table many times over. */
const manifold = /^\/registers\/figures\/.|\/read\/$/;

/** What is wrong with each page as it is shown; several are open at once, since each is waited for. */
async function faultsOf(
  window: BrowserContext,
  addresses: readonly string[],
  look: (page: Page, address: string) => Promise<readonly string[]>,
): Promise<string[]> {
  const faults: string[] = [];
  const left = [...addresses];
  const tab = async (): Promise<void> => {
    const page = await window.newPage();
    page.on('console', (message) => faults.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', ({ message }) => faults.push(`${page.url()}: ${message}`));
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      await show(page, address);
      faults.push(...(await look(page, address)));
    }
  };
  await Promise.all([tab(), tab(), tab()]);
  return faults;
}

async function inaccessible(page: Page, address: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html.slice(0, 200)}`);
}

/** Brings every chart to life, as it is when a reader comes to it. */
async function enliven(page: Page): Promise<void> {
  for (const picture of await page.locator('.chart-picture').all()) {
    await picture.scrollIntoViewIfNeeded();
    await picture.locator('canvas').waitFor();
  }
}

/** Tables without rows, lists without items, and headings and regions with nothing below them. */
async function hollow(page: Page, address: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const isEmpty = (element: Element): boolean => element.textContent?.trim() === '';
    const main = document.querySelector('main') ?? document.body;
    // Lists that a script fills are left out; where they are empty, words of the script's own stand beside them.
    const filled = '#kept-list, #search-results, .note-list';
    const parts = [...main.querySelectorAll('tbody, ul, ol, dl, section, article')].filter(
      (part) => isEmpty(part) && part.checkVisibility() && !part.matches(filled),
    );
    const rank = (element: Element): number => Number(element.localName.slice(1));
    const headings = [...main.querySelectorAll('h1, h2, h3, h4')].filter((heading, index, all) => {
      const next = all[index + 1];
      if (!heading.checkVisibility() || (next !== undefined && rank(next) > rank(heading))) return false;
      const range = document.createRange();
      range.setStartAfter(heading);
      if (next === undefined) range.setEndAfter(main.lastElementChild ?? main);
      else range.setEndBefore(next);
      return range.toString().trim() === '';
    });
    return [...parts, ...headings].map((element) => element.outerHTML.slice(0, 100));
  });
  return found.map((element) => `${address} has nothing in or below ${element}`);
}

describe.each(Object.keys(contents))('a site of %s', (name) => {
  let site: BuiltSite;
  let pages: Map<string, string>;
  let addresses: string[];
  beforeAll(async () => {
    site = siteOf(name);
    pages = await readPages(site);
    addresses = site.addresses.filter((address) => !alike.test(address));
  });

  test('has every page that was promised, each valid, and no link that leads nowhere', async () => {
    expect(site.addresses).toEqual(promised(site));
    expect(await invalidHtml(site, addresses)).toEqual([]);
    expect((await followLinks(site, pages)).dead).toEqual([]);
  });

  test('says nothing that only a program would say', () => {
    const said = addresses.filter((address) => /\bundefined\b|NaN|Infinity|\[object/.test(pages.get(address) ?? ''));
    expect(said).toEqual([]);
  });

  test.each(looks)('holds in a window $width pixels wide, $scheme, and can be read by everybody', async (look) => {
    const window = await openWindow(browser, site, look);
    const faults = await faultsOf(window, addresses, async (page, address) => {
      const moved = await unsettled(page);
      await enliven(page);
      const empty = await hollow(page, address);
      // To examine a page takes far longer than to show it, so each is examined in one of the two looks.
      const isTurn = !manifold.test(address) && addresses.indexOf(address) % looks.length === looks.indexOf(look);
      return [...moved, ...empty, ...(isTurn ? await inaccessible(page, address) : [])];
    });
    await window.close();
    expect(faults).toEqual([]);
  });
});

test('a name from right to left stands whole between the words around it', async () => {
  await inOddPage('/meetings/town-board/2017-10-18/', async (page) => {
    // "Agenda of the", then the name, whose last part is at its left end, then the day.
    const lefts = await page.locator('caption').evaluate(
      (caption, parts) =>
        parts.map((part) => {
          const text = caption.firstChild as Text;
          const range = document.createRange();
          range.setStart(text, text.data.indexOf(part));
          range.setEnd(text, text.data.indexOf(part) + part.length);
          return range.getBoundingClientRect().left;
        }),
      ['Agenda', '2017!', 'مجلس', '18 October'],
    );
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  });
});

test('what is taken out of a register has none of the signs that set names apart on a page', async () => {
  await inOddPage('/registers/forward-plan/', async (page) => {
    expect(await page.content()).toContain(`\u2068${rightToLeft.board}\u2069`);
  });
  expect(toCsv([[`\u2068${rightToLeft.board}\u2069, 2017`]])).toBe(`"${rightToLeft.board}, 2017"\r\n`);
});

test('a board without members says so, and what its quorum will be', async () => {
  const board = (await readPages(siteOf('no meetings'))).get('/boards/town-board/') ?? '';
  expect(board).toContain('None have been named yet');
  expect(board).toContain('3 members, once members have been named');
  expect(board).toContain('No meeting is on record.');
});
