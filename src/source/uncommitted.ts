import { byCodeUnit } from '../diagnostics/order.ts';
import { git } from './git.ts';
import { isObject } from './history.ts';
import { folderPrefix } from './repository.ts';

/**
 * The files of a folder that stand otherwise in it than in the last commit, in the order of their paths.
 *
 * @param folder path of the content folder
 * @returns by path inside the folder the id of what the commit has; undefined where it has no such file
 * @throws {EnvironmentError} when the folder is in no repository
 */
export async function changedSinceCommit(folder: string): Promise<Map<string, string | undefined>> {
  const prefix = await folderPrefix(folder);
  const form = ['--porcelain=v2', '-z', '--untracked-files=all', '--no-renames'];
  const lines = (await git(folder, ['status', ...form, '--', '.'])).toString('utf8').split('\0');
  return new Map(
    lines
      .flatMap((line) => readLine(line) ?? [])
      .map(({ path, id }) => [path.slice(prefix.length), id] as const)
      .toSorted(([a], [b]) => byCodeUnit(a, b)),
  );
}

/**
 * A line of `git status --porcelain=v2` (git-status, "Changed Tracked Entries"): `1` a file that differs, `u` one that two sides of
 * a merge have changed, `?` one that no commit has.
 */
function readLine(line: string): { path: string; id: string | undefined } | undefined {
  const fields = line.split(' ');
  const from = (count: number): string => fields.slice(count).join(' ');
  if (fields[0] === '?') return { path: from(1), id: undefined };
  if (fields[0] === '1') return { path: from(8), id: fields.slice(6, 7).find(isObject) };
  if (fields[0] === 'u') return { path: from(10), id: fields.slice(8, 9).find(isObject) };
  return undefined;
}
