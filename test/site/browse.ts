import { extname } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findBrowsers } from '../../src/pack/browser/find.ts';
import { launch } from '../../src/pack/browser/launch.ts';
import { type BuiltSite, readAddress } from './built-site.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.csv': 'text/csv',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** Whether scripts run, as they do unless it is said. */
  readonly scripts?: boolean;
}

/** The browser that packs are typeset with. */
export async function startBrowser(): Promise<Browser> {
  for await (const program of findBrowsers()) return (await launch(program)).chromium;
  throw new Error('There is no browser.');
}

/** A window in which a built site stands at `https://site.invalid`. */
export async function openWindow(browser: Browser, site: BuiltSite, look: Look): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
    javaScriptEnabled: look.scripts ?? true,
  });
  await serveTo(context, site);
  return context;
}

/** Lets a built site stand at `https://site.invalid` in a window. */
export async function serveTo(context: BrowserContext, site: BuiltSite): Promise<void> {
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = await readAddress(site, pathname);
    const contentType = types[extname(pathname)] ?? 'text/html; charset=utf-8';
    await route.fulfill(body === undefined ? { status: 404, body: '' } : { body, contentType });
  });
}

/** Shows a page of the site. */
export async function show(page: Page, address: string): Promise<void> {
  await page.goto(`https://site.invalid${address}`);
  await page.evaluate(() => document.fonts.ready);
}
