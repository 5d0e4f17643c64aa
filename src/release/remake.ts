import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { type ReadContent, readIssueContent } from './issue-content.ts';
import { type MadeRelease, makeRelease, type ReleaseToMake, type ReleaseTools } from './make-release.ts';
import { madeBefore, type Release, type ReleaseName, type Releases } from './releases.ts';

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
 * Reads what a release speaks of: the versions before it, and of a supplement those that were added before.
 *
 * @throws {EnvironmentError} when one of them has no tag, or cannot be read today
 */
export async function readBefore(
  folder: string,
  name: ReleaseName,
  releases: readonly Release[],
): Promise<Pick<ReleaseToMake, 'versions' | 'supplements'>> {
  const { versions, supplements } = madeBefore(name, releases);
  const missing = [
    ...missingFrom(
      versions.map(({ number }) => number),
      name.supplement === 0 ? name.number - 1 : name.number,
    ),
    ...missingFrom(
      supplements.map(({ supplement }) => supplement),
      Math.max(0, name.supplement - 1),
    ),
  ];
  if (missing.length > 0) {
    throw new EnvironmentError(`${name.name} speaks of an earlier version or supplement, which has no tag here.`);
  }
  const read = (all: readonly Release[]) => Promise.all(all.map((one) => readReleaseContent(folder, one)));
  return { versions: await read(versions), supplements: await read(supplements) };
}

/** Which of the numbers from 1 to the last are not there. */
function missingFrom(there: readonly number[], last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1).filter((number) => !there.includes(number));
}

/**
 * Reads the content of a release that was made, as the commit has it that its tag leads to.
 *
 * @throws {EnvironmentError} when it is not there, or cannot be read today
 */
export async function readReleaseContent(folder: string, { name, meeting, tag }: Release): Promise<ReadContent> {
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
