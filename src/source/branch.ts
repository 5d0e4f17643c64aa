import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { GitError, git } from './git.ts';
import { readObjects } from './objects.ts';
import { readTree, type TreeEntry } from './revision.ts';

/**
 * Works on the tree of a branch in a folder of its own, and commits what became of it; the branch need not be there yet. Bytes go
 * out and in as they are, whatever attributes and settings would make of them. No work tree is touched, and no index.
 *
 * @param folder a folder of the repository
 * @param tree a new or empty folder that the files of the branch are put in for the work
 * @throws {EnvironmentError} when the branch is checked out, holds a link, or has moved on meanwhile, or git knows no author
 * @returns whether there was anything to commit
 */
export async function commitToBranch(
  folder: string,
  branch: string,
  tree: string,
  message: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const name = `refs/heads/${branch}`;
  const out = async (args: readonly string[], input = ''): Promise<string> =>
    (await git(folder, args, input, { GIT_INDEX_FILE: `${tree}.index` })).toString('utf8').trim();
  const orElse = async (args: readonly string[], mend: (said: string) => string): Promise<string> =>
    await out(args).catch((error: unknown) => {
      if (!(error instanceof GitError)) throw error;
      throw new EnvironmentError(mend(error.said));
    });
  await orElse(['check-ref-format', '--branch', branch], () => `"${branch}" cannot be the name of a branch.`);
  await refuseCheckedOut(folder, branch);
  const before = (await out(['for-each-ref', '--format=%(objectname)', name])).split('\n')[0] ?? '';
  const old = before === '' ? [] : await readTree(folder, before);
  // Refuses besides what no file may be called, such as ".." in a tree that was forged.
  if (before !== '') await orElse(['read-tree', before], (said) => `The branch "${branch}" cannot be read: ${said}.`);
  await putFiles(folder, branch, tree, old);
  await work();
  await out(['update-index', '-z', '--index-info'], await indexLines(folder, tree, old));
  const after = await out(['write-tree']);
  if (before !== '' && after === (await out(['rev-parse', `${before}^{tree}`]))) return false;
  const parents = before === '' ? [] : ['-p', before];
  const commit = await orElse(
    ['commit-tree', after, ...parents, '-m', message],
    (said) => `Nothing could be committed to the branch "${branch}": ${said}.`,
  );
  // Nothing as what it was before stands for a branch that is not there yet.
  await orElse(
    ['update-ref', '-m', message, name, commit, before],
    (said) => `The branch "${branch}" has moved on meanwhile, or cannot be made: ${said}. Publish again.`,
  );
  return true;
}

/** @throws {EnvironmentError} when the branch is checked out, in this work tree or in another of the same repository */
async function refuseCheckedOut(folder: string, branch: string): Promise<void> {
  const lines = (await git(folder, ['worktree', 'list', '--porcelain'])).toString('utf8').split('\n');
  const at = lines.indexOf(`branch refs/heads/${branch}`);
  if (at === -1) return;
  const place = lines.slice(0, at).findLast((line) => line.startsWith('worktree '));
  throw new EnvironmentError(
    `The branch "${branch}" is checked out in "${place?.slice('worktree '.length)}". Publish to another, such as gh-pages.`,
  );
}

/** Files that are taken out of git's store in one reading. */
const atOnce = 100;

/** Puts the files of a branch in a folder. */
async function putFiles(folder: string, branch: string, tree: string, entries: readonly TreeEntry[]): Promise<void> {
  const link = entries.find(({ kind }) => kind === 'link');
  if (link !== undefined) {
    throw new EnvironmentError(
      `"${link.path}" of the branch "${branch}" is a symbolic link, and links are not published. Take it out of the branch.`,
    );
  }
  await mkdir(tree, { recursive: true });
  const files = entries.filter(({ kind }) => kind === 'file');
  for (let at = 0; at < files.length; at += atOnce) {
    const some = files.slice(at, at + atOnce);
    const bytes = await readObjects(
      folder,
      some.map(({ object }) => object),
    );
    for (const [index, { path }] of some.entries()) {
      await mkdir(dirname(join(tree, path)), { recursive: true });
      await writeFile(join(tree, path), bytes[index] ?? '');
    }
  }
}

/** What makes the index of a branch that of a folder, as `update-index` reads it: what has gone, and what has come or changed. */
async function indexLines(folder: string, tree: string, old: readonly TreeEntry[]): Promise<string> {
  const found = await readdir(tree, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(tree, join(entry.parentPath, entry.name)).split(sep).join('/'));
  // In quotes, so that a name may hold a line end.
  const names = paths.map((path) => `"${join(tree, path).replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"\n`);
  const hash = ['hash-object', '-w', '--no-filters', '--stdin-paths'];
  const ids = (await git(folder, hash, names.join(''))).toString('utf8').split('\n');
  const known = new Map(old.filter(({ kind }) => kind === 'file').map(({ path, object }) => [path, object]));
  const now = new Map(paths.map((path, index) => [path, ids[index] ?? '']));
  const gone = [...known].filter(([path]) => !now.has(path)).map(([path, id]) => `0 ${id}\t${path}\0`);
  const come = [...now].filter(([path, id]) => known.get(path) !== id).map(([path, id]) => `100644 ${id}\t${path}\0`);
  return [...gone, ...come].join('');
}
