import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeContentWithOneMeeting, writeContentWithoutMeetings } from './bare-content.ts';
import { type Look, openWindow, show, startBrowser } from './browse.ts';
import { type BuiltSite, buildSiteOf } from './built-site.ts';
import { followLinks, readPages } from './followed-links.ts';
import { writeOddContent } from './odd-content.ts';
import { promised } from './pages.ts';
import { unsettled } from './settled.ts';
import { invalidHtml } from './valid-html.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** Two looks at a page: as narrow as a telephone, and as wide as a desk in the evening. */
const looks: readonly Look[] = [
  { width: 320, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];

describe.each([
  ['names too long, too wide or from right to left, and odd figures', writeOddContent],
  ['no meetings', writeContentWithoutMeetings],
  ['one meeting only', writeContentWithOneMeeting],
])('a site of %s', (_name, write) => {
  let site: BuiltSite;
  let pages: Map<string, string>;
  /** All pages but those of the rules, which are the same whatever the content. */
  let addresses: string[];
  beforeAll(async () => {
    site = await buildSiteOf(write);
    pages = await readPages(site);
    addresses = site.addresses.filter((address) => !/^\/standard\/./.test(address));
  });
  afterAll(() => site?.remove());

  test('has every page that was promised, each valid, and no link that leads nowhere', async () => {
    expect(site.addresses).toEqual(promised(site));
    expect(await invalidHtml(site, addresses)).toEqual([]);
    expect((await followLinks(site, pages)).dead).toEqual([]);
  });

  test.each(looks)('holds in a window $width pixels wide, $scheme, and everybody can read it', async (look) => {
    const window = await openWindow(browser, site, look);
    const page = await window.newPage();
    const told: string[] = [];
    page.on('console', (message) => told.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', ({ message }) => told.push(`${page.url()}: ${message}`));
    for (const address of addresses) {
      await show(page, address);
      told.push(...(await unsettled(page)));
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .analyze();
      told.push(...violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html.slice(0, 300)}`));
    }
    await window.close();
    expect(told).toEqual([]);
  });
});
