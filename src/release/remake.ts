import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { readIssueContent } from './issue-content.ts';
import { type MadeRelease, makeRelease, type ReadContent, type ReleaseTools } from './make-release.ts';
import { addedTo, type Release, type Releases } from './releases.ts';

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
  const addsTo = await Promise.all(addedTo(release, releases).map((one) => readReleaseContent(folder, one)));
  if (addsTo.length !== release.supplement) {
    throw new EnvironmentError(`${name} adds to a pack or supplement that has no tag here.`);
  }
  return await makeRelease({ name: release, content, previous, addsTo }, { ...tools, prefix: manifest.content });
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
