import { shortCommit } from '../source/history.ts';
import type { IssuedPack, ReleaseManifest } from './manifest.ts';
import type { Release, Releases } from './releases.ts';

/** What is wrong with the tag of a release, in sentences; its files are not looked at. */
export function tagFaults({ name, tag, manifest }: Release, { releases }: Releases): string[] {
  const faults: string[] = [];
  if (tag.commit !== manifest.commit) {
    const leads = tag.commit === undefined ? 'no commit' : `commit ${shortCommit(tag.commit)}`;
    faults.push(
      `The tag leads to ${leads}, and its manifest was made of ${shortCommit(manifest.commit)}: it was moved.`,
    );
  }
  const { previous } = manifest;
  if (previous === undefined) return faults;
  const before = releases.find((one) => one.name === previous.release);
  if (before === undefined) {
    faults.push(`It was made after ${previous.release}, which has no tag here: fetch it, or it was deleted.`);
  } else if (before.tag.object !== previous.tag) {
    faults.push(`The tag of ${before.name} is not the one that ${name} was made after: it was made again or moved.`);
  }
  return faults;
}

/** What differs between what was issued and what its content makes, in sentences: the parts by name, or else the files. */
export function differences(issued: ReleaseManifest, made: ReleaseManifest): string[] {
  const parts = issued.packs.flatMap((pack) => {
    const again = made.packs.find(({ file }) => file === pack.file);
    return again === undefined ? [`${pack.file} is not made any more.`] : partDifferences(pack, again);
  });
  const more = made.packs
    .filter(({ file }) => !issued.packs.some((pack) => pack.file === file))
    .map(({ file }) => `${file} is made, and was not issued.`);
  const named = [...parts, ...more];
  if (named.length > 0) return named;
  const digests = new Map(made.files.map(({ audience, path, sha256 }) => [`${audience} ${path}`, sha256]));
  return issued.files
    .filter(({ audience, path, sha256 }) => digests.get(`${audience} ${path}`) !== sha256)
    .map(({ path }) => `${path} has other bytes, though all of its parts are the same.`);
}

function partDifferences(issued: IssuedPack, made: IssuedPack): string[] {
  const now = new Map(made.parts.map((part) => [part.id, part]));
  const gone = issued.parts.flatMap((part) => {
    const again = now.get(part.id);
    const name = [part.reference, part.title].filter(Boolean).join(', ');
    if (again === undefined) return [`${issued.file}: part "${part.id}" (${name}) is not made any more.`];
    if (again.sha256 === part.sha256) return [];
    return [`${issued.file}: part "${part.id}" (${name}) differs.`];
  });
  const known = new Set(issued.parts.map(({ id }) => id));
  const come = made.parts
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => `${issued.file}: part "${id}" was not issued.`);
  return [...gone, ...come];
}
