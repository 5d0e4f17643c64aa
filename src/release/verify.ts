import { isDeepStrictEqual } from 'node:util';
import { shortCommit } from '../source/history.ts';
import type { IssuedFile, IssuedPack, ReleaseManifest } from './manifest.ts';
import { type Release, type Releases, releasesOf } from './releases.ts';

/** What is wrong with the tag of a release, in sentences; its files are not looked at. */
export function tagFaults(release: Release, releases: Releases): string[] {
  const { tag, manifest } = release;
  const faults: string[] = [];
  if (tag.commit !== manifest.commit) {
    const leads = tag.commit === undefined ? 'no commit' : `commit ${shortCommit(tag.commit)}`;
    faults.push(
      `The tag leads to ${leads}, and its manifest was made of ${shortCommit(manifest.commit)}: it was moved.`,
    );
  }
  return [...faults, ...chainFaults(release, releases)];
}

/** Whether it says of the release before it what that says of itself. */
function chainFaults({ name, meeting, manifest: { previous } }: Release, all: Releases): string[] {
  const own = releasesOf(all, meeting);
  const at = own.findIndex((one) => one.name === name);
  const last = own[at - 1];
  if (previous === undefined) {
    return last === undefined ? [] : [`It says that nothing was issued before it, and there is ${last.name}.`];
  }
  const before = own.findIndex((one) => one.name === previous.release);
  const found = own[before];
  if (found === undefined) {
    return [`It was made after ${previous.release}, which has no tag here: fetch it, or it was deleted.`];
  }
  if (before >= at) return [`It says that it was made after ${previous.release}, which comes later.`];
  const faults: string[] = [];
  if (found.tag.object !== previous.tag) {
    faults.push(`The tag of ${found.name} is not the one that ${name} was made after: it was made again or moved.`);
  }
  if (last !== undefined && last !== found) {
    faults.push(
      `It was made after ${found.name}, and ${last.name} stands between them: it was not known, or put there.`,
    );
  }
  return faults;
}

/** Fields of a manifest that are compared piece by piece, or by `tagFaults`; whatever else it says must be made the same. */
const apart: readonly string[] = ['commit', 'previous', 'packs', 'files'];

/** What differs between what was issued and what its content makes, in sentences. */
export function differences(issued: ReleaseManifest, made: ReleaseManifest): string[] {
  const packs = compareLists(issued.packs, made.packs, ({ file }) => file, packDifferences);
  const hasOtherParts = made.packs.some((pack) => {
    const was = issued.packs.find(({ file }) => file === pack.file);
    return !isDeepStrictEqual(digestsOf(was), digestsOf(pack));
  });
  const files = compareLists(
    issued.files,
    made.files,
    ({ audience, path }) => `${path} (${audience})`,
    // Where a part is another, so are all files that show it: naming the part says more.
    (was, is, name) => (hasOtherParts ? [] : fileDifferences(was, is, name)),
  );
  return [...fieldDifferences('The manifest', issued, made, apart), ...packs, ...files];
}

function packDifferences(was: IssuedPack, is: IssuedPack, file: string): string[] {
  const name = (part: IssuedPack['parts'][number]): string => {
    const called = [part.reference, part.title].filter(Boolean).join(', ');
    return `${file}: part "${part.id}" (${called})`;
  };
  return [
    ...fieldDifferences(file, was, is, ['parts']),
    ...compareLists(
      was.parts,
      is.parts,
      ({ id }) => `${file}: part "${id}"`,
      (before, now) => fieldDifferences(name(before), before, now),
    ),
  ];
}

function fileDifferences(was: IssuedFile, is: IssuedFile, name: string): string[] {
  if (was.sha256 !== is.sha256) return [`${name} has other bytes, though all parts of the packs are the same.`];
  return fieldDifferences(name, was, is);
}

/** Compares two lists by what names their entries: what is not made any more, what was not issued, and what differs. */
function compareLists<Item>(
  issued: readonly Item[],
  made: readonly Item[],
  nameOf: (item: Item) => string,
  compare: (was: Item, is: Item, name: string) => string[],
): string[] {
  const [was, is] = [new Set(issued.map(nameOf)), new Map(made.map((item) => [nameOf(item), item]))];
  const differing = issued.flatMap((item) => {
    const name = nameOf(item);
    const again = is.get(name);
    return again === undefined ? [`${name} was issued, and is not made any more.`] : compare(item, again, name);
  });
  const more = [...is.keys()].filter((name) => !was.has(name)).map((name) => `${name} is made, and was not issued.`);
  return [...differing, ...more];
}

/** In one sentence which fields of two differ, or nothing. */
function fieldDifferences<Record extends object>(
  what: string,
  issued: Record,
  made: Record,
  but: readonly string[] = [],
): string[] {
  const [was, is] = [new Map(Object.entries(issued)), new Map(Object.entries(made))];
  const fields = [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !but.includes(field) && !isDeepStrictEqual(was.get(field), is.get(field)))
    .map((field) => `"${field}"${valuesInWords(was.get(field), is.get(field))}`);
  return fields.length === 0 ? [] : [`${what} differs in ${fields.join(', ')}.`];
}

/** Both values of a field, where they are words or numbers that a person compares at a glance. */
function valuesInWords(was: unknown, is: unknown): string {
  const isShort = [was, is].every((value) => !(typeof value === 'object' || /^[0-9a-f]{40,}$/.test(String(value))));
  const words = (value: unknown): string => (value === undefined ? 'not there' : JSON.stringify(value));
  return isShort ? ` (${words(was)} in the tag, ${words(is)} made again)` : '';
}

function digestsOf(pack: IssuedPack | undefined): unknown {
  return pack?.parts.map(({ id, sha256 }) => [id, sha256]);
}
