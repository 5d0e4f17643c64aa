import { addresses } from '../library/addresses.ts';

/** The address of an issued version, which is permanent. */
export function versionAddress(meeting: string, version: string): string {
  return `${addresses.meeting(meeting)}${version}/`;
}

/** Where a file stands that the pages of many versions use, under a name that says what is in it. */
export function sharedPath(digest: string, name: string): string {
  return `issued/${digest.slice(0, 16)}-${name}`;
}

/** Where a pack stands. */
export function packPath(file: string): string {
  return `packs/${file}`;
}

/**
 * Whether a release may have a file of this path: at an address of that very release, or shared. So what a tag says can put
 * nothing in the place of a page of the site, or of what another release has.
 *
 * @param release e.g. `pib/2017-09-20/v1`
 * @param digest SHA-256 of the file
 */
export function isPathOf(release: string, path: string, digest: string): boolean {
  const [board = '', date = '', version = ''] = release.split('/');
  const own = versionAddress(`${board}/${date}`, version).slice(1);
  if (path.startsWith(own) || path.startsWith(sharedPath(digest, ''))) return true;
  const pack = packPath(`${board}-${date}-${version}`);
  // What follows must end the version: `v10` is not of `v1`, and neither is its supplement `v1-s1`.
  return path.startsWith(pack) && /^(?!-s\d)[.-][^/]*$/.test(path.slice(pack.length));
}
