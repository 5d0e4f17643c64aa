import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readHistory } from '../../src/source/history.ts';
import { readObjects } from '../../src/source/objects.ts';
import { gitOf } from '../git.ts';

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

test('settings, variables and replacements leave nothing out', async () => {
  const other = join(root, 'other');
  await mkdir(join(other, 'content'), { recursive: true });
  const inOther = gitOf(other).git;
  await inOther('init', '--quiet');
  for (const [path, text] of Object.entries({ 'a.md': 'a', 'b.md': 'b' })) {
    await writeFile(join(other, 'content', path), text);
  }
  await inOther('add', '--all');
  await inOther('commit', '--quiet', '--message', 'one');
  const plain = await readHistory(join(other, 'content'));
  expect(plain?.commits[0]?.changes.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  await writeFile(join(root, 'order'), 'content/b.md\n');
  for (const [name, value] of [
    ['diff.relative', 'true'],
    ['diff.orderFile', join(root, 'order')],
    ['log.showRoot', 'false'],
    ['log.follow', 'true'],
    ['color.ui', 'always'],
  ] as const) {
    await inOther('config', name, value);
  }
  expect(await readHistory(join(other, 'content'))).toEqual(plain);
  await inOther('commit', '--quiet', '--allow-empty', '--message', 'empty');
  await inOther('replace', 'HEAD~1', 'HEAD');
  expect(await readHistory(join(other, 'content'), 'HEAD~1')).toEqual(plain);
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY']) vi.stubEnv(name, root);
  expect(await readHistory(join(other, 'content'), 'HEAD~1')).toEqual(plain);
  vi.unstubAllEnvs();
  await rename(join(other, '.git/objects'), join(other, '.git/lost'));
  await mkdir(join(other, '.git/objects'));
  await expect(readHistory(join(other, 'content'))).rejects.toThrow(/^The history of ".*" cannot be read/);
});
