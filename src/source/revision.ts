import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type Entry, sortEntries } from './entries.ts';
import { GitError, git } from './git.ts';
import { commitDate, isShallow } from './history.ts';
import { readObjects } from './objects.ts';
import { folderPrefix } from './repository.ts';
import { makeSource, type SourceRead } from './source.ts';

/** Content as a commit has it. */
export interface Revision extends SourceRead {
  /** Full hash of the commit. */
  readonly commit: string;
  /** The day it was committed, in the zone it was made in, `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * Reads a content folder as a revision has it, from git's own store: what stands in the folder now plays no part.
 *
 * @param folder path of the content folder
 * @param revision a tag, branch or commit, in any form that git understands
 * @throws {EnvironmentError} when there is no such revision, or it has no such folder, in a sentence
 */
export async function readRevision(folder: string, revision: string): Promise<Revision> {
  const commit = await commitOf(folder, revision);
  const date = await commitDate(folder, commit);
  const listed = await listTree(folder, commit, revision);
  const objects = new Map(listed.map(({ path, object }) => [path, object]));
  const entries = sortEntries(listed);
  const texts = await readObjects(
    folder,
    entries.texts.map((path) => objects.get(path) ?? ''),
  );
  const readAsset = async (path: string): Promise<Uint8Array> =>
    await git(folder, ['cat-file', 'blob', objects.get(path) ?? '']);
  return { commit, date, ...makeSource(entries, texts, readAsset) };
}

async function commitOf(folder: string, revision: string): Promise<string> {
  try {
    const found = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return found.toString('utf8').trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  throw new EnvironmentError(
    `There is no revision "${revision}" of "${folder}". ${await hintFor(folder, revision)}`.trim(),
  );
}

/** What to do about a revision that does not exist. */
async function hintFor(folder: string, revision: string): Promise<string> {
  const shallow = await isShallow(folder).catch((error: unknown) => {
    if (!(error instanceof GitError)) throw error;
    throw new EnvironmentError(`"${folder}" is in no git repository, so it has no revisions.`);
  });
  if (shallow) return 'This clone has only a part of the history: "git fetch --unshallow --tags" gets the rest.';
  const names = await git(folder, ['for-each-ref', '--format=%(refname:short)', 'refs/tags', 'refs/heads']);
  const near = nearest(revision, ['HEAD', ...names.toString('utf8').split('\n').filter(Boolean)]);
  return near === undefined ? '' : `Did you mean "${near}"?`;
}

/** A name in a tree of git, with the id of what it holds. */
export interface TreeEntry extends Entry {
  readonly object: string;
}

/**
 * The names under a content folder as a revision has them.
 *
 * @throws {EnvironmentError} when the revision has no such folder, or git does not have all of it
 */
export async function listTree(folder: string, commit: string, revision: string): Promise<TreeEntry[]> {
  const prefix = await folderPrefix(folder);
  try {
    return await readTree(folder, `${commit}:${prefix}`);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new EnvironmentError(
      prefix === ''
        ? `Revision "${revision}" cannot be read: ${error.said}.`
        : `Revision "${revision}" has no folder "${prefix.replace(/\/$/, '')}".`,
    );
  }
}

/**
 * All names in a tree of git and the trees in it.
 *
 * @throws {GitError} when there is no such tree
 */
export async function readTree(folder: string, tree: string): Promise<TreeEntry[]> {
  const out = await git(folder, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  return out
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [, mode = '', object = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      // Modes of git's trees: 120000 is a symbolic link, 160000 a repository of its own.
      const kind = mode === '120000' ? 'link' : mode === '160000' ? 'other' : 'file';
      return { path, kind, object };
    });
}
