import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitToBranch } from '../../src/source/branch.ts';
import { gitOf } from '../git.ts';

let root = '';
let repository = '';
let git: (...args: string[]) => Promise<string>;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-branch-'));
  repository = join(root, 'repository');
  git = gitOf(repository).git;
});
afterEach(() => rm(root, { recursive: true }));

async function start(...options: string[]): Promise<void> {
  await mkdir(repository);
  await git('init', '--quiet', '--initial-branch', 'main', ...options);
  await git('config', 'user.name', 'Office');
  await git('config', 'user.email', 'office@example.org');
  await write(repository, { 'content/a.md': 'a' });
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'one');
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

let runs = 0;
/** Does something to the files of the branch `site`, and gives what stood there before. */
async function published(work: (tree: string) => Promise<void>): Promise<{ isChanged: boolean; before: string[] }> {
  runs += 1;
  const tree = join(root, `tree-${runs}`);
  let before: string[] = [];
  const isChanged = await commitToBranch(join(repository, 'content'), 'site', tree, 'Publish', async () => {
    before = (await readdir(tree, { recursive: true })).toSorted();
    await work(tree);
  });
  return { isChanged, before };
}

test.each(['sha1', 'sha256'])('files come, change and go on a branch of a %s repository', async (format) => {
  await start(`--object-format=${format}`);
  const first = { 'index.html': 'one', 'a/b.html': 'b', 'é "x\\\n.txt': 'odd', '.hidden': 'h' };
  expect(await published((tree) => write(tree, first))).toEqual({ isChanged: true, before: [] });
  const again = await published(async (tree) => {
    await write(tree, { 'index.html': 'two', a2: 'new' });
    await rm(join(tree, 'a'), { recursive: true });
  });
  expect(again).toEqual({ isChanged: true, before: ['a', ...Object.keys(first)].toSorted() });
  expect((await git('ls-tree', '-r', '-z', '--name-only', 'site')).split('\0').toSorted()).toEqual(
    ['', '.hidden', 'a2', 'index.html', 'é "x\\\n.txt'].toSorted(),
  );
  expect(await git('show', 'site:index.html')).toBe('two');
  expect((await git('log', '--format=%s', 'site')).trim()).toBe('Publish\nPublish');
  expect((await published(async () => {})).isChanged).toBe(false);
  expect(await git('status', '--porcelain')).toBe('');
});

test('bytes go in and out as they are, whatever attributes ask for', async () => {
  await start();
  await git('config', 'core.autocrlf', 'true');
  await write(repository, { '.git/info/attributes': '* text eol=crlf ident\n' });
  const files = { '.gitattributes': '* text=auto eol=crlf ident\n', page: 'a\r\nb\n$Id$\n', plain: 'a\nb\n' };
  await published((tree) => write(tree, files));
  const read = async (tree: string): Promise<void> => {
    for (const [path, text] of Object.entries(files)) expect(await readFile(join(tree, path), 'utf8')).toBe(text);
  };
  expect((await published(read)).isChanged).toBe(false);
});

test('a branch that is checked out anywhere is refused', async () => {
  await start();
  await git('branch', 'site');
  await git('worktree', 'add', '--quiet', join(root, 'beside'), 'site');
  await expect(published(async () => {})).rejects.toThrow(
    /^The branch "site" is checked out in ".*beside"\. Publish to/,
  );
  await git('worktree', 'remove', join(root, 'beside'));
  await git('branch', '--delete', '--force', 'site');
  await git('switch', '--quiet', '--orphan', 'site');
  await mkdir(join(repository, 'content'));
  await expect(published(async () => {})).rejects.toThrow('is checked out');
});

test('a branch with a link, and one that moves on meanwhile, are refused', async () => {
  await start();
  await published((tree) => write(tree, { page: '1' }));
  const moved = published(async (tree) => {
    await write(tree, { page: '2' });
    await git('branch', '--force', 'site', 'main');
  });
  await expect(moved).rejects.toThrow('The branch "site" has moved on meanwhile');
  await symlink('/etc', join(repository, 'link'));
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'link');
  await git('branch', '--force', 'site', 'main');
  await expect(published(async () => {})).rejects.toThrow('"link" of the branch "site" is a symbolic link');
  await expect(commitToBranch(repository, '-x', join(root, 'x'), 'x', async () => {})).rejects.toThrow(
    '"-x" cannot be the name of a branch.',
  );
});
