import { hasErrors } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { browserVersion } from '../pack/browser/find.ts';
import { counted } from '../registers/counted.ts';
import { inWords } from '../registers/dates.ts';
import { readIssueContent } from '../release/issue-content.ts';
import { makeRelease } from '../release/make-release.ts';
import { type ReleaseManifest, tagMessage } from '../release/manifest.ts';
import {
  faultyOf,
  type NoRelease,
  nextName,
  nextSupplement,
  ownVersion,
  readReleases,
  releasesOf,
  tagOf,
} from '../release/releases.ts';
import { readBefore } from '../release/remake.ts';
import { samePacks } from '../release/same-packs.ts';
import { versionWords } from '../release/version-page.ts';
import { shortCommit } from '../source/history.ts';
import { folderPrefix } from '../source/repository.ts';
import { makeTag } from '../source/tags.ts';
import { changedSinceCommit } from '../source/uncommitted.ts';
import type { Effects } from './effects.ts';
import { keepFiles } from './issued-files.ts';
import { issuableMeeting } from './meeting-named.ts';
import { type CommonOptions, faultFormat, requireFolder } from './options.ts';
import { withPackTools } from './pack-files.ts';
import { createProgress } from './progress.ts';

/** Options of `boardpack release`. */
export interface ReleaseOptions extends CommonOptions {
  readonly sign?: boolean;
  readonly supplement?: boolean;
}

/**
 * `boardpack release MEETING`: issues the pack of a meeting as the last commit has it. Everything is made first; the tag,
 * which makes it a release, is made last, so that one that is interrupted leaves none.
 */
export async function releaseCommand(meeting: string, options: ReleaseOptions, effects: Effects): Promise<number> {
  const { content: folder } = options;
  if (options.today !== undefined) {
    throw new EnvironmentError(
      'A release speaks of the day its content declares, or of its commit’s: leave out --today.',
    );
  }
  await requireFolder(folder);
  const prefix = await folderPrefix(folder);
  const waiting = [...(await changedSinceCommit(folder)).keys()];
  if (waiting.length > 0) throw new EnvironmentError(notCommitted(folder, waiting));
  const progress = createProgress(effects, options.quiet);
  progress.step('Reading and checking the content');
  const content = await readIssueContent(folder, 'HEAD', meeting);
  if (hasErrors(content.diagnostics)) {
    progress.end();
    effects.out(formats[faultFormat(options)](content.diagnostics, folder));
    return 1;
  }
  const view = issuableMeeting(content.library, meeting);
  const all = await readReleases(folder);
  const faulty = faultyOf(all, meeting);
  // Its name may be the next one, or one that the next would speak of: known before anything is typeset.
  if (faulty.length > 0) throw new EnvironmentError(notReleases(faulty));
  const earlier = releasesOf(all, meeting);
  const name = options.supplement === true ? nextSupplement(meeting, earlier) : nextName(meeting, earlier);
  if (name === undefined) {
    throw new EnvironmentError(
      `No pack of ${meeting} has been issued that a supplement could add to. Release it first.`,
    );
  }
  progress.step(`Typesetting ${versionWords(ownVersion(name)).toLowerCase()}`);
  const before = await readBefore(folder, name, earlier);
  const read = { ...content, view };
  const made = await withPackTools(progress, async (toolsFor) =>
    makeRelease(
      { name, content: read, previous: earlier.at(-1), ...before },
      { toolsFor, browser: await browserVersion(), prefix },
    ),
  );
  const last = name.supplement === 0 ? before.versions.at(-1) : undefined;
  if (last !== undefined && samePacks(last, { manifest: made.manifest, content: read })) {
    throw new EnvironmentError(
      `Nothing in the pack has changed since ${last.manifest.release}, so there is nothing to issue.`,
    );
  }
  await keepFiles(made);
  const title = `Pack of ${view.board.data.name}, ${inWords(view.date)}: ${versionWords(ownVersion(name)).toLowerCase()}`;
  await makeTag(folder, {
    name: tagOf(name.name),
    commit: content.commit,
    message: tagMessage(title, made.manifest),
    isSigned: options.sign === true,
  });
  progress.end();
  effects.out(options.json ? `${JSON.stringify(made.manifest, null, 2)}\n` : summary(made.manifest));
  return 0;
}

function summary({ release, commit, packs }: ReleaseManifest): string {
  const lines = packs.map(({ file, pages }) => `    ${file} ${counted(pages, 'page')}\n`);
  return `${tagOf(release)} of commit ${shortCommit(commit)}\n${lines.join('')}`;
}

/** Files that are named when a release is refused for them. */
const mostNamed = 5;

function notCommitted(folder: string, files: readonly string[]): string {
  const named = files.slice(0, mostNamed).map((file) => `${folder}/${file}`);
  const more = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : '';
  return `What is issued must be committed first, and this is not: ${named.join(', ')}${more}.`;
}

function notReleases(faulty: readonly NoRelease[]): string {
  const named = faulty.map(({ tag, reason }) => `"${tag.name}" is no release: ${reason}.`);
  return `${named.join(' ')} Fetch it from where it was made, or delete it with "git tag --delete", and release again.`;
}
