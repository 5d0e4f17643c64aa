import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { GitError, git } from './git.ts';
import { folderPrefix, isInRepository } from './repository.ts';

/** What a commit did to one file. */
export interface FileChange {
  /** Path inside the content folder. */
  readonly path: string;
  /** Ids of what the parents of the commit had here; none where no parent had the file. */
  readonly before: readonly string[];
  /** Id of what it has since; undefined where the commit took the file away. */
  readonly after: string | undefined;
}

/** A commit that changed the content. */
export interface Commit {
  /** Full hash. */
  readonly commit: string;
  /** The day it was committed, in the zone it was made in, `YYYY-MM-DD`. */
  readonly date: string;
  readonly changes: readonly FileChange[];
}

/** All that has happened to a content folder. */
export interface History {
  /** Whether the clone has only a part of it: nothing is known of what came before. */
  readonly isShallow: boolean;
  /** Each after its parents. */
  readonly commits: readonly Commit[];
}

/**
 * Reads what every commit did to a content folder, in one reading of the history. What a file held is read by `readObjects`,
 * given the ids found here.
 *
 * @param folder path of the content folder
 * @param revision where the history ends
 * @returns undefined where there is no repository, or no commit
 * @throws {EnvironmentError} when there is one, and git cannot read it: nothing that is held against it would be told else
 */
export async function readHistory(folder: string, revision = 'HEAD'): Promise<History | undefined> {
  // `-c` shows of a merge only what it has otherwise than all its parents, which no other commit did.
  const form = ['--raw', '-c', '--no-abbrev', '--no-renames', '--no-relative', '-z', '--format=%x01%H %cs'];
  if (!(await isInRepository(folder)) || !(await hasCommit(folder, revision))) return undefined;
  try {
    const isPart = await isShallow(folder);
    const prefix = await folderPrefix(folder);
    const args = ['log', '--topo-order', '--reverse', ...form, '--end-of-options', revision, '--', '.'];
    return { isShallow: isPart, commits: readLog((await git(folder, args)).toString('utf8'), prefix) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new EnvironmentError(`The history of "${folder}" cannot be read: ${error.said}.`);
  }
}

/** Whether there is any: a name that leads to what is not there is a fault of the repository, and not told here. */
async function hasCommit(folder: string, revision: string): Promise<boolean> {
  try {
    await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
    return true;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return false;
  }
}

/** A commit as people quote it: always as long, where git’s own abbreviations grow with what a clone holds. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 10);
}

/** Whether a clone has only a part of its history. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await git(folder, ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() === 'true';
}

/** The day of a commit, in the zone it was made in, so that it is the same wherever it is read. `YYYY-MM-DD`. */
export async function commitDate(folder: string, commit: string): Promise<string> {
  return (await git(folder, ['log', '-1', '--format=%cs', commit])).toString('utf8').trim();
}

function readLog(text: string, prefix: string): Commit[] {
  return text
    .split('\u0001')
    .slice(1)
    .map((entry) => {
      const [heading = '', ...fields] = entry.split('\0');
      const [commit = '', date = ''] = heading.trim().split(' ');
      return { commit, date, changes: readChanges(fields, prefix) };
    });
}

/** `:100644 100644 <before> <after> M`, then the path; of a merge with a colon, a mode and an id for each parent. */
function readChanges(fields: readonly string[], prefix: string): FileChange[] {
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 1) {
    const [, colons, facts] = /^\n?(:+)(.*)$/s.exec(fields[at] ?? '') ?? [];
    if (colons === undefined || facts === undefined) continue;
    const path = fields[at + 1] ?? '';
    at += 1;
    if (!path.startsWith(prefix)) continue;
    const ids = facts.split(' ').slice(colons.length + 1, 2 * colons.length + 2);
    const [after] = ids.slice(-1).filter(isObject);
    changes.push({ path: path.slice(prefix.length), before: ids.slice(0, -1).filter(isObject), after });
  }
  return changes;
}

/** Whether an id is of an object: nothing but noughts stands for a file that is not there. */
export function isObject(id: string): boolean {
  return !/^0+$/.test(id);
}
