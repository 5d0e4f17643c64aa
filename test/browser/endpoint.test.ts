import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.ts';
import { browserIdentity, findBrowsers, realEffects } from '../../src/pack/browser/find.ts';
import { openBrowser } from '../../src/pack/browser/session.ts';
import { typesetParts } from '../../src/pack/typeset/typeset.ts';

const part = {
  id: 'one',
  html: '<!doctype html><html lang="en"><title>One</title><h1>Set elsewhere</h1><p>Word by word.</p></html>',
};

let server: ChildProcess | undefined;
afterEach(async () => {
  if (server === undefined || server.exitCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'close');
});

/** Starts a browser in another process, and gives the address it is reached at. */
async function startElsewhere(protocol: string): Promise<string> {
  const script = fileURLToPath(new URL('serve-browser.ts', import.meta.url));
  server = spawn(process.execPath, [script, protocol], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = await once(server.stdout as NonNullable<typeof server.stdout>, 'data');
  return String(address).trim();
}

function effectsFor(endpoint: string) {
  const effects = realEffects();
  return { ...effects, env: { ...effects.env, BOARDPACK_BROWSER_ENDPOINT: endpoint } };
}

async function setAt(endpoint: string): Promise<Uint8Array | undefined> {
  const browser = await openBrowser({ programs: () => findBrowsers(effectsFor(endpoint)) });
  try {
    const [set] = await typesetParts([part], new Map(), { browser: async () => browser });
    return set?.pdf;
  } finally {
    await browser.close();
  }
}

test.each(['playwright', 'cdp'])('a browser elsewhere, reached by %s, sets the same pages', async (protocol) => {
  const endpoint = await startElsewhere(protocol);
  expect(await browserIdentity(effectsFor(endpoint))).toMatch(/^Chromium \d+\.[\d.]+ elsewhere$/);
  const here = await openBrowser();
  const [expected] = await typesetParts([part], new Map(), { browser: async () => here });
  await here.close();
  expect(Buffer.from((await setAt(endpoint)) ?? []).equals(Buffer.from(expected?.pdf ?? []))).toBe(true);
});

test('an address where nothing answers, or that is none, is said', async () => {
  await expect(setAt('ws://127.0.0.1:9/')).rejects.toThrow(EnvironmentError);
  await expect(setAt('ws://127.0.0.1:9/')).rejects.toThrow(
    /BOARDPACK_BROWSER_ENDPOINT, ws:\/\/127\.0\.0\.1:9\/, cannot/,
  );
  await expect(setAt('somewhere')).rejects.toThrow('is not an address such as');
});
