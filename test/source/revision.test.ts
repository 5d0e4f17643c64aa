import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRevision } from '../../src/source/revision.ts';
import type { Source } from '../../src/source/source.ts';
import { readWorkTree } from '../../src/source/work-tree.ts';
import { gitOf } from '../git.ts';

let root = '';
let content = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-revision-'));
  content = join(root, 'all', 'con tent');
  await mkdir(join(content, 'boards'), { recursive: true });
  await git('init', '--quiet', '--initial-branch', 'main');
  await write('boards/pib.md', 'first\r\n');
  await write('boards/é ü\n.md', 'odd name');
  await write('boards/empty.md', '');
  await write('boards/photo.png', Buffer.from([0, 255, 10, 13, 10]));
  await write('latin.md', Buffer.from('caf\xe9', 'latin1'));
  await write('.hidden.md', 'x');
  await write('../beside.md', 'not of the content');
  await symlink('/etc/passwd', join(content, 'link.md'));
  await commit('one', '2017-07-06T23:30:00-05:00');
  await git('tag', 'pack/pib/2017-07-06/v1');
});
afterAll(() => rm(root, { recursive: true }));

async function write(path: string, text: string | Uint8Array): Promise<void> {
  await writeFile(join(content, path), text);
}

async function git(...args: string[]): Promise<void> {
  const identity = ['-c', 'user.name=Office', '-c', 'user.email=office@example.org'];
  await promisify(execFile)('git', [...identity, ...args], { cwd: join(root, 'all') });
}

async function commit(message: string, date: string): Promise<void> {
  await git('add', '--all');
  const env = { ...process.env, GIT_COMMITTER_DATE: date };
  const identity = ['-c', 'user.name=Office', '-c', 'user.email=office@example.org'];
  await promisify(execFile)('git', [...identity, 'commit', '--quiet', '--message', message], {
    cwd: join(root, 'all'),
    env,
  });
}

const bytesOf = async ({ assets, readAsset }: Source) =>
  await Promise.all(assets.map(async (path) => [...(await readAsset(path))]));

describe('content as a commit has it', () => {
  test('is what the folder held then, and none of what stands there now', async () => {
    const then = await readWorkTree(content);
    const bytes = await bytesOf(then.source);
    await write('boards/pib.md', 'second');
    await write('boards/photo.png', 'other');
    await write('boards/new.md', 'new');
    await rm(join(content, 'boards/empty.md'));
    await rm(join(content, 'link.md'));
    const { source, diagnostics, date, commit } = await readRevision(content, 'pack/pib/2017-07-06/v1');
    expect(source.files).toEqual(then.source.files);
    expect(source.assets).toEqual(then.source.assets);
    expect(await bytesOf(source)).toEqual(bytes);
    expect(diagnostics).toEqual(then.diagnostics);
    expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'link.md source-link',
      'latin.md source-text',
    ]);
    expect(date).toBe('2017-07-06');
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
  });

  test('gives only its assets as such', async () => {
    const { source } = await readRevision(content, 'HEAD');
    for (const path of ['boards/pib.md', '../beside.md', '/etc/passwd']) {
      await expect(source.readAsset(path)).rejects.toThrow('is not a file of the content');
    }
  });
});

describe('says in a sentence that', () => {
  test.each([
    ['pack/pib/2017-07-06/v2', 'Did you mean "pack/pib/2017-07-06/v1"?'],
    ['mian', 'Did you mean "main"?'],
    ['HAED', 'Did you mean "HEAD"?'],
    ['--help', 'There is no revision "--help"'],
    ['HEAD~1', 'There is no revision "HEAD~1"'],
    ['', 'There is no revision ""'],
  ])('there is no revision "%s"', async (revision, sentence) => {
    await expect(readRevision(content, revision)).rejects.toThrow(sentence);
  });

  test('a clone is shallow, and what to fetch', async () => {
    await git('tag', 'second');
    await git('commit', '--quiet', '--allow-empty', '--message', 'two');
    const shallow = join(root, 'shallow');
    await git('clone', '--quiet', '--depth', '1', '--no-tags', `file://${join(root, 'all')}`, shallow);
    await expect(readRevision(join(shallow, 'con tent'), 'second')).rejects.toThrow('git fetch --unshallow --tags');
  });

  test('the folder is in no repository, or was not in that revision', async () => {
    const apart = join(root, 'apart');
    await mkdir(apart);
    await expect(readRevision(apart, 'HEAD')).rejects.toThrow('is in no git repository');
    const late = join(root, 'all', 'late');
    await mkdir(late);
    await expect(readRevision(late, 'HEAD')).rejects.toThrow('Revision "HEAD" has no folder "late".');
    const broken = join(root, 'broken');
    await git('clone', '--quiet', '--no-hardlinks', join(root, 'all'), broken);
    const id = (await gitOf(broken).git('rev-parse', 'HEAD^{tree}')).trim();
    await rm(join(broken, '.git/objects', id.slice(0, 2), id.slice(2)));
    await expect(readRevision(broken, 'HEAD')).rejects.toThrow(/^Revision "HEAD" cannot be read: /);
  });
});
