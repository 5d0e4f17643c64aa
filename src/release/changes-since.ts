import type { Library } from '../library/library.ts';
import { highestMarking } from '../library/markings.ts';
import { firstPages, type PackTools, type SetPart } from '../pack/parts.ts';
import { type PackPlan, planPack } from '../pack/plan.ts';
import { setPacks } from '../pack/set-packs.ts';
import type { ChangesSince } from '../pack/since.ts';
import { mapVersions, type VersionMap } from '../pack/version-map.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { ownParts } from '../views/front-parts.ts';
import { changesPage } from './changes-page.ts';
import type { RecordChange } from './compare.ts';
import type { ReadContent } from './issue-content.ts';
import type { IssueAudience } from './make-release.ts';
import type { ReleaseManifest } from './manifest.ts';
import { markingOf } from './marking.ts';
import { changesOfPack } from './pack-changes.ts';
import { changesForReaders } from './readers.ts';
import { became, namedChanges } from './redline-view.ts';

/** A version of a pack, as one audience has it. */
export interface VersionContent {
  /** All that it was made of, whoever reads it. */
  readonly whole: ReadContent;
  readonly library: Library;
  readonly view: MeetingView;
  readonly tools: PackTools;
  /** `v1`. */
  readonly version: string;
}

/** A version that was issued, and what its tag says of it. */
export type IssuedVersion = VersionContent & { readonly manifest: ReleaseManifest };

/** What a version says of the one before. */
export interface SinceBefore {
  readonly pack: ChangesSince;
  /** All that has changed in the content, as these readers may know of it; of the papers of the meeting first. */
  readonly changes: readonly RecordChange[];
  /** The highest marking of those, and of the version before as it was issued. */
  readonly marking: string;
  /** Where the pages of the version before stand in this one, in the standard edition; once its page 2 has been made. */
  readonly map: () => VersionMap | undefined;
}

/**
 * What a version of a pack says of the one that was issued before it.
 *
 * @throws {TypesetError} naming every part of the version before that cannot be set, and why
 */
export async function changesSince(
  before: IssuedVersion,
  now: VersionContent,
  audience: IssueAudience,
): Promise<SinceBefore> {
  const plan = planPack(now.library, now.view, audience, now.version);
  const { changes: all, states } = await changesForReaders(before.whole, now.whole, audience);
  const issued = await setBefore(before, audience);
  let standard: VersionMap | undefined;
  const content: ChangesSince['content'] = async (parts, pagesBefore, edition) => {
    const was = (await issued(edition)).filter(({ id }) => !ownParts.includes(id));
    const map = await mapVersions(was, parts, firstPages(parts, pagesBefore), issuedPages(before, audience, edition));
    if (edition === 'standard') standard = map;
    return changesPage({ since: before.version, map, changes: changesOfPack(all, plan, map) });
  };
  const { own, others } = changesOfPack(all, plan, allChanged(plan));
  const changes = [...own, ...all.filter((change) => !own.includes(change))];
  const lowest = highestMarking(issuedMarkings(before, audience), now.library.organisation.marking);
  const pack: ChangesSince = {
    version: before.version,
    lines: linesOf(own),
    marking: markingOf([...own, ...others], states, lowest),
    content,
  };
  return { pack, changes, marking: markingOf(changes, states, lowest), map: () => standard };
}

/** Before anything is set every part may have changed. */
export function allChanged({ parts }: PackPlan): VersionMap {
  return {
    pages: { before: 0, after: 0 },
    parts: parts.map(({ id, reference, title }) => ({ id, reference, title, kind: 'changed', pages: [] })),
  };
}

/** The parts of a version that was issued in an edition; in large print only when they are asked for. */
async function setBefore(
  { library, view, tools, version }: VersionContent,
  audience: IssueAudience,
): Promise<(edition: 'standard' | 'large') => Promise<readonly SetPart[]>> {
  const which = { audience, versionOf: () => version };
  const standard = await setPacks(library, [view], tools, which);
  return async (edition) => {
    const packs = edition === 'standard' ? standard : await setPacks(library, [view], tools, which, standard);
    return packs[0]?.parts ?? [];
  };
}

function issuedMarkings({ manifest }: IssuedVersion, audience: IssueAudience): string[] {
  return manifest.packs.flatMap((pack) => (pack.audience === audience ? pack.marking : []));
}

/** The page each part began on when it was issued, page 2 of a version that was issued again among those before it. */
function issuedPages(
  { manifest }: IssuedVersion,
  audience: IssueAudience,
  edition: 'standard' | 'large',
): Map<string, number> {
  const pack = manifest.packs.find((one) => one.audience === audience && one.edition === edition);
  return new Map(pack?.parts.map(({ id, from }) => [id, from]));
}

/** For page 1, what has become of each paper of the meeting. */
export function linesOf(own: readonly RecordChange[]): string[] {
  const named = namedChanges(own).map(({ change, name }) => `${name}: ${became(change).toLowerCase()}`);
  return named.length > 0 ? named : ['Only registers and reports that the pack draws on.'];
}
