import { afterEach, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.ts';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import type { Tab } from '../../src/pack/browser/tab.ts';
import { typesetParts } from '../../src/pack/typeset/typeset.ts';
import { assets, document, table } from './material.ts';

let browser: Browser;
afterEach(() => browser.close());

async function killBrowser(tab: Tab): Promise<void> {
  const running = tab.page.context().browser();
  const session = await running?.newBrowserCDPSession();
  // The browser never answers this.
  session?.send('Browser.crash').catch(() => {});
}

/** A crash address of Chromium ends the process of the page alone. */
async function killTab(tab: Tab): Promise<void> {
  tab.protocol.send('Page.crash').catch(() => {});
}

/** The same browser, which dies in the middle of its first pieces of work. */
function dying(real: Browser, times: number, kill: (tab: Tab) => Promise<void>): Browser {
  let left = times;
  return {
    ...real,
    render: (options, work) =>
      real.render(options, async (tab) => {
        if (left <= 0) return work(tab);
        left -= 1;
        const working = work(tab);
        await kill(tab);
        return working;
      }),
  };
}

const parts = ['a', 'b', 'c', 'd'].map((id) => document(id, `<h1>${id}</h1>${table(200)}`));

test.for([
  ['browser', killBrowser],
  ['tab', killTab],
] as const)('a part whose %s dies is set again', async ([, kill]) => {
  browser = await openBrowser({ concurrency: 2 });
  const set = await typesetParts(parts, assets, { browser: async () => dying(browser, 1, kill) });
  expect(set.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

test('a part whose browser dies twice is named', async () => {
  browser = await openBrowser({ concurrency: 1 });
  const failure: unknown = await typesetParts(parts.slice(0, 1), assets, {
    browser: async () => dying(browser, 2, killBrowser),
  }).catch((error) => error);
  expect(failure).toBeInstanceOf(EnvironmentError);
  expect(String(failure)).toMatch(/Part "a": The browser \(.*\) ended while typesetting, and again/);
  // The next part is none the worse for it.
  expect(await typesetParts(parts.slice(1, 2), assets, { browser: async () => browser })).toHaveLength(1);
});

test('a closed browser sets nothing', async () => {
  browser = await openBrowser();
  await browser.close();
  await browser.close();
  await expect(typesetParts(parts, assets, { browser: async () => browser })).rejects.toThrow('has been closed');
});
