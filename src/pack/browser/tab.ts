import type { BrowserContext, CDPSession, Browser as Chromium, Page, Route } from 'playwright-core';
import { exchangeBody } from './exchange.ts';
import { withLimit } from './limit.ts';
import { Refusals } from './refusals.ts';

/** Everything is served from this origin, which exists nowhere: `.invalid` is reserved for that (RFC 2606). */
export const origin = 'https://pack.invalid';

/** A document to open, and what it may ask for. */
export interface Material {
  html: string;
  /** By absolute path of the origin (`/print.css`). Never changed: others come in another map. */
  assets: ReadonlyMap<string, { type: string; bytes: Uint8Array }>;
}

/** One page of the browser, reused for document after document. */
export interface Tab {
  page: Page;
  protocol: CDPSession;
  /**
   * Whether documents opened from now on may run our own scripts. Without them a page has no script at all, and
   * `evaluate` can run no callback.
   */
  allowScripts(allowed: boolean): Promise<void>;
  /** Opens a document and waits until its styles have loaded; its pictures and fonts may still be on their way. */
  open(material: Material): Promise<void>;
  /** Paths of the assets that the document in the tab has asked for, or that were kept for it from the one before. */
  asked(): Set<string>;
  /** Addresses that the document in the tab asked for and was refused, sorted. */
  refused(): string[];
  /** Whether the page has crashed or was closed, with its browser or alone. */
  dead(): boolean;
  close(): Promise<void>;
}

const loadLimit = 60_000;

/** No script, frame or plug-in, and nothing from elsewhere. `data:` for images, which the content may hold itself. */
const policy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Opens a tab whose documents can reach nothing but their own material. Scripts of a document never run, by the policy
 * above; whether ours may, which `page.evaluate` brings past the policy, is to be told before a document is opened.
 */
export async function openTab(chromium: Chromium): Promise<Tab> {
  const context = await chromium.newContext({
    serviceWorkers: 'block',
    acceptDownloads: false,
    // Nobody sees the tab: of a low window little is drawn besides what is printed.
    viewport: { width: 1024, height: 16 },
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    return await prepareTab(context);
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function prepareTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  const refusals = new Refusals();
  let crashed = false;
  page.on('crash', () => {
    crashed = true;
  });
  let material: Material = { html: '', assets: new Map() };
  let asked = new Set<string>();
  let scripts: boolean | undefined;
  /** Whether the document in the tab may have been changed beyond its body. */
  let stale = true;

  await refusals.watch(context, page, protocol, (url) => answer(url, material) !== undefined);
  await context.route('**/*', (route) => {
    const path = assetPath(route.request().url());
    if (path !== undefined) asked.add(path);
    return serve(route, material);
  });
  await context.routeWebSocket(/.*/, (socket) => socket.close());
  await page.emulateMedia({ media: 'print' });

  return {
    page,
    protocol,
    async allowScripts(allowed) {
      if (scripts !== allowed) await protocol.send('Emulation.setScriptExecutionDisabled', { value: !allowed });
      stale ||= scripts !== allowed || allowed;
      scripts = allowed;
    },
    async open(next) {
      const known = !stale && material.assets === next.assets;
      material = next;
      refusals.clear();
      stale = scripts !== false;
      const gone = known ? await withLimit(exchange(protocol, next.html), loadLimit, 'opening') : null;
      if (gone === null) {
        asked = new Set();
        await page.goto(documentAddress, { waitUntil: 'load', timeout: loadLimit });
      } else {
        for (const url of gone) asked.delete(assetPath(url) ?? '');
      }
    },
    asked: () => asked,
    refused: () => refusals.list(),
    dead: () => crashed || page.isClosed(),
    close: () => withLimit(context.close(), 10_000, 'closing a tab').catch(() => {}),
  };
}

/** See `exchangeBody`. Past the driver, which has the page take a long argument to pieces: that took four times as long. */
async function exchange(protocol: CDPSession, html: string): Promise<string[] | null> {
  const expression = `(${exchangeBody})(${JSON.stringify(html)})`;
  const { result, exceptionDetails } = await protocol.send('Runtime.evaluate', { expression, returnByValue: true });
  if (exceptionDetails !== undefined) throw new Error(`A document cannot be exchanged: ${exceptionDetails.text}`);
  return result.value as string[] | null;
}

/**
 * Where a document is served: the same for all, so that what is set does not depend on what it is called. Not the root:
 * links to `https://pack.invalid/#…` are links to another part, not within this one.
 */
const documentAddress = `${origin}/part`;

interface Answer {
  type: string;
  bytes: Uint8Array | string;
}

function answer(address: string, { html, assets }: Material): Answer | undefined {
  if (address === documentAddress) return { type: 'text/html; charset=utf-8', bytes: html };
  return assets.get(assetPath(address) ?? '');
}

/** The path of an address of the origin; undefined for any other, and for the document. */
export function assetPath(address: string): string | undefined {
  const url = URL.parse(address);
  if (url?.origin !== origin || address === documentAddress) return undefined;
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
}

async function serve(route: Route, material: Material): Promise<void> {
  const found = answer(route.request().url(), material);
  if (found === undefined) return await route.abort('blockedbyclient').catch(() => {});
  const { type, bytes } = found;
  const body = typeof bytes === 'string' ? bytes : Buffer.from(bytes);
  // A tab that is being closed answers nothing any more, which is no fault.
  await route.fulfill({ contentType: type, headers: { 'content-security-policy': policy }, body }).catch(() => {});
}
