import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import type { Library } from '../library/library.ts';
import { browserVersion } from '../pack/browser/find.ts';
import { TypesetError } from '../pack/typeset/typeset-error.ts';
import { meetingView } from '../registers/meetings.ts';
import { versionAddress } from '../release/issued-paths.ts';
import type { IssueAudience } from '../release/make-release.ts';
import type { IssuedFile } from '../release/manifest.ts';
import { manifestPage } from '../release/manifest-page.ts';
import { ownVersion, type Release, type Releases } from '../release/releases.ts';
import { madeOtherwise, remakeRelease } from '../release/remake.ts';
import { differences, tagFaults } from '../release/verify.ts';
import { readVersionStyle, type SiteFile } from '../release/version-style.ts';
import { keepFiles, readKept } from './issued-files.ts';
import type { ToolsFor } from './pack-files.ts';
import { generator } from './version.ts';

/** A release whose files are not to be had, and why, in a clause. */
export interface MissingRelease {
  readonly release: Release;
  readonly reason: string;
}

/** Where files of releases are found and where they go. */
export interface IssuedPlaces {
  /** Another place that files may have been kept, besides our own. */
  readonly elsewhere?: ((file: IssuedFile) => Promise<Uint8Array | null>) | undefined;
  /** Takes a file to the site; a file that several releases share comes once. */
  readonly write: (file: IssuedFile, bytes: Uint8Array) => Promise<void>;
}

/**
 * Takes the files of all releases to the site of one audience as they were issued: those that were kept, and what was not
 * kept made again from its tag, if this is the program that made it. Nothing that was kept is made again, and nothing taken of a
 * release whose tag has been moved, or stands after one that is another or gone.
 *
 * @param folder path of the content folder
 * @returns the releases whose files are not to be had
 */
export async function takeIssued(
  folder: string,
  all: Releases,
  audience: IssueAudience,
  toolsFor: ToolsFor,
  { elsewhere = async () => null, write }: IssuedPlaces,
): Promise<MissingRelease[]> {
  const missing: MissingRelease[] = [];
  const taken = new Set<string>();
  for (const release of all.releases) {
    if (tagFaults(release, all).length > 0) {
      missing.push({ release, reason: notBelieved });
      continue;
    }
    const read = async () => await readFiles(release, audience, elsewhere);
    let files = await read();
    if (files === undefined) {
      const reason = await makeAgain(folder, release, all, toolsFor);
      files = reason === undefined ? await read() : undefined;
      if (reason !== undefined) missing.push({ release, reason });
    }
    for (const { file, bytes } of files ?? []) {
      if (taken.has(file.path)) continue;
      taken.add(file.path);
      await write(file, bytes);
    }
  }
  return missing;
}

const notBelieved = 'what its tag says does not hold (see "boardpack verify")';

async function readFiles(
  { manifest }: Release,
  audience: IssueAudience,
  elsewhere: (file: IssuedFile) => Promise<Uint8Array | null>,
): Promise<{ file: IssuedFile; bytes: Uint8Array }[] | undefined> {
  const files: { file: IssuedFile; bytes: Uint8Array }[] = [];
  for (const file of manifest.files) {
    if (file.audience !== audience) continue;
    const bytes = (await readKept(file.sha256)) ?? (await elsewhere(file));
    if (bytes === null) return undefined;
    files.push({ file, bytes });
  }
  return files;
}

/** Makes a release again and keeps its files; what hinders it in a clause, or nothing. */
async function makeAgain(
  folder: string,
  release: Release,
  all: Releases,
  toolsFor: ToolsFor,
): Promise<string | undefined> {
  const browser = await browserVersion();
  const other = madeOtherwise(release, generator, browser);
  if (other !== undefined) return other;
  try {
    const made = await remakeRelease(folder, release, all, { toolsFor, browser });
    const [difference] = differences(release.manifest, made.manifest);
    if (difference !== undefined) return `what its tag makes is not what was issued (see "boardpack verify")`;
    await keepFiles(made);
    return undefined;
  } catch (error) {
    if (error instanceof EnvironmentError || error instanceof TypesetError) return error.message.replace(/\.$/, '');
    throw error;
  }
}

/** Pages that stand in for versions whose files are not to be had; none for a meeting that is not in the content. */
export async function standInPages(
  library: Library,
  missing: readonly MissingRelease[],
  audience: IssueAudience,
): Promise<SiteFile[]> {
  if (missing.length === 0) return [];
  const style = await readVersionStyle(library.organisation);
  const pages = missing.flatMap(({ release, reason }): SiteFile[] => {
    const view = meetingView(library, release.meeting);
    if (view === undefined) return [];
    const version = ownVersion(release);
    const [pack] = release.manifest.packs.filter((one) => one.audience === audience);
    const frame = { library, view, version, marking: pack?.marking ?? library.organisation.marking, style: style.href };
    const text = manifestPage(frame, release.manifest, reason, audience);
    const path = `${versionAddress(release.meeting, version).slice(1)}index.html`;
    return [{ path, bytes: new TextEncoder().encode(text) }];
  });
  return [...style.files, ...pages];
}

/** Writes files below a folder. */
export async function writeSiteFiles(folder: string, files: readonly SiteFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
