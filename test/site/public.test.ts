import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forPublic } from '../../src/registers/public.ts';
import { type BuiltSite, buildTestSite, deadLinks, readAddress } from './built-site.ts';

let site: BuiltSite;
const files = new Map<string, string>();

beforeAll(async () => {
  site = await buildTestSite(forPublic);
  for (const entry of await readdir(site.folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(site.folder.length), readable(await readFile(path)));
  }
});
afterAll(() => site?.remove());

/** The bytes of a file as text; those of the search index are packed. */
function readable(bytes: Buffer): string {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? gunzipSync(bytes) : bytes).toString('latin1');
}

test('the files of the search index can be read into', () => {
  expect([...files].filter(([path, text]) => /\.pf_\w+$/.test(path) && !text.startsWith('pagefind_dcd'))).toEqual([]);
  expect([...files].some(([path, text]) => path.endsWith('.pf_fragment') && text.includes('PIB-2017-D05'))).toBe(true);
});

test.each([
  ['words of private minutes', 'housing association'],
  ['a figure of private minutes', '14.0 million'],
  ['a decision taken in private', 'OB-2017-D02'],
  ['an action agreed in private', 'OB-2017-A02'],
])('no file of the site has %s', (_what, words) => {
  expect([...files].flatMap(([path, text]) => (text.includes(words) ? path : []))).toEqual([]);
});

test('what is withheld says why, from whom and until when, and what may be said of it', async () => {
  const minutes = String(
    await readAddress(site, '/meetings/portfolio-and-investment-board/2017-10-18/minutes/'),
  ).replace(/\s+/g, ' ');
  expect(minutes).toContain('schedule 12A, paragraph 3). Withheld from the public until the sale has been completed');
  expect(minutes).toContain('The Board heard about the sale that case E rests on');
  const agenda = await readAddress(site, '/meetings/oversight-board/2017-07-27/');
  expect(String(agenda)).toContain('Receipts from the sale of buildings');
});

test('no link leads to what was taken out', async () => {
  const dead: string[] = [];
  for (const address of site.addresses) {
    dead.push(...(await deadLinks(site, address, String(await readAddress(site, address)))));
  }
  expect(dead).toEqual([]);
});
