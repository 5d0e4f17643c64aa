import { type Browser as Chromium, chromium } from 'playwright-core';
import { EnvironmentError } from '../../diagnostics/environment-error.ts';

const connectLimit = 30_000;

/** Addresses that speak the browser's own protocol (CDP): a browser's debugging port, or a session of a Selenium grid. */
const ownProtocol = /^https?:|\/devtools\/|\/se\/cdp/;

/**
 * Connects to a browser that somebody else has started, by the standard protocol its address speaks: CDP, or that of a
 * Playwright server. Closing it leaves a browser reached by CDP running.
 *
 * @throws {EnvironmentError} when the address is none, or nothing answers there
 */
export async function connect(endpoint: string): Promise<Chromium> {
  if (!/^(wss?|https?):\/\//.test(endpoint) || !URL.canParse(endpoint)) {
    throw new EnvironmentError(
      `BOARDPACK_BROWSER_ENDPOINT is set to ${endpoint}, which is not an address such as ws://host:3000/ or http://host:9222.`,
    );
  }
  try {
    return ownProtocol.test(endpoint)
      ? await chromium.connectOverCDP(endpoint, { timeout: connectLimit })
      : await chromium.connect(endpoint, { timeout: connectLimit });
  } catch (error) {
    // The first line says what happened; the driver's log follows it.
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
    throw new EnvironmentError(`The browser at BOARDPACK_BROWSER_ENDPOINT, ${endpoint}, cannot be used: ${reason}`);
  }
}

/** What tells the browser at an address from another version. Where it runs makes no difference to its pages. */
export async function identifyEndpoint(endpoint: string): Promise<string> {
  const browser = await connect(endpoint);
  const version = browser.version();
  await browser.close();
  return `Chromium ${version} elsewhere`;
}
