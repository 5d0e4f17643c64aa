import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { broughtBy } from '../../src/source/commits.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-commits-'));
  await mkdir(join(folder, 'repository', 'content', 'a b'), { recursive: true });
  await git('init', '--quiet');
  await commit('content/a b/ré.md', 'one', '2017-07-06T23:30:00+01:00');
  await commit('other.md', 'two', '2017-07-07T09:00:00+01:00');
  await commit('content/a b/ré.md', 'three', '2017-07-08T09:00:00+01:00');
  await commit('content/second.md', 'four', '2017-07-09T00:30:00+01:00');
});
afterAll(() => rm(folder, { recursive: true }));

async function git(...args: string[]): Promise<string> {
  const identity = ['-c', 'user.name=Office', '-c', 'user.email=office@example.org'];
  const { stdout } = await promisify(execFile)('git', [...identity, ...args], { cwd: join(folder, 'repository') });
  return stdout.trim();
}

async function commit(path: string, text: string, date: string): Promise<void> {
  await writeFile(join(folder, 'repository', path), text);
  await git('add', '--all');
  await git('commit', '--quiet', '--message', text, '--date', date);
  await promisify(execFile)(
    'git',
    ['-c', 'user.name=Office', '-c', 'user.email=office@example.org', 'commit', '--quiet', '--amend', '--no-edit'],
    {
      cwd: join(folder, 'repository'),
      env: { ...process.env, GIT_COMMITTER_DATE: date },
    },
  );
}

test('a file was brought by the commit that first had it, on the day it was made where it was made', async () => {
  const brought = await broughtBy(join(folder, 'repository', 'content'));
  const first = await git('log', '--format=%H', '--reverse');
  const [one, , , four] = first.split('\n').map((commit) => commit.slice(0, 10));
  expect(Object.fromEntries(brought ?? [])).toEqual({
    'a b/ré.md': { commit: one, date: '2017-07-06' },
    'second.md': { commit: four, date: '2017-07-09' },
  });
});

test('without the whole history nothing is said', async () => {
  const shallow = join(folder, 'shallow');
  await git('clone', '--quiet', '--depth', '1', `file://${join(folder, 'repository')}`, shallow);
  expect(await broughtBy(join(shallow, 'content'))).toBeUndefined();
  expect(await broughtBy(folder)).toBeUndefined();
});
