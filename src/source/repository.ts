import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { GitError, git } from './git.ts';

/**
 * Where a folder stands inside its repository: `content/`, or nothing where it is the repository itself.
 *
 * @throws {EnvironmentError} when it is in no repository
 */
export async function folderPrefix(folder: string): Promise<string> {
  try {
    return (await git(folder, ['rev-parse', '--show-prefix'])).toString('utf8').replace(/\n$/, '');
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new EnvironmentError(
      `"${folder}" is in no git repository. Make it one with "git init" and commit the content first.`,
    );
  }
}

/** Files of a folder that differ from the last commit or are in none, sorted; paths inside the folder. */
export async function uncommitted(folder: string): Promise<string[]> {
  const prefix = await folderPrefix(folder);
  const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', '.'];
  const out = (await git(folder, args)).toString('utf8').split('\0');
  // Two letters that say how it differs, a space, and its path in the repository.
  return out.flatMap((line) => (line === '' ? [] : line.slice(3).slice(prefix.length))).toSorted();
}
