import { byCodeUnit } from '../diagnostics/order.ts';
import { readTags, type Tag } from '../source/tags.ts';
import { type ReleaseManifest, readManifest } from './manifest.ts';

/** What a release is called: `pib/2017-09-20/v1`, or `pib/2017-09-20/v1-s2` of the second supplement to it. */
export interface ReleaseName {
  readonly name: string;
  /** `board/date`. */
  readonly meeting: string;
  /** `v1`, of a supplement that of the pack it adds to. */
  readonly version: string;
  readonly number: number;
  /** 0 for a pack. */
  readonly supplement: number;
}

/** A release that was made. */
export interface Release extends ReleaseName {
  readonly tag: Tag;
  readonly manifest: ReleaseManifest;
}

/** A tag where a release should be, and why it is none. */
export interface NoRelease {
  readonly tag: Tag;
  readonly reason: string;
}

/** All releases of a repository. */
export interface Releases {
  /** By meeting, then in the order they were made. */
  readonly releases: readonly Release[];
  readonly faulty: readonly NoRelease[];
}

/** What the names of the tags of releases begin with. */
const prefix = 'pack/';

/** The name of the tag of a release. */
export function tagOf(release: string): string {
  return `${prefix}${release}`;
}

/** Takes the name of a release apart; undefined where it is none. */
export function parseName(name: string): ReleaseName | undefined {
  const found = /^([a-z0-9-]+\/\d{4}-\d{2}-\d{2})\/(v([1-9]\d{0,5}))(?:-s([1-9]\d{0,5}))?$/.exec(name);
  const [, meeting, version, number, supplement = '0'] = found ?? [];
  if (meeting === undefined || version === undefined) return undefined;
  return { name, meeting, version, number: Number(number), supplement: Number(supplement) };
}

/**
 * Reads the releases of a repository from its tags; none where there is no repository.
 *
 * @param folder path of the content folder
 * @param reachedFrom only those made at this commit or before it, by its full hash
 */
export async function readReleases(folder: string, reachedFrom?: string): Promise<Releases> {
  const releases: Release[] = [];
  const faulty: NoRelease[] = [];
  for (const tag of await readTags(folder, prefix, reachedFrom)) {
    const name = parseName(tag.name.slice(prefix.length));
    const manifest = tag.message === undefined ? undefined : readManifest(tag.message.body);
    if (name === undefined || manifest === undefined) faulty.push({ tag, reason: reasonOf(tag, name) });
    else if (manifest.release !== name.name) faulty.push({ tag, reason: `its manifest is of ${manifest.release}` });
    else releases.push({ ...name, tag, manifest });
  }
  return { releases: releases.toSorted(inOrder), faulty };
}

function reasonOf(tag: Tag, name: ReleaseName | undefined): string {
  if (name === undefined) return 'its name is not board/date/v1';
  if (tag.message === undefined) return 'it is not annotated, so it has no manifest';
  return 'its message is no manifest that this version can read';
}

function inOrder(a: ReleaseName, b: ReleaseName): number {
  return byCodeUnit(a.meeting, b.meeting) || a.number - b.number || a.supplement - b.supplement;
}

/** The name of the next version of a meeting’s pack. */
export function nextName(meeting: string, earlier: readonly ReleaseName[]): ReleaseName {
  const number = lastNumber(earlier) + 1;
  const version = `v${number}`;
  return { name: `${meeting}/${version}`, meeting, version, number, supplement: 0 };
}

/** The name of the next supplement to the last version of a meeting’s pack; undefined where none has been issued. */
export function nextSupplement(meeting: string, earlier: readonly ReleaseName[]): ReleaseName | undefined {
  const number = lastNumber(earlier);
  if (number === 0) return undefined;
  const version = `v${number}`;
  const own = earlier.filter((release) => release.number === number);
  const supplement = Math.max(...own.map((release) => release.supplement)) + 1;
  return { name: `${meeting}/${version}-s${supplement}`, meeting, version, number, supplement };
}

function lastNumber(earlier: readonly ReleaseName[]): number {
  return Math.max(0, ...earlier.map(({ number }) => number));
}

/**
 * What a release speaks of: the version before it; of a supplement the version it adds to and the one before that, and the
 * supplements that came before it. In order.
 *
 * @returns names, whether there are such releases or not
 */
export function spokenOf({ meeting, number, supplement }: ReleaseName): { versions: string[]; supplements: string[] } {
  const last = supplement === 0 ? number - 1 : number;
  const first = supplement === 0 ? last : last - 1;
  const versions = [first, last].filter((one, index, all) => one > 0 && all.indexOf(one) === index);
  return {
    versions: versions.map((one) => `${meeting}/v${one}`),
    supplements: Array.from(
      { length: Math.max(0, supplement - 1) },
      (_, index) => `${meeting}/v${number}-s${index + 1}`,
    ),
  };
}

/** What stands behind the name of its meeting: `v1`, or `v1-s1`. */
export function ownVersion({ version, supplement }: ReleaseName): string {
  return supplement === 0 ? version : `${version}-s${supplement}`;
}

/**
 * The revision that a name means: `pib/2017-09-20/v1` is short for the tag `pack/pib/2017-09-20/v1`, where there is such a tag; any
 * other name is itself.
 *
 * @param folder path of the content folder
 */
export async function revisionNamed(folder: string, name: string): Promise<string> {
  const short = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  if (parseName(short) === undefined) return name;
  const tags = await readTags(folder, tagOf(short));
  return tags.length === 0 ? name : `refs/tags/${tagOf(short)}`;
}

/** The releases of a meeting, the first first. */
export function releasesOf({ releases }: Releases, meeting: string): Release[] {
  return releases.filter((release) => release.meeting === meeting);
}

/**
 * The tags that should be releases of a meeting and are none, or the one of that name.
 *
 * @param wanted `board/date`, or `board/date/v1`
 */
export function faultyOf({ faulty }: Releases, wanted: string): NoRelease[] {
  return faulty.filter(({ tag: { name } }) => name === tagOf(wanted) || name.startsWith(tagOf(`${wanted}/`)));
}
