import type { IssuedPack, ReleaseManifest } from './manifest.ts';

/** Parts that say which version they are of, or follow from the others. */
const aboutItself: readonly string[] = ['chair', 'changes', 'front', 'page-map'];

/** Whether two releases show the same: the same papers in the same places. */
export function samePacks(one: ReleaseManifest, other: ReleaseManifest): boolean {
  return JSON.stringify(papersOf(one)) === JSON.stringify(papersOf(other));
}

function papersOf({ packs }: ReleaseManifest): unknown {
  return packs
    .filter(({ extent }) => extent === 'pack')
    .map(({ audience, edition, parts }) => [audience, edition, shown(parts)]);
}

function shown(parts: IssuedPack['parts']): unknown {
  return parts
    .filter(({ id }) => !aboutItself.includes(id))
    .map(({ id, reference, title, sha256 }) => [id, reference, title, sha256]);
}
