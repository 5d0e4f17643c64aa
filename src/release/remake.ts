import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { type ReadContent, readIssueContent } from './issue-content.ts';
import {
  type EarlierVersion,
  type MadeRelease,
  makeRelease,
  type ReleaseToMake,
  type ReleaseTools,
} from './make-release.ts';
import { type Release, type ReleaseName, type Releases, spokenOf } from './releases.ts';

/**
 * Makes a release again from the commit its tag leads to.
 *
 * @param folder path of the content folder
 * @throws {EnvironmentError} when its content is not there, or cannot be read today, in a sentence
 */
export async function remakeRelease(
  folder: string,
  release: Release,
  { releases }: Releases,
  tools: Omit<ReleaseTools, 'prefix'>,
): Promise<MadeRelease> {
  const { name, manifest } = release;
  const content = await readReleaseContent(folder, release);
  const previous = releases.find((one) => one.name === manifest.previous?.release);
  if (manifest.previous !== undefined && previous === undefined) {
    throw new EnvironmentError(`${name} was made after ${manifest.previous.release}, which has no tag here.`);
  }
  const before = await readBefore(folder, release, releases);
  return await makeRelease({ name: release, content, previous, ...before }, { ...tools, prefix: manifest.content });
}

/**
 * Reads what a release speaks of: see `spokenOf`.
 *
 * @throws {EnvironmentError} when one of them has no tag, or cannot be read today
 */
export async function readBefore(
  folder: string,
  name: ReleaseName,
  releases: readonly Release[],
): Promise<Pick<ReleaseToMake, 'versions' | 'supplements'>> {
  const { versions, supplements } = spokenOf(name);
  const find = (wanted: string): Release => {
    const found = releases.find((release) => release.name === wanted);
    if (found !== undefined) return found;
    throw new EnvironmentError(`${name.name} speaks of ${wanted}, which has no tag here.`);
  };
  const read = async (release: Release): Promise<EarlierVersion> => {
    const { manifest, version } = release;
    return { content: await readReleaseContent(folder, release), manifest, version };
  };
  const added = await Promise.all(supplements.map(find).map(read));
  return {
    versions: await Promise.all(versions.map(find).map(read)),
    supplements: added.map(({ content }) => content),
  };
}

/**
 * Reads a version that was issued again, and the one before it.
 *
 * @throws {EnvironmentError} when one of them has no tag, or cannot be read today
 */
export async function readReissue(
  folder: string,
  release: Release,
  { releases }: Releases,
): Promise<{ before: EarlierVersion; now: EarlierVersion }> {
  const { manifest, version } = release;
  const [before] = (await readBefore(folder, release, releases)).versions;
  if (before === undefined) throw new EnvironmentError(`${release.name} was the first of its meeting.`);
  return { before, now: { content: await readReleaseContent(folder, release), manifest, version } };
}

/**
 * Reads the content of a release that was made, as the commit has it that its tag leads to.
 *
 * @throws {EnvironmentError} when it is not there, or cannot be read today
 */
async function readReleaseContent(folder: string, { name, meeting, tag }: Release): Promise<ReadContent> {
  if (tag.commit === undefined) throw new EnvironmentError(`The tag of ${name} leads to no commit.`);
  const content = await readIssueContent(folder, tag.commit, meeting);
  const { view } = content;
  if (view === undefined) {
    throw new EnvironmentError(`The content of ${name} has no meeting ${meeting} that this version can read.`);
  }
  return { ...content, view };
}

/** Why a release cannot be made again to the byte by this program, or undefined where it can. */
export function madeOtherwise({ manifest }: Release, generator: string, browser: string): string | undefined {
  if (manifest.generator !== generator) return `it was made by ${manifest.generator}, and this is ${generator}`;
  if (manifest.browser !== browser) return `its pages were set by ${manifest.browser}, and here it is ${browser}`;
  return undefined;
}
