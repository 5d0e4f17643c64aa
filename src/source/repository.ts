import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { GitError, git } from './git.ts';

/**
 * Whether a folder is in a repository.
 *
 * @throws {EnvironmentError} when there is one that git refuses to read, as one that belongs to somebody else
 */
export async function isInRepository(folder: string): Promise<boolean> {
  return (await ofRepository(folder, '--git-dir')) !== undefined;
}

/**
 * Where a folder stands inside its repository: `content/`, or nothing where it is the repository itself.
 *
 * @throws {EnvironmentError} when it is in no repository, or in one that git refuses to read
 */
export async function folderPrefix(folder: string): Promise<string> {
  const prefix = await ofRepository(folder, '--show-prefix');
  if (prefix !== undefined) return prefix;
  throw new EnvironmentError(
    `"${folder}" is in no git repository. Make it one with "git init" and commit the content first.`,
  );
}

/** A fact of the repository a folder is in; undefined where it is in none. */
async function ofRepository(folder: string, fact: string): Promise<string | undefined> {
  try {
    return (await git(folder, ['rev-parse', fact])).toString('utf8').replace(/\n$/, '');
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    // Only this is said of a folder with no repository above it, and only where nothing is wrong besides.
    if (error.message.includes('not a git repository (or any')) return undefined;
    throw new EnvironmentError(`Git refuses to read the repository of "${folder}": ${error.said}.`);
  }
}
