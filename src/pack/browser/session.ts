import { availableParallelism } from 'node:os';
import type { Browser as Chromium } from 'playwright-core';
import { EnvironmentError } from '../../diagnostics/environment-error.ts';
import { type BrowserProgram, findBrowsers } from './find.ts';
import { keepStarted, type Supply } from './keep-started.ts';
import { createSlots } from './slots.ts';
import { openTab, type Tab } from './tab.ts';

/** A running browser that typesets in a few reused tabs. */
export interface Browser {
  /** For example `Chromium 153.0.8010.0`. */
  readonly version: string;
  /** Which browser it is: `BOARDPACK_BROWSER`, `packaged Chromium`, `Google Chrome`. */
  readonly name: string;
  /** See `BrowserProgram.identity`. */
  readonly identity: string;
  /** False where the system does not allow the browser's sandbox; worth a line in the log. */
  readonly sandboxed: boolean;
  /** How many tabs work at once. */
  readonly concurrency: number;
  /**
   * Does a piece of work in a tab that nobody else uses meanwhile, as soon as one is free. If the browser or the tab
   * dies under it, the work is done once more, in a new browser if need be.
   *
   * @throws {EnvironmentError} when it dies both times, or the browser was closed
   */
  render<T>(options: { scripts: boolean }, work: (tab: Tab) => Promise<T>): Promise<T>;
  /** Ends the browser and removes its profile. May be called more than once. */
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** Tabs at work at once; by default the number of processors, at most four. */
  concurrency?: number;
  /** The browsers to try, in order. */
  programs?: () => AsyncIterable<BrowserProgram>;
}

/** The tab of one slot, opened when first needed. */
interface Slot {
  tab?: Tab;
}

/** The browser or the tab died under a piece of work. */
class Death extends Error {}

/**
 * Starts the first browser that will start. It ends with `close`, or with this process however that ends.
 *
 * @throws {EnvironmentError} when none does
 */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const concurrency = Math.max(1, options.concurrency ?? Math.min(4, availableParallelism()));
  const supply = await keepStarted((options.programs ?? findBrowsers)());
  const { program, sandboxed, chromium } = await supply.get();
  const slots = createSlots(Array.from({ length: concurrency }, (): Slot => ({})));
  let retries: Promise<unknown> = Promise.resolve();

  return {
    version: `Chromium ${chromium.version()}`,
    name: program.name,
    identity: program.identity,
    sandboxed,
    concurrency,
    render: ({ scripts }, work) =>
      slots.use(async (slot) => {
        try {
          return await workInTab(supply, slot, scripts, work);
        } catch (error) {
          if (!(error instanceof Death)) throw error;
        }
        // Second attempts run one at a time, so that a document that kills the browser every time does not take with
        // it another that was only there when it happened.
        const again = retries.then(() => workInTab(supply, slot, scripts, work));
        retries = again.catch(() => {});
        return again.catch((error: unknown) => {
          throw error instanceof Death ? diedTwice(program) : error;
        });
      }),
    close: () => supply.end(),
  };
}

function diedTwice({ name, path }: BrowserProgram): EnvironmentError {
  return new EnvironmentError(
    `The browser (${name}, ${path}) ended while typesetting, and again at the second attempt. It may have run out of memory.`,
  );
}

async function workInTab<T>(supply: Supply, slot: Slot, scripts: boolean, work: (tab: Tab) => Promise<T>): Promise<T> {
  const { chromium } = await supply.get();
  let { tab } = slot;
  try {
    return await whileConnected(chromium, async () => {
      if (!tab || tab.dead()) {
        tab = await openTab(chromium);
        slot.tab = tab;
      }
      await tab.allowScripts(scripts);
      return await work(tab);
    });
  } catch (error) {
    // Whatever went wrong, the tab may still be at it: the next piece of work gets a new one.
    delete slot.tab;
    const died = !chromium.isConnected() || tab?.dead() === true || closedUnderneath(error);
    await tab?.close();
    throw died && !supply.ended() ? new Death() : error;
  }
}

/**
 * Does some work for as long as the browser is there. A tab that was just being opened when the browser died is never
 * answered, so the work is given up as soon as the driver announces the death.
 */
async function whileConnected<T>(chromium: Chromium, work: () => Promise<T>): Promise<T> {
  let announce = (): void => {};
  const death = new Promise<never>((_, reject) => {
    announce = () => reject(new Error('The browser has been disconnected.'));
    chromium.once('disconnected', announce);
  });
  const working = work();
  try {
    return await Promise.race([working, death]);
  } finally {
    chromium.off('disconnected', announce);
    // What was given up may still fail, which is no news.
    working.catch(() => {});
  }
}

/** The driver reports a call that the death of browser or page cut short before it announces the death itself. */
function closedUnderneath(error: unknown): boolean {
  return error instanceof Error && /has been closed|crashed|disconnected/.test(error.message);
}
