/**
 * What a page of each type weighs as it is sent, and when it can be worked with on a slow device: a processor four times as slow
 * as this machine's, on the slow mobile network that Lighthouse takes (150 ms there and back, 1.6 Mbit/s, with its factors for a
 * browser that is slowed down request by request).
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { pageTypes } from '../site/pages.ts';
import { serve, startOpenBrowser } from '../site/serve.ts';

const slower = 4;
const network = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6e6 * 0.9) / 8,
  uploadThroughput: (750e3 * 0.9) / 8,
};

/** How long nothing may be sent and nothing may block the page before it counts as ready, in milliseconds. */
const quiet = 2_000;

const parts = ['document', 'stylesheet', 'script', 'font', 'other'] as const;
type Part = (typeof parts)[number];

interface Visit {
  /** Bytes as they were sent, heads among them. */
  readonly sent: Readonly<Record<Part, number>>;
  /** Milliseconds after the address was asked for. */
  readonly painted: number;
  /** When the last task longer than 50 ms ended before the page was quiet, or it was painted: time to interactive. */
  readonly interactive: number;
  /** How much of the tasks between the two was above 50 ms: total blocking time. */
  readonly blocked: number;
}

/**
 * Visits a page of each type of a built site, and prints what each took beside a page of one sentence.
 *
 * @param folder the built site, to which the page of one sentence is added for the time of the visits
 */
export async function benchPages(folder: string): Promise<void> {
  const bare = join(folder, 'bare');
  await mkdir(bare);
  await writeFile(
    join(bare, 'index.html'),
    '<!doctype html><html lang="en"><title>Bare</title><p>One sentence.</p></html>',
  );
  const served = await serve(folder);
  const browser = await startOpenBrowser();
  try {
    await visit(browser, `${served.origin}/bare/`);
    const beside = await visit(browser, `${served.origin}/bare/`);
    console.log(
      'kB sent: page, styles, scripts, fonts, rest; milliseconds: painted, interactive, blocked between; times bare page',
    );
    row('bare page', beside, beside);
    for (const [name, address] of Object.entries(pageTypes)) {
      row(name, await visit(browser, `${served.origin}${address}`), beside);
    }
  } finally {
    await browser.close();
    await served.stop();
    await rm(bare, { recursive: true });
  }
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const { sent, open } = watchTraffic(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', network);
    await page.addInitScript(() => {
      const tasks: { start: number; end: number }[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) {
          tasks.push({ start: startTime, end: startTime + duration });
        }
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(address, { waitUntil: 'load' });
    return { ...(await whenQuiet(page, open)), sent: await sent() };
  } finally {
    await context.close();
  }
}

/** What a page asks for; workers that it starts are counted too. */
function watchTraffic(page: Page): { sent: () => Promise<Record<Part, number>>; open: ReadonlySet<Request> } {
  const open = new Set<Request>();
  const done: Request[] = [];
  page.on('request', (request) => open.add(request));
  page.on('requestfailed', (request) => open.delete(request));
  page.on('requestfinished', (request) => {
    open.delete(request);
    done.push(request);
  });
  const sent = async (): Promise<Record<Part, number>> => {
    const sum: Record<Part, number> = { document: 0, stylesheet: 0, script: 0, font: 0, other: 0 };
    for (const request of done) {
      const { responseHeadersSize, responseBodySize } = await request.sizes();
      sum[parts.find((part) => part === request.resourceType()) ?? 'other'] += responseHeadersSize + responseBodySize;
    }
    return sum;
  };
  return { sent, open };
}

async function whenQuiet(page: Page, open: ReadonlySet<Request>): Promise<Omit<Visit, 'sent'>> {
  for (;;) {
    const { now, painted, last, blocked } = await page.evaluate(() => {
      const { longTasks } = window as unknown as { longTasks: { start: number; end: number }[] };
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const painted = paint?.startTime ?? 0;
      const later = longTasks.filter(({ end }) => end > painted);
      return {
        now: performance.now(),
        painted,
        last: Math.max(painted, ...later.map(({ end }) => end)),
        blocked: later.reduce((sum, { start, end }) => sum + Math.max(0, end - Math.max(start, painted) - 50), 0),
      };
    });
    if (open.size === 0 && now - last > quiet) return { painted, interactive: last, blocked };
    await page.waitForTimeout(200);
  }
}

function row(name: string, { sent, painted, interactive, blocked }: Visit, beside: Visit): void {
  const weights = parts.map((part) => (sent[part] / 1000).toFixed(1).padStart(6)).join('');
  const times = [painted, interactive, blocked].map((time) => time.toFixed(0).padStart(6)).join('');
  console.log(`${name.padEnd(26)}${weights} ${times} ${(interactive / beside.interactive).toFixed(2).padStart(6)}`);
}
