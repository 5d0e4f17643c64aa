import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import type { Format } from '../diagnostics/format.ts';
import { date } from '../records/fields.ts';
import { revisionNamed } from '../release/releases.ts';
import { type Checked, checkContent, checkSource, type ReadPast } from '../rules/check-content.ts';
import { commitDate } from '../source/history.ts';
import { readPast } from '../source/past.ts';
import { readRevision } from '../source/revision.ts';

/** The options that all commands have. */
export interface CommonOptions {
  readonly content: string;
  readonly today?: string;
  /** A revision of git to read instead of what stands in the folder; of the commands that only read. */
  readonly at?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly format: Format;
}

/** The content that the options name. */
export interface Loaded extends Checked {
  /** Full hash of the commit it is of, where that is not what stands in the folder. */
  readonly commit?: string;
}

/**
 * Reads and checks the content that the options name.
 *
 * @param isHeldToHistory whether records that may not change are held against what they were
 * @throws EnvironmentError when there is no such folder or revision, or no day to speak of can be found
 */
export async function loadContent(options: CommonOptions, isHeldToHistory = true): Promise<Loaded> {
  const { content, today, at } = options;
  if (today !== undefined && !date.safeParse(today).success) {
    throw new EnvironmentError(`--today "${today}" is not a date; write it as in 2017-09-30.`);
  }
  await requireFolder(content);
  if (at === undefined) {
    const chooseDay = async (declared?: string): Promise<string> =>
      today ?? declared ?? (await lastCommitDate(content));
    return await checkContent(content, chooseDay, isHeldToHistory);
  }
  const {
    source,
    diagnostics,
    date: committed,
    commit,
  } = await readRevision(content, await revisionNamed(content, at));
  const chooseDay = async (declared?: string): Promise<string> => today ?? declared ?? committed;
  const recall: ReadPast = (wanted) => readPast(content, { ...wanted, revision: commit });
  return { ...(await checkSource(source, diagnostics, chooseDay, isHeldToHistory ? recall : undefined)), commit };
}

/** @throws {EnvironmentError} where there is no such folder */
export async function requireFolder(content: string): Promise<void> {
  const folder = await stat(content).catch(() => undefined);
  if (folder?.isDirectory()) return;
  throw new EnvironmentError(`There is no content folder "${content}". Name it with --content.`);
}

/** The form faults are to be printed in. */
export function faultFormat(options: CommonOptions): Format {
  return options.json ? 'json' : options.format;
}

/** The date of the last commit. */
async function lastCommitDate(folder: string): Promise<string> {
  // No repository, or no commit yet: each is answered by the sentence below.
  const date = await commitDate(folder, 'HEAD').catch(() => undefined);
  if (date !== undefined) return date;
  throw new EnvironmentError(
    `There is no commit to take the date of "${folder}" from. Name the day with --today, or as "as_at:" in organisation.yml.`,
  );
}

/**
 * What is built among the content would be read as content from then on.
 *
 * @throws {EnvironmentError} where one folder is the other or lies in it
 */
export function requireOutside(out: string, content: string): void {
  const way = relative(resolve(content), resolve(out));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new EnvironmentError(
    `"${out}" lies in the content folder "${content}", and would be read as content. Name another folder with --out.`,
  );
}
