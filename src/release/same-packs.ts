import { frontContent } from '../pack/front-content.ts';
import { packLinker } from '../pack/pack-linker.ts';
import { pageOne } from '../pack/page-one.ts';
import { planPack } from '../pack/plan.ts';
import { frontParts } from '../views/front-parts.ts';
import type { ReadContent } from './issue-content.ts';
import type { IssuedPack, ReleaseManifest } from './manifest.ts';

/** A version of a pack, and the content it was made from. */
export interface ShownVersion {
  readonly manifest: ReleaseManifest;
  readonly content: ReadContent;
}

/** Parts that say which version they are of and where its pages stand: what else they say is compared by itself. */
const aboutItself: readonly string[] = [...frontParts, 'page-map'];

/**
 * Whether two versions of a pack show the same: the same papers in the same places, and before them the same of the meeting and
 * its agenda.
 */
export function samePacks(before: ShownVersion, now: ShownVersion): boolean {
  const [was, is] = [papersOf(before.manifest), papersOf(now.manifest)];
  // As of one day for both: that another day has come is no change.
  const { asOf } = before.manifest;
  return (
    JSON.stringify(was) === JSON.stringify(is) && saidBefore(before.content, asOf) === saidBefore(now.content, asOf)
  );
}

function papersOf({ packs }: ReleaseManifest): unknown {
  return packs
    .filter(({ extent }) => extent === 'pack')
    .map(({ audience, edition, marking, parts }) => [audience, edition, marking, shown(parts)]);
}

function shown(parts: IssuedPack['parts']): unknown {
  return parts
    .filter(({ id }) => !aboutItself.includes(id))
    .map(({ id, reference, title, sha256 }) => [id, reference, title, sha256]);
}

/** What page 1 and the agenda say, but for the version and the pages. */
function saidBefore({ library, view }: ReadContent, asOf: string): string {
  const plan = { ...planPack(library, view, 'members', 'draft'), asOf };
  const link = packLinker(plan.places);
  const chair = pageOne(library, plan, { pages: 0, words: 0, link, pageOf: () => undefined });
  const all = Number.POSITIVE_INFINITY;
  const front = frontContent(library, view, { link, parts: [], rows: [] });
  return `${chair({ rows: all, actions: all, characters: all })}${front}`;
}
