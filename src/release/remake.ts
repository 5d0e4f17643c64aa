import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { readIssueContent } from './issue-content.ts';
import { type MadeRelease, makeRelease, type ReleaseTools } from './make-release.ts';
import type { Release, Releases } from './releases.ts';

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
  const { name, meeting, tag, manifest } = release;
  if (tag.commit === undefined) throw new EnvironmentError(`The tag of ${name} leads to no commit.`);
  const content = await readIssueContent(folder, tag.commit, meeting);
  const { view } = content;
  if (view === undefined) {
    throw new EnvironmentError(`The content of ${name} has no meeting ${meeting} that this version can read.`);
  }
  const previous = releases.find((one) => one.name === manifest.previous?.release);
  if (manifest.previous !== undefined && previous === undefined) {
    throw new EnvironmentError(`${name} was made after ${manifest.previous.release}, which has no tag here.`);
  }
  return await makeRelease(
    { name: release, content: { ...content, view }, previous },
    { ...tools, prefix: manifest.content },
  );
}

/** Why a release cannot be made again to the byte by this program, or undefined where it can. */
export function madeOtherwise({ manifest }: Release, generator: string, browser: string): string | undefined {
  if (manifest.generator !== generator) return `it was made by ${manifest.generator}, and this is ${generator}`;
  if (manifest.browser !== browser) return `its pages were set by ${manifest.browser}, and here it is ${browser}`;
  return undefined;
}
