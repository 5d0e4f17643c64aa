import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { sha256 } from '../pack/manifest.ts';
import type { IssuedFile } from '../release/manifest.ts';
import {
  type Publication,
  planPublication,
  publicationFile,
  publicationText,
  readPublication,
} from '../release/publication.ts';

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
 * @throws {EnvironmentError} when it holds what was not published by this program, or what was issued has been altered
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
  const altered: string[] = [];
  for (const [path, digest] of Object.entries(before.issued)) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (bytes !== undefined && sha256(bytes) !== digest) altered.push(path);
  }
  if (altered.length > 0) {
    throw new EnvironmentError(
      `What was issued has been altered in "${folder}", and nothing was published: ${altered.join(', ')}. Put back what was there, or take it away to have it restored.`,
    );
  }
  return before;
}

/**
 * Brings a new build into a folder that is published in. Files are written beside and renamed, one by one: what was issued
 * first, and what says so last, so that one that is interrupted is put right by the next.
 *
 * @throws {EnvironmentError} when a release has other files than those it was published with; nothing is written then
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
  await mkdir(folder, { recursive: true });
  const missing = issued.filter(({ path }) => before?.issued[path] !== undefined).map(({ path }) => path);
  for (const path of missing) await restore(join(folder, path), join(built, path));
  for (const path of write) await replaceFile(join(folder, path), join(built, path));
  await replaceText(join(folder, publicationFile), publicationText(next));
  for (const path of remove) await rm(join(folder, path), { force: true });
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

/** What was issued and has been taken away comes back. */
async function restore(to: string, from: string): Promise<void> {
  if ((await readFile(to).catch(() => undefined)) === undefined) await replaceFile(to, from);
}

async function replaceFile(to: string, from: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, `${to}.part`);
  await rename(`${to}.part`, to);
}

async function replaceText(to: string, text: string): Promise<void> {
  await writeFile(`${to}.part`, text);
  await rename(`${to}.part`, to);
}
