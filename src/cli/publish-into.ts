import { readdir, readFile, rm } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import type { IssuedFile } from '../release/manifest.ts';
import {
  intentOf,
  type Publication,
  planPublication,
  publicationFile,
  publicationText,
  readPublication,
  settled,
} from '../release/publication.ts';
import { sha256 } from '../source/sha256.ts';
import { refuseLinks } from './refuse-links.ts';
import { nameOfUnfinished, writeWhole } from './write-whole.ts';

/** What publishing did. */
export interface Published {
  readonly added: number;
  readonly kept: number;
  readonly ordinary: number;
  readonly removed: number;
}

/**
 * Reads what a folder that is published in says of itself, and holds it against what stands there.
 *
 * @returns undefined for a folder that is new or empty
 * @throws {EnvironmentError} when it holds what was not published by this program, or what was issued has been altered, or a link
 *   leads out of it
 */
export async function examinePublished(
  folder: string,
  audience: Publication['audience'],
): Promise<Publication | undefined> {
  const text = await readFile(join(folder, publicationFile), 'utf8').catch(() => undefined);
  const before = text === undefined ? undefined : readPublication(text);
  if (before === undefined) {
    const names = await readdir(folder).catch((): string[] => []);
    // What begins with a dot, such as the folder of git, belongs to others and is left alone.
    if (text === undefined && names.every((name) => name.startsWith('.'))) return undefined;
    throw new EnvironmentError(
      `"${folder}" holds files that were not published by boardpack, so it is left alone. Name an empty folder.`,
    );
  }
  if (before.audience !== audience) {
    throw new EnvironmentError(
      `"${folder}" is published for the ${before.audience}. Publish for the ${audience} in a folder of its own.`,
    );
  }
  await refuseLinks(folder, [...Object.keys(before.issued), ...before.ordinary.map((path) => posix.dirname(path))]);
  const standing = new Map<string, string>();
  for (const path of Object.keys(before.issued)) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (bytes !== undefined) standing.set(path, sha256(bytes));
  }
  const known = settled(before, (path) => standing.get(path) === before.issued[path]);
  const altered = Object.entries(known.issued).filter(([path, digest]) => (standing.get(path) ?? digest) !== digest);
  if (altered.length > 0) {
    throw new EnvironmentError(
      `What was issued has been altered in "${folder}", and nothing was published: ${altered.map(([path]) => path).join(', ')}. Put back what was there, or take it away to have it restored.`,
    );
  }
  return known;
}

/**
 * Brings a new build into a folder that is published in. What the folder says of itself is written first, of all that stood
 * there and all that is to come, and last of what there is; between the two each file comes whole or not at all. So one that
 * is interrupted is put right by the next.
 *
 * @throws {EnvironmentError} when a release has other files than those it was published with, or a link leads out of the folder;
 *   nothing is written then
 */
export async function publishInto(
  folder: string,
  built: string,
  issued: readonly IssuedFile[],
  audience: Publication['audience'],
  before: Publication | undefined,
): Promise<Published> {
  const other = issued.filter(({ path, sha256 }) => (before?.issued[path] ?? sha256) !== sha256);
  if (other.length > 0) {
    throw new EnvironmentError(
      `What was issued is never altered, and these files were published otherwise: ${other.map(({ path }) => path).join(', ')}. Was a tag moved? "boardpack verify" tells.`,
    );
  }
  const { write, remove, next } = planPublication(before, await filesOf(built), issued, audience);
  // Those of before have been looked at.
  await refuseLinks(
    folder,
    write.map((path) => posix.dirname(path)),
  );
  const intent = intentOf(before, next);
  const ledger = join(folder, publicationFile);
  await writeWhole(ledger, publicationText(intent));
  const restored = await missingOf(folder, issued, before);
  for (const path of [...restored, ...write]) await writeWhole(join(folder, path), await readFile(join(built, path)));
  for (const path of remove) await rm(join(folder, path), { force: true });
  await sweep(folder, [publicationFile, ...Object.keys(intent.issued), ...intent.ordinary]);
  await writeWhole(ledger, publicationText(next));
  const count = Object.keys(next.issued).length;
  const kept = Object.keys(before?.issued ?? {}).length;
  return { added: count - kept, kept, ordinary: next.ordinary.length, removed: remove.length };
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** What was issued before and has been taken away, and so comes back. */
async function missingOf(
  folder: string,
  issued: readonly IssuedFile[],
  before: Publication | undefined,
): Promise<string[]> {
  const missing: string[] = [];
  for (const { path } of issued) {
    if (before?.issued[path] === undefined) continue;
    if ((await readFile(join(folder, path)).catch(() => undefined)) === undefined) missing.push(path);
  }
  return missing;
}

/** Takes away what was left half-written beside some files, when publishing was interrupted. */
async function sweep(folder: string, paths: readonly string[]): Promise<void> {
  const known = new Set(paths);
  for (const parent of new Set(paths.map((path) => posix.dirname(path)))) {
    for (const name of await readdir(join(folder, parent)).catch((): string[] => [])) {
      const whole = nameOfUnfinished(name);
      if (whole !== undefined && known.has(posix.join(parent, whole))) await rm(join(folder, parent, name));
    }
  }
}
