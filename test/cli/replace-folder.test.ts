import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFolder } from '../../src/cli/replace-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-swap-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const fill = (text: string) => (staging: string) => writeFile(join(staging, 'page.html'), text);

test('a new folder, then another in its place, and nothing beside it', async () => {
  const dist = join(folder, 'dist');
  await replaceFolder(dist, fill('one'));
  await replaceFolder(dist, fill('two'));
  expect(await readFile(join(dist, 'page.html'), 'utf8')).toBe('two');
  expect(await readdir(folder)).toEqual(['dist']);
});

test('what was there stays when the new one fails', async () => {
  const dist = join(folder, 'dist');
  await replaceFolder(dist, fill('one'));
  const failing = replaceFolder(dist, async (staging) => {
    await fill('half')(staging);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await readFile(join(dist, 'page.html'), 'utf8')).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

test('a folder that only keeps what builds left in it is left alone', async () => {
  await mkdir(join(folder, '.boardpack'));
  await writeFile(join(folder, 'content.md'), 'mine');
  await expect(replaceFolder(folder, fill('new'))).rejects.toThrow('were not built by boardpack');
  expect((await readdir(folder)).toSorted()).toEqual(['.boardpack', 'content.md']);
});

test('a folder of somebody else’s is left alone', async () => {
  const dist = join(folder, 'papers');
  await mkdir(dist);
  await writeFile(join(dist, 'mine.txt'), 'mine');
  await expect(replaceFolder(dist, fill('new'))).rejects.toThrow('were not built by boardpack');
  expect(await readdir(dist)).toEqual(['mine.txt']);
});
