import { readHistory, shortCommit } from './history.ts';

/** The commit that first brought a file. */
export interface BroughtBy {
  /** Abbreviated. */
  readonly commit: string;
  /** The day it was committed, in the zone it was made in, `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * Finds the commit that first brought each file of a folder.
 *
 * @param folder path of the content folder
 * @returns commits by path inside the folder; undefined where there is no repository, no history, or only a part of it
 */
export async function broughtBy(folder: string): Promise<Map<string, BroughtBy> | undefined> {
  const history = await readHistory(folder);
  // A shallow clone knows nothing before its edge, where every file seems to have been brought at once.
  if (history === undefined || history.isShallow || history.commits.length === 0) return undefined;
  const brought = new Map<string, BroughtBy>();
  for (const { commit, date, changes } of history.commits) {
    for (const { path, before, after } of changes) {
      if (before.length > 0 || after === undefined || brought.has(path)) continue;
      brought.set(path, { commit: shortCommit(commit), date });
    }
  }
  return brought;
}
