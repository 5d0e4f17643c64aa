import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

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
  const args = ['-C', folder, 'log', '--reverse', '--diff-filter=A', '--no-renames', '--name-only', '--relative', '-z'];
  try {
    // A shallow clone knows nothing before its edge, where every file seems to have been brought at once.
    const shallow = await promisify(execFile)('git', ['-C', folder, 'rev-parse', '--is-shallow-repository']);
    if (shallow.stdout.trim() === 'true') return undefined;
    const { stdout } = await promisify(execFile)('git', [...args, '--format=%x01%h %cs', '--', '.'], {
      maxBuffer: 1 << 28,
    });
    return readLog(stdout);
  } catch {
    return undefined;
  }
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
