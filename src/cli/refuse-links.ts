import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';

/**
 * Refuses a folder where one of some paths in it is a symbolic link, or leads through one, since what is written there would come
 * to stand somewhere else. The folder itself may be a link: it is what was named.
 *
 * @param paths with forward slashes; whether they exist or not
 * @throws {EnvironmentError} naming every link
 */
export async function refuseLinks(folder: string, paths: Iterable<string>): Promise<void> {
  const places = new Set<string>();
  for (const path of paths) {
    for (let place = path; place !== '.' && !places.has(place); place = posix.dirname(place)) places.add(place);
  }
  const links: string[] = [];
  for (const place of places) {
    const found = await lstat(join(folder, place)).catch(() => undefined);
    if (found?.isSymbolicLink()) links.push(place);
  }
  if (links.length === 0) return;
  throw new EnvironmentError(
    `"${folder}" has symbolic links where its own files belong, and nothing was published: ${links.toSorted().join(', ')}. Put there what they lead to.`,
  );
}
