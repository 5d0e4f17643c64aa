import { folderCache } from '../pack/typeset/cache.ts';
import type { MadeRelease } from '../release/make-release.ts';
import { sha256 } from '../source/sha256.ts';

/** Where the files of releases are kept as they were built, each under its SHA-256, under the folder the command is run in. */
const folder = '.boardpack/issued';

const kept = folderCache(folder);

/** Keeps the files of a release. */
export async function keepFiles({ manifest, files }: MadeRelease): Promise<void> {
  for (const [index, bytes] of files.entries()) await kept.write(manifest.files[index]?.sha256 ?? sha256(bytes), bytes);
}

/** A file that was kept, or null where it was not, or is no longer what it was. */
export async function readKept(digest: string): Promise<Uint8Array | null> {
  const bytes = await kept.read(digest);
  return bytes !== null && sha256(bytes) === digest ? bytes : null;
}
