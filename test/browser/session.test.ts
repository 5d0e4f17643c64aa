import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.ts';
import { type BrowserProgram, findBrowsers } from '../../src/pack/browser/find.ts';
import { openBrowser } from '../../src/pack/browser/session.ts';

async function* programs(...list: BrowserProgram[]) {
  yield* list;
}
const broken: BrowserProgram = { path: '/bin/false', name: 'Broken', env: {}, identity: 'broken' };

test('says what it is, and leaves the environment of this process as it was', async () => {
  const before = { ...process.env };
  const browser = await openBrowser();
  expect(browser.version).toMatch(/^Chromium \d+\.\d+\.\d+\.\d+$/);
  expect(browser.name).not.toBe('');
  expect(browser.sandboxed).toBe(process.getuid?.() !== 0);
  expect({ ...process.env }).toEqual(before);
  await browser.close();
});

test('a browser that does not start gives way to the next', async () => {
  const { value: good } = await findBrowsers().next();
  const browser = await openBrowser({ programs: () => programs(broken, good as BrowserProgram) });
  expect(browser.name).toBe((good as BrowserProgram).name);
  await browser.close();
  const failure: unknown = await openBrowser({ programs: () => programs(broken) }).catch((error) => error);
  expect(failure).toBeInstanceOf(EnvironmentError);
  expect(String(failure)).toContain('set BOARDPACK_BROWSER');
  expect(String(failure)).toContain('Broken (/bin/false) did not start');
});

test('no more tabs work at once than it was told', async () => {
  const browser = await openBrowser({ concurrency: 2 });
  let atOnce = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setTimeout(resolve, 20));
    atOnce -= 1;
  };
  await Promise.all(Array.from({ length: 6 }, () => browser.render({ scripts: false }, work)));
  expect(most).toBe(2);
  await browser.close();
});

// The processes of a system can be listed like this on Linux alone.
test.runIf(process.platform === 'linux').for([
  ['close', null],
  ['exit', null],
  ['throw', null],
  ['signal', 'SIGINT'],
  ['signal', 'SIGTERM'],
  ['signal', 'SIGHUP'],
  ['signal', 'SIGKILL'],
] as const)('no process is left after %s %s', async ([way, signal]) => {
  const own = await mkdtemp(join(tmpdir(), 'boardpack-end-'));
  const script = fileURLToPath(new URL('open-and-wait.ts', import.meta.url));
  const child = spawn(process.execPath, [script, way], { env: { ...process.env, TMPDIR: own }, stdio: 'pipe' });
  await once(child.stdout, 'data');
  if (signal) {
    expect(await processesWith(own)).not.toEqual([]);
    child.kill(signal);
  }
  await once(child, 'close');
  await expect.poll(() => processesWith(own), { timeout: 10_000 }).toEqual([]);
  // Nobody can tidy up after SIGKILL.
  if (signal !== 'SIGKILL') expect((await readdir(own)).filter((name) => name.includes('profile'))).toEqual([]);
  await rm(own, { recursive: true });
});

/** Command lines that hold a text, which the browser's have of its profile. */
async function processesWith(text: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(text));
}
