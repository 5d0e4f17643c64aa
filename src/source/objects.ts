import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { git } from './git.ts';

/**
 * The bytes of objects of git's own store, in the order given, by one process.
 *
 * @param objects their full ids
 * @throws {EnvironmentError} when git does not have one of them, as in a partial clone
 */
export async function readObjects(folder: string, objects: readonly string[]): Promise<Uint8Array[]> {
  if (objects.length === 0) return [];
  const out = await git(folder, ['cat-file', '--batch'], objects.map((object) => `${object}\n`).join(''));
  let at = 0;
  return objects.map((object) => {
    const end = out.indexOf('\n', at);
    const [, , size] = out.subarray(at, end).toString('utf8').split(' ');
    const length = Number(size);
    if (!Number.isInteger(length)) throw new EnvironmentError(`Git does not have the object ${object}: fetch it.`);
    at = end + 1 + length + 1;
    return out.subarray(end + 1, end + 1 + length);
  });
}
