import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedSinceCommit } from '../../src/source/uncommitted.ts';
import { gitOf } from '../git.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-uncommitted-'));
  await mkdir(join(root, 'content'));
});
afterEach(() => rm(root, { recursive: true }));

const put = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);

test('what differs from the last commit is told with what that has, staged or not, and nothing else', async () => {
  const { git } = gitOf(root);
  const changed = async () => [...(await changedSinceCommit(join(root, 'content')))];
  await expect(changed()).rejects.toThrow('is in no git repository');
  await git('init', '--quiet', '--initial-branch', 'main');
  await put('.gitignore', '*.swp\n');
  for (const name of ['a b.md', 'é\n.md', 'gone.md', 'same.md', 'both.md']) await put(`content/${name}`, name);
  expect(await changed()).toEqual(
    ['a b.md', 'both.md', 'gone.md', 'same.md', 'é\n.md'].map((path) => [path, undefined]),
  );
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'one');
  expect(await changed()).toEqual([]);
  const idOf = async (path: string): Promise<string> => (await git('rev-parse', `main:content/${path}`)).trim();
  await put('content/a b.md', 'other');
  await put('content/é\n.md', 'other');
  await put('content/new.md', 'new');
  await put('content/x.swp', 'ignored');
  await put('beside.md', 'not of the content');
  await git('rm', '--quiet', 'content/gone.md');
  await git('add', 'content/a b.md');
  expect(await changed()).toEqual([
    ['a b.md', await idOf('a b.md')],
    ['gone.md', await idOf('gone.md')],
    ['new.md', undefined],
    ['é\n.md', await idOf('é\n.md')],
  ]);
});

test('of a merge that is not finished it is what the last commit has', async () => {
  const { git } = gitOf(root);
  await git('init', '--quiet', '--initial-branch', 'main');
  const commit = async (text: string): Promise<void> => {
    await put('content/a.md', text);
    await git('add', '--all');
    await git('commit', '--quiet', '--message', text);
  };
  await commit('first');
  await git('switch', '--quiet', '--create', 'other');
  await commit('theirs');
  await git('switch', '--quiet', 'main');
  await commit('ours');
  await git('merge', '--quiet', 'other').catch(() => {});
  const ours = (await git('rev-parse', 'main:content/a.md')).trim();
  expect([...(await changedSinceCommit(join(root, 'content')))]).toEqual([['a.md', ours]]);
});
