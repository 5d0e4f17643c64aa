import type { Library } from '../library/library.ts';
import type { ChangesSince } from '../pack/changes-since.ts';
import { firstPages, type PackTools, type SetPart } from '../pack/parts.ts';
import { type PackPlan, planPack } from '../pack/plan.ts';
import { setPacks } from '../pack/set-packs.ts';
import { mapVersions, type VersionMap } from '../pack/version-map.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { changesPage } from './changes-page.ts';
import type { ReadContent } from './issue-content.ts';
import type { IssueAudience } from './make-release.ts';
import { changesOfPack, type PackChanges } from './pack-changes.ts';
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

/** What a version says of the one before. */
export interface SinceBefore {
  readonly pack: ChangesSince;
  /** What has changed, for the redline: `map` says which parts of the pack show it. */
  readonly changesIn: (map: VersionMap) => PackChanges;
  /** Where the pages of the version before stand in this one, in the standard edition; once its page 2 has been made. */
  readonly map: () => VersionMap | undefined;
}

/** Parts that both versions have of their own, so that none is the later form of the other. */
const ownParts: readonly string[] = ['chair', 'changes'];

/**
 * What the last of some versions of a pack says of the one before it; undefined of the first. The version before is set as it
 * was issued, with what it said of the one before it in turn.
 *
 * @param versions all that were issued, in order, the one to be made last
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function changesSince(
  versions: readonly VersionContent[],
  audience: IssueAudience,
): Promise<SinceBefore | undefined> {
  const [before, now] = versions.slice(-2);
  if (before === undefined || now === undefined) return undefined;
  const plan = planPack(now.library, now.view, audience, now.version);
  const all = await changesForReaders(before.whole, now.whole, audience);
  const changesIn = (map: VersionMap): PackChanges => changesOfPack(all, plan, map);
  const issued = await setIssued(versions.slice(0, -1), audience);
  let standard: VersionMap | undefined;
  const content: ChangesSince['content'] = async (parts, pagesBefore, edition) => {
    const found = await mapVersions(await issued(edition), parts, firstPages(parts, pagesBefore));
    const map = { ...found, parts: found.parts.filter(({ id }) => !ownParts.includes(id)) };
    if (edition === 'standard') standard = map;
    return changesPage({ since: before.version, map, changes: changesIn(map) });
  };
  const lines = linesOf(all, plan);
  return { pack: { version: before.version, lines, content }, changesIn, map: () => standard };
}

/** The parts of the last of some versions in an edition, set as they were issued; large print only when it is asked for. */
async function setIssued(
  versions: readonly VersionContent[],
  audience: IssueAudience,
): Promise<(edition: 'standard' | 'large') => Promise<readonly SetPart[]>> {
  const last = versions.at(-1);
  if (last === undefined) return async () => [];
  const { library, view, tools, version } = last;
  const changes = (await changesSince(versions, audience))?.pack;
  const which = { audience, versionOf: () => version, changes };
  const standard = await setPacks(library, [view], tools, which);
  return async (edition) => {
    const packs = edition === 'standard' ? standard : await setPacks(library, [view], tools, which, standard);
    return packs[0]?.parts ?? [];
  };
}

/** For page 1, what has become of each paper of the meeting. */
function linesOf(changes: Parameters<typeof changesOfPack>[0], plan: PackPlan): string[] {
  const { own } = changesOfPack(changes, plan, { pages: { before: 0, after: 0 }, parts: [] });
  const named = namedChanges(own).map(({ change, name }) => `${name}: ${became(change).toLowerCase()}`);
  return named.length > 0 ? named : ['Only registers and reports that the pack draws on.'];
}
