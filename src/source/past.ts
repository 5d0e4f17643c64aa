import { createHash } from 'node:crypto';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { decode } from './decode.ts';
import { GitError } from './git.ts';
import { type FileChange, type History, readHistory } from './history.ts';
import { readObjects } from './objects.ts';
import { commitsUpTo, nearestStart } from './past-start.ts';
import { byPathsOfToday } from './renamed-folders.ts';
import { listTree } from './revision.ts';
import type { SourceFile } from './source.ts';

/** What a commit did to the files that matter, or what has been done to them since the last commit. */
export interface PastStep {
  /** Full hash; undefined for what is not committed yet. */
  readonly commit: string | undefined;
  /** The day it was committed, `YYYY-MM-DD`; empty for what is not committed yet. */
  readonly date: string;
  readonly changes: readonly FileChange[];
}

/** The versions of some files of the content, from the first to those read today. */
export interface Past {
  /** Whether git has only a part of it. Then there are no steps, since nothing can be said of what came before. */
  readonly isPart: boolean;
  /** Set where there is no commit or tag of the name that the history is to begin at: the nearest, if one is near. */
  readonly noStart?: { readonly near: string | undefined };
  /** Each after its parents. Files that are as they were when they came are left out. */
  readonly steps: readonly PastStep[];
  /** What the ids in the steps stand for; those that are no text are missing. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is wanted of the past. */
export interface PastWanted {
  /** Whether a file matters, by its path. */
  readonly isWanted: (path: string) => boolean;
  /** The content as it is read today, which the last commit is compared with. */
  readonly files: readonly SourceFile[];
  /** Where the history ends: the revision that was read, or the last commit. */
  readonly revision?: string | undefined;
  /** The commit or tag it begins at: what that had is what it starts from. All of it where none is given. */
  readonly from?: string | undefined;
}

/**
 * Reads all versions of the files that matter, in a few readings of git’s store.
 *
 * @param folder path of the content folder
 * @returns undefined where there is no repository, or no commit of the content
 */
export async function readPast(folder: string, wanted: PastWanted): Promise<Past | undefined> {
  const history = await readHistory(folder, wanted.revision);
  if (history === undefined || history.commits.length === 0) return undefined;
  const nothing: Past = { isPart: history.isShallow, steps: [], texts: new Map() };
  if (history.isShallow) return nothing;
  const { from } = wanted;
  const before = from === undefined ? new Set<string>() : await commitsUpTo(folder, from);
  if (before === undefined) return { ...nothing, noStart: { near: await nearestStart(folder, from ?? '', history) } };
  try {
    return { ...nothing, ...(await readSteps(folder, wanted, history, before)) };
  } catch (error) {
    // A clone may have its history without the files of it, and no way to fetch them.
    if (error instanceof GitError || error instanceof EnvironmentError) return { ...nothing, isPart: true };
    throw error;
  }
}

async function readSteps(
  folder: string,
  { isWanted, files, revision = 'HEAD' }: PastWanted,
  { commits }: History,
  before: ReadonlySet<string>,
): Promise<Pick<Past, 'steps' | 'texts'>> {
  const listed = (await listTree(folder, revision, revision)).filter(({ path }) => isWanted(path));
  const last = new Map(listed.map(({ path, object }) => [path, object]));
  const unsaved = changesSince(
    last,
    new Map(files.filter(({ path }) => isWanted(path)).map((file) => [file.path, file.text])),
  );
  const steps = byPathsOfToday(
    [...commits.filter(({ commit }) => !before.has(commit)), { commit: undefined, date: '', changes: unsaved.changes }],
    files.map(({ path }) => path),
  );
  const kept = withoutUnchanged(
    steps.map((step) => ({ ...step, changes: step.changes.filter(({ path }) => isWanted(path)) })),
  );
  const ids = new Set(
    kept.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [...before, after ?? []].flat())),
  );
  const stored = [...ids].filter((id) => !unsaved.texts.has(id));
  const texts = new Map(unsaved.texts);
  for (const [index, bytes] of (await readObjects(folder, stored)).entries()) {
    const decoded = decode(bytes);
    if ('text' in decoded) texts.set(stored[index] ?? '', decoded.text);
  }
  return { steps: kept, texts };
}

/** What has been done to the files since the last commit, with ids as git would give them. */
function changesSince(
  last: ReadonlyMap<string, string>,
  today: ReadonlyMap<string, string>,
): { changes: FileChange[]; texts: Map<string, string> } {
  const changes: FileChange[] = [];
  const texts = new Map<string, string>();
  for (const [path, text] of today) {
    const known = last.get(path);
    const id = objectId(text, known);
    if (id === known) continue;
    changes.push({ path, before: known === undefined ? [] : [known], after: id });
    texts.set(id, text);
  }
  for (const [path, object] of last) if (!today.has(path)) changes.push({ path, before: [object], after: undefined });
  return { changes, texts };
}

/**
 * The id that git gives a text, so that a file that has not changed need not be read from its store: the SHA-1 of a line
 * that says what it is, and the text; SHA-256 in the repositories that use it (gitformat-pack, "object name").
 *
 * @param like another id of the same repository
 */
function objectId(text: string, like = ''): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${Buffer.byteLength(text)}\0${text}`).digest('hex');
}

/**
 * Leaves out the files that came and were never touched again, unless they came where others of their kind were touched:
 * what they hold may have been moved there.
 */
function withoutUnchanged(steps: readonly PastStep[]): PastStep[] {
  const times = new Map<string, number>();
  for (const { path } of steps.flatMap(({ changes }) => changes)) times.set(path, (times.get(path) ?? 0) + 1);
  return steps.flatMap((step) => {
    const touched = new Set(step.changes.filter(({ before }) => before.length > 0).map(({ path }) => nameOf(path)));
    const changes = step.changes.filter(({ path }) => (times.get(path) ?? 0) > 1 || touched.has(nameOf(path)));
    return changes.length === 0 ? [] : [{ ...step, changes }];
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
