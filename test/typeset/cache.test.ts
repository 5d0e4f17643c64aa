import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../../src/pack/browser/session.ts';
import { type Cache, folderCache } from '../../src/pack/typeset/cache.ts';
import type { Asset } from '../../src/pack/typeset/part.ts';
import { typesetParts } from '../../src/pack/typeset/typeset.ts';
import { annotated, assets, document, table } from './material.ts';

let browser: Browser;
let folder: string;
let cache: Cache;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-cache-'));
  cache = folderCache(folder);
  return () => rm(folder, { recursive: true });
});

const noBrowser = async (): Promise<Browser> => {
  throw new Error('a browser was opened');
};
const identity = async () => browser.identity;
const fill = (part = document('a', table(5)), files: ReadonlyMap<string, Asset> = assets) =>
  typesetParts([part], files, { browser: async () => browser, identity, cache });

test('what is in the cache needs no browser and comes out the same', async () => {
  const parts = [document('a', `<h1 id="x">A</h1>${table(60)}`), document('b', annotated(2))];
  const cold = await typesetParts(parts, assets, { browser: async () => browser, identity, cache });
  const seen: string[] = [];
  const warm = await typesetParts(parts, assets, {
    browser: noBrowser,
    identity,
    cache,
    onProgress: (done, total, id) => seen.push(`${done}/${total} ${id}`),
  });
  expect(warm).toEqual(cold);
  expect(warm.map(({ engine }) => engine)).toEqual(['chromium', 'pagedjs']);
  expect(seen.sort()).toEqual([expect.stringMatching(/^1\/2 [ab]$/), expect.stringMatching(/^2\/2 [ab]$/)]);
});

test('a changed document, stylesheet, font or browser is set anew', async () => {
  const part = document('a', table(5));
  await fill(part);
  const again = (files: ReadonlyMap<string, Asset>, name = browser.identity, source = part) =>
    typesetParts([source], files, { browser: noBrowser, identity: async () => name, cache });
  const changed = (path: string, bytes: Uint8Array) =>
    new Map([...assets, [path, { type: assets.get(path)?.type ?? '', bytes }]]);
  await expect(again(assets)).resolves.toHaveLength(1);
  await expect(again(assets, 'another browser')).rejects.toThrow('a browser was opened');
  await expect(again(assets, browser.identity, document('a', table(6)))).rejects.toThrow('a browser was opened');
  const css = Buffer.from(assets.get('/print.css')?.bytes ?? []);
  await expect(again(changed('/print.css', Buffer.concat([css, Buffer.from(' ')])))).rejects.toThrow('was opened');
  // Named by the stylesheet alone.
  await expect(again(changed('/fonts/700.woff2', new Uint8Array(3)))).rejects.toThrow('was opened');
  // Named by nothing.
  await expect(again(new Map([...assets, ['/other.png', { type: 'image/png', bytes: new Uint8Array(3) }]])))
    .resolves // .
    .toHaveLength(1);
});

test('a part that fails is not kept', async () => {
  await expect(fill(document('a', '<p>😀</p>'))).rejects.toThrow('no glyph');
  expect(await readdir(folder)).toEqual([]);
});

test('a damaged entry is set anew', async () => {
  const [first] = await fill();
  const [inner = ''] = await readdir(folder);
  const [name = ''] = await readdir(join(folder, inner));
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  await cache.write(name, Buffer.from('half an ent'));
  expect(Buffer.from((await readFile(join(folder, inner, name))).subarray(0, 4)).toString()).toBe('half');
  const [second] = await fill();
  expect(second).toEqual(first);
});

test('nothing is read for a key that was never written', async () => {
  expect(await cache.read('0'.repeat(64))).toBeNull();
});
