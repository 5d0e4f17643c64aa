import { nearest } from '../diagnostics/nearest.ts';
import { GitError, git } from './git.ts';
import type { History } from './history.ts';

/**
 * All commits up to one, and that one itself.
 *
 * @param start a tag, or a commit by its hash or the beginning of it; a branch would move
 * @returns full hashes; undefined where there is no such tag or commit
 */
export async function commitsUpTo(folder: string, start: string): Promise<Set<string> | undefined> {
  for (const name of [`refs/tags/${start}`, ...(/^[0-9a-f]+$/i.test(start) ? [start] : [])]) {
    try {
      const found = await git(folder, ['rev-list', '--end-of-options', `${name}^{commit}`]);
      return new Set(found.toString('utf8').trim().split('\n'));
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
    }
  }
  return undefined;
}

/** The tag, or the beginning of a hash, that is nearest to one that does not exist. */
export async function nearestStart(folder: string, start: string, { commits }: History): Promise<string | undefined> {
  const tags = (await git(folder, ['for-each-ref', '--format=%(refname:strip=2)', 'refs/tags'])).toString('utf8');
  return nearest(start, [
    ...tags.split('\n').filter((name) => name !== ''),
    ...commits.map(({ commit }) => commit.slice(0, start.length)),
  ]);
}
