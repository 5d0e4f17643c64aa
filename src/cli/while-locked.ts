import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';

/**
 * Does some work on a folder, which is made where there is none, while no other run of this program does. A file in it says so as
 * long as that takes; one that is killed leaves it behind.
 *
 * @throws {EnvironmentError} when another run does such work, or the folder cannot be written to
 */
export async function whileLocked<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const lock = join(folder, '.boardpack.lock');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(lock, 'boardpack is publishing in this folder.\n', { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
    if (error.code === 'EEXIST' && error.path === lock) {
      throw new EnvironmentError(
        `"${folder}" is being published in already. If no other run does so, one was interrupted: delete "${lock}" and publish again.`,
      );
    }
    throw new EnvironmentError(`"${folder}" cannot be written to: ${error.message}.`);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
