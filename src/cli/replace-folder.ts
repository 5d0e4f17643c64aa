import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';

/** Tells a folder this program wrote from one it must not touch. */
const mark = '.boardpack';
const sentence = 'This folder is built by boardpack and replaced as a whole.\n';

/**
 * Replaces a folder with what `fill` writes, as a whole or not at all: the new one is written beside the old one, and
 * the two are swapped once it is complete.
 *
 * @throws {EnvironmentError} when the folder holds something that did not come from here
 */
export async function replaceFolder(folder: string, fill: (staging: string) => Promise<void>): Promise<void> {
  const target = resolve(folder);
  const there = await readdir(target).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new EnvironmentError(`"${folder}" cannot be replaced: ${error.message}.`);
  });
  // The words are read too, because the folder a build is run in holds a folder `.boardpack` for what is kept.
  const isOurs = (await readFile(join(target, mark), 'utf8').catch(() => '')) === sentence;
  if (there.length > 0 && !isOurs) {
    throw new EnvironmentError(
      `"${folder}" holds files that were not built by boardpack, so it is left alone. Name another folder with --out.`,
    );
  }
  await mkdir(dirname(target), { recursive: true });
  const staging = await mkdtemp(join(dirname(target), `.${basename(target)}-building-`));
  const built = join(staging, 'new');
  const old = join(staging, 'old');
  try {
    await mkdir(built);
    await fill(built);
    await writeFile(join(built, mark), sentence);
    if (there.length > 0) await rename(target, old);
    try {
      // A folder that is there but empty is replaced by the rename itself.
      await rename(built, target);
    } catch (error) {
      // If even this fails, the old folder stays beside, and the error names both places.
      if (there.length > 0) await rename(old, target);
      throw error;
    }
  } finally {
    const isSafe = there.length === 0 || (await readdir(target).catch(() => [])).length > 0;
    if (isSafe) await rm(staging, { recursive: true, force: true });
  }
}
