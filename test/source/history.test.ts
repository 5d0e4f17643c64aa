import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory } from '../../src/source/history.ts';
import { readObjects } from '../../src/source/objects.ts';

let root = '';
let content = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-history-'));
  content = join(root, 'con tent');
  await mkdir(content);
  await git('init', '--quiet', '--initial-branch', 'main');
});
afterAll(() => rm(root, { recursive: true }));

async function git(...args: string[]): Promise<void> {
  const identity = ['-c', 'user.name=Office', '-c', 'user.email=office@example.org'];
  await promisify(execFile)('git', [...identity, ...args], { cwd: root });
}

async function commit(path: string, text: string | undefined): Promise<void> {
  await (text === undefined ? rm(join(content, path)) : writeFile(join(content, path), text));
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'x');
}

/** Every change as path, texts before and text after. */
async function changes(): Promise<string[]> {
  const history = await readHistory(content);
  const all = (history?.commits ?? []).flatMap((one) => one.changes);
  const ids = [...new Set(all.flatMap(({ before, after }) => [...before, after ?? []].flat()))];
  const texts = await readObjects(content, ids);
  const text = new Map(ids.map((id, index) => [id, Buffer.from(texts[index] ?? []).toString('utf8')]));
  return all.map(({ path, before, after }) => {
    const was = before.map((id) => text.get(id)).join('+');
    return `${path}: ${was} > ${after === undefined ? '' : text.get(after)}`;
  });
}

test('every change of every file is told, those of merges too, each after what it follows', async () => {
  expect(await readHistory(content)).toBeUndefined();
  await commit('../beside.md', 'not of the content');
  await commit('é ü\n.md', 'one');
  await commit('é ü\n.md', 'two');
  await git('switch', '--quiet', '--create', 'other');
  await commit('é ü\n.md', 'left');
  await git('switch', '--quiet', 'main');
  await commit('é ü\n.md', 'right');
  await git('merge', '--quiet', 'other').catch(() => {});
  await commit('é ü\n.md', 'both');
  await commit('é ü\n.md', undefined);
  const told = (await changes()).map((line) => line.replace('é ü\n.md: ', ''));
  expect(told.slice(0, 2)).toEqual([' > one', 'one > two']);
  expect(told.slice(2, 4).toSorted()).toEqual(['two > left', 'two > right']);
  expect(told.slice(4)).toEqual(['right+left > both', 'both > ']);
});

test('nothing is said where there is no repository', async () => {
  expect(await readHistory(tmpdir())).toBeUndefined();
});
