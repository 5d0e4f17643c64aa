import type { Library } from '../library/library.ts';
import { planPack } from '../pack/plan.ts';
import { type PageRange, pairParts, type VersionMap, type VersionPart } from '../pack/version-map.ts';
import { meetingView } from '../registers/meetings.ts';
import { forPublic } from '../registers/public.ts';
import { ownParts } from '../views/front-parts.ts';
import type { ChangesPage } from './changes-page.ts';
import { allChanged, linesOf } from './changes-since.ts';
import type { IssuedPart } from './issued-parts.ts';
import type { EarlierVersion, IssueAudience } from './make-release.ts';
import type { IssuedPack, ReleaseManifest } from './manifest.ts';
import { changesOfPack } from './pack-changes.ts';
import type { PageMove } from './page-moves.ts';
import { changesForReaders } from './readers.ts';

/** What a version that was issued says of the one before it. */
export interface IssuedChanges extends Pick<ChangesPage, 'since' | 'map' | 'changes'> {
  /** `board/date`. */
  readonly meeting: string;
  /** The version that says it, such as `v2`. */
  readonly version: string;
  /** The same in a few words, for page 1. */
  readonly lines: readonly string[];
}

/**
 * What pages 1 and 2 of a version that was issued say of the version before it, from what the tags of both say and from their
 * content, without setting a page.
 *
 * @returns nothing where the two have no pack for this audience
 */
export async function issuedChanges(
  before: EarlierVersion,
  now: EarlierVersion,
  audience: IssueAudience,
): Promise<IssuedChanges | undefined> {
  const [was, is] = [before, now].map(({ manifest }) => standardPack(manifest, audience));
  if (was === undefined || is === undefined) return undefined;
  const library: Library = audience === 'public' ? forPublic(now.content.library) : now.content.library;
  const view = meetingView(library, now.content.view.id);
  if (view === undefined) return undefined;
  const plan = planPack(library, view, audience, now.version);
  const { changes } = await changesForReaders(before.content, now.content, audience);
  // Of the pack for the public it is not kept where each page went.
  const map = await mapIssued(was, is, audience === 'members' ? now.manifest.pageMap : undefined);
  return {
    meeting: view.id,
    version: now.version,
    since: before.version,
    map,
    changes: changesOfPack(changes, plan, map),
    lines: linesOf(changesOfPack(changes, plan, allChanged(plan)).own),
  };
}

function standardPack({ packs }: ReleaseManifest, audience: IssueAudience): IssuedPack | undefined {
  return packs.find((pack) => pack.audience === audience && pack.edition === 'standard' && pack.extent === 'pack');
}

/**
 * Where each page of a version that was issued stands in the next, as `mapVersions` found it when that was made.
 *
 * @param moves what the tag of the next says of it; of the pack for the public it says nothing
 */
export async function mapIssued(
  was: IssuedPack,
  is: IssuedPack,
  moves: readonly PageMove[] | undefined,
): Promise<VersionMap> {
  const isPaper = ({ id }: IssuedPart): boolean => !ownParts.includes(id);
  const [before, after] = [was.parts.filter(isPaper), is.parts.filter(isPaper)];
  const to = new Map(moves?.map((move) => [move.page, move.to]));
  const goesOn = (part: IssuedPart): boolean =>
    moves === undefined || pagesOf(part).some((page) => (to.get(page) ?? []).length > 0);
  const earlier = await pairParts(before, after, goesOn);
  const parts = after.map((part): VersionPart => {
    const own = earlier.get(part);
    const named = { ...nameOf(part), after: rangeOf(part) };
    if (own === undefined) return { ...named, kind: 'added', pages: [] };
    const kind = own.sha256 === part.sha256 ? 'unchanged' : 'changed';
    const pages = pagesOf(own).flatMap((page) => {
      const at = to.get(page) ?? [];
      return at.length === 0 ? [] : { page, from: Math.min(...at), to: Math.max(...at) };
    });
    return { ...named, kind, before: rangeOf(own), pages };
  });
  const kept = new Set(earlier.values());
  const gone = before
    .filter((part) => !kept.has(part))
    .map((part): VersionPart => ({ ...nameOf(part), kind: 'removed', before: rangeOf(part), pages: [] }));
  return { pages: { before: was.pages, after: is.pages }, parts: [...parts, ...gone] };
}

function nameOf({ id, reference, title }: IssuedPart): Pick<VersionPart, 'id' | 'reference' | 'title'> {
  return { id, reference, title };
}

function rangeOf({ from, to }: IssuedPart): PageRange {
  return { from, to };
}

function pagesOf({ from, to }: IssuedPart): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
