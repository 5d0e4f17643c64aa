import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { findBrowsers } from '../../src/pack/browser/find.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A folder served at an address of this machine, which a browser counts as secure. */
export interface Served {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves a built site as a plain web server does. */
export async function serve(folder: string): Promise<Served> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() !== true) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      createReadStream(join(folder, '404.html')).pipe(response);
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    const smaller = /^text|svg/.test(type);
    response.writeHead(200, { 'content-type': type, ...(smaller && { 'content-encoding': 'gzip' }) });
    const steps = smaller ? [createGzip(), response] : [response];
    // Who asked may leave before all was sent.
    await pipeline([createReadStream(file), ...steps]).catch(() => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * A browser that reaches this machine's own addresses, and files, which the one that packs are typeset with does not; it finds
 * no other.
 */
export async function startOpenBrowser(): Promise<Browser> {
  for await (const { path, env, elsewhere } of findBrowsers()) {
    if (elsewhere) continue;
    return await chromium.launch({
      executablePath: path,
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
      env: { ...(process.env as Record<string, string>), ...env },
    });
  }
  throw new Error('There is no browser.');
}
