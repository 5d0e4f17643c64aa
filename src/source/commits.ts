import { git } from './git.ts';

/** The commit that first brought a file. */
export interface BroughtBy {
  /** Abbreviated as git does. */
  readonly commit: string;
  /** The day it was committed, in the zone it was made in, `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * Finds the commit that first brought each file of a folder, in one reading of the history.
 *
 * @param folder path of the content folder
 * @returns commits by path inside the folder; undefined where there is no git, no history, or only a part of it
 */
export async function broughtBy(folder: string): Promise<Map<string, BroughtBy> | undefined> {
  // The oldest first, so that the first commit that adds a path is the one that brought it.
  const args = ['log', '--reverse', '--diff-filter=A', '--no-renames', '--name-only', '--relative', '-z'];
  try {
    // A shallow clone knows nothing before its edge, where every file seems to have been brought at once.
    if (await isShallow(folder)) return undefined;
    return readLog((await git(folder, [...args, '--format=%x01%h %cs', '--', '.'])).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The day of a commit, in the zone it was made in, so that it is the same wherever it is read. `YYYY-MM-DD`. */
export async function commitDate(folder: string, commit: string): Promise<string> {
  return (await git(folder, ['log', '-1', '--format=%cs', commit])).toString('utf8').trim();
}

/** Whether a clone has only a part of its history. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await git(folder, ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() === 'true';
}

function readLog(text: string): Map<string, BroughtBy> | undefined {
  const brought = new Map<string, BroughtBy>();
  for (const entry of text.split('\u0001').slice(1)) {
    const [heading = '', ...paths] = entry.split('\0').map((part) => part.replace(/^\n/, ''));
    const [commit = '', date = ''] = heading.trim().split(' ');
    for (const path of paths) if (path !== '' && !brought.has(path)) brought.set(path, { commit, date });
  }
  return brought.size === 0 ? undefined : brought;
}
