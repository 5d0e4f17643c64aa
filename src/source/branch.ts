import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { GitError, git } from './git.ts';

/**
 * Works on the tree of a branch in a folder of its own, and commits what became of it; the branch need not be there yet.
 * The branch that is checked out is not touched, and neither is the index.
 *
 * @param folder a folder of the repository
 * @param tree an empty folder that the files of the branch are put in for the work
 * @throws {EnvironmentError} when the branch is the one that is checked out, or has moved on meanwhile
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
  const out = async (args: readonly string[]): Promise<string> => (await git(folder, args)).toString('utf8').trim();
  await out(['check-ref-format', '--branch', branch]).catch((error: unknown) => {
    if (!(error instanceof GitError)) throw error;
    throw new EnvironmentError(`"${branch}" cannot be the name of a branch.`);
  });
  if ((await out(['symbolic-ref', '--quiet', 'HEAD']).catch(() => '')) === name) {
    throw new EnvironmentError(`"${branch}" is the branch that is checked out. Publish to another, such as gh-pages.`);
  }
  const before = await out(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).catch(() => '');
  const index = `${tree}.index`;
  const top = await out(['rev-parse', '--absolute-git-dir']);
  // Bytes go in and out as they are, whatever line ends the settings of this machine ask for.
  const own = ['--git-dir', top, '--work-tree', tree, '-c', 'core.autocrlf=false', '-c', 'core.safecrlf=false'];
  const onTree = async (args: readonly string[]): Promise<string> =>
    (await git(tree, [...own, ...args], '', { GIT_INDEX_FILE: index })).toString('utf8').trim();
  if (before !== '') {
    await onTree(['read-tree', before]);
    await onTree(['checkout-index', '--all', '--force']);
  }
  await work();
  await onTree(['add', '--all', '--force', '.']);
  const after = await onTree(['write-tree']);
  if (before !== '' && after === (await out(['rev-parse', `${before}^{tree}`]))) return false;
  const parents = before === '' ? [] : ['-p', before];
  const commit = await out(['commit-tree', after, ...parents, '-m', message]);
  try {
    await out(['update-ref', '-m', message, name, commit, before === '' ? '0'.repeat(40) : before]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new EnvironmentError(`The branch "${branch}" has moved on meanwhile. Publish again.`);
  }
  return true;
}
