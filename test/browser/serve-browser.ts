/** Run by endpoint.test.ts in a process of its own: starts a browser as somebody else would, and says where it is. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowsers } from '../../src/pack/browser/find.ts';

const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
for await (const { path, env } of findBrowsers()) {
  const all = { ...process.env, ...env } as Record<string, string>;
  if (process.argv[2] === 'playwright') {
    const server = await chromium.launchServer({ executablePath: path, args, env: all });
    console.log(server.wsEndpoint());
  } else {
    const profile = await mkdtemp(join(tmpdir(), 'boardpack-profile-'));
    const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
    const browser = spawn(path, [...args, ...own], { env: all, stdio: ['ignore', 'ignore', 'pipe'] });
    process.once('exit', () => {
      browser.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true });
    });
    process.once('SIGTERM', () => process.exit(0));
    browser.stderr.on('data', (piece: Buffer) => {
      const port = /ws:\/\/[^/]*:(\d+)\//.exec(String(piece))?.[1];
      if (port !== undefined) console.log(`http://127.0.0.1:${port}`);
    });
  }
  break;
}
