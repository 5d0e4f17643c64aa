import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { browserVersion } from '../pack/browser/find.ts';
import { memoryCache } from '../pack/typeset/cache.ts';
import { TypesetError } from '../pack/typeset/typeset-error.ts';
import { counted } from '../registers/counted.ts';
import { faultyOf, type Release, type Releases, readReleases } from '../release/releases.ts';
import { madeOtherwise, remakeRelease } from '../release/remake.ts';
import { differences, tagFaults } from '../release/verify.ts';
import { isShallow } from '../source/history.ts';
import { folderPrefix } from '../source/repository.ts';
import { verifyTag } from '../source/tags.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, requireFolder } from './options.ts';
import { type ToolsFor, withPackTools } from './pack-files.ts';
import { createProgress } from './progress.ts';
import { generator } from './version.ts';

/** Options of `boardpack verify`. */
export interface VerifyOptions extends CommonOptions {
  /** Whether a release that is not signed, or not by a known key, is a fault. */
  readonly signed?: boolean;
}

/** What was found of one release. */
interface Verified {
  readonly release: string;
  readonly outcome: 'same' | 'differs' | 'not-compared';
  /** Sentences that say why it is not the same, or why that cannot be told. */
  readonly findings: readonly string[];
  readonly files: number;
  readonly signature: 'none' | 'good' | 'not accepted';
}

/**
 * `boardpack verify [RELEASE]`: makes each release again from the commit its tag leads to, and compares every file with what
 * its manifest says was issued.
 */
export async function verifyCommand(
  named: string | undefined,
  options: VerifyOptions,
  effects: Effects,
): Promise<number> {
  const { content: folder } = options;
  await requireFolder(folder);
  await folderPrefix(folder);
  const all = await readReleases(folder);
  const { releases, faulty: noReleases } = await chooseReleases(folder, all, named);
  const progress = createProgress(effects, options.quiet);
  const verified: Verified[] = [];
  for (const release of releases) {
    progress.step(`Making ${release.name} again`);
    // Nothing of what was typeset before is used: a part that was kept would prove no more than that it was kept.
    const verify = async (toolsFor: ToolsFor): Promise<Verified> =>
      await verifyOne(folder, release, all, toolsFor, options.signed === true);
    verified.push(await withPackTools(progress, verify, memoryCache()));
  }
  progress.end();
  const faulty = noReleases.map(({ tag, reason }) => `${tag.name} is no release: ${reason}.`);
  effects.out(options.json ? `${JSON.stringify({ releases: verified, faulty }, null, 2)}\n` : text(verified, faulty));
  return faulty.length > 0 || verified.some(({ outcome }) => outcome === 'differs') ? 1 : 0;
}

/** The releases that are meant, and the tags that are meant and are none. */
async function chooseReleases(folder: string, all: Releases, named: string | undefined): Promise<Releases> {
  const { releases } = all;
  if (named === undefined) {
    if (releases.length > 0 || all.faulty.length > 0) return all;
    const fetch = (await isShallow(folder))
      ? ' This clone has only a part of the history: "git fetch --unshallow --tags" gets the rest.'
      : '';
    throw new EnvironmentError(`Nothing has been released here yet.${fetch}`);
  }
  const wanted = named.replace(/^pack\//, '');
  const found: Releases = {
    releases: releases.filter(({ name, meeting }) => name === wanted || meeting === wanted),
    faulty: faultyOf(all, wanted),
  };
  if (found.releases.length + found.faulty.length > 0) return found;
  const hint = didYouMean(
    wanted,
    releases.map(({ name }) => name),
  );
  throw new EnvironmentError(`There is no release "${named}". Name it as board/date/v1. ${hint}`.trim());
}

async function verifyOne(
  folder: string,
  release: Release,
  all: Releases,
  toolsFor: ToolsFor,
  mustBeSigned: boolean,
): Promise<Verified> {
  const { name, tag, manifest } = release;
  const browser = await browserVersion();
  const other = madeOtherwise(release, generator, browser);
  const { signature, says } = await signatureOf(folder, release);
  const faults = [
    ...tagFaults(release, all),
    ...(signature === 'not accepted' ? [`Its signature is not accepted: ${says}.`] : []),
    ...(mustBeSigned && !tag.isSigned ? ['It is not signed.'] : []),
  ];
  const given = { release: name, files: manifest.files.length, signature };
  if (other !== undefined) {
    const findings = [...faults, `It cannot be made again to the byte: ${other}. Verify it with that version.`];
    return { ...given, outcome: faults.length > 0 ? 'differs' : 'not-compared', findings };
  }
  const found = await compared(folder, release, all, toolsFor, browser);
  const findings = [...faults, ...found];
  return { ...given, outcome: findings.length > 0 ? 'differs' : 'same', findings };
}

/** What differs, or the sentence that says why it cannot be made at all. */
async function compared(
  folder: string,
  release: Release,
  all: Releases,
  toolsFor: ToolsFor,
  browser: string,
): Promise<string[]> {
  try {
    const made = await remakeRelease(folder, release, all, { toolsFor, browser });
    return differences(release.manifest, made.manifest);
  } catch (error) {
    if (error instanceof EnvironmentError || error instanceof TypesetError) return [error.message];
    throw error;
  }
}

async function signatureOf(
  folder: string,
  { tag }: Release,
): Promise<{ signature: Verified['signature']; says: string }> {
  if (!tag.isSigned) return { signature: 'none', says: '' };
  const { isGood, says } = await verifyTag(folder, tag.name);
  return { signature: isGood ? 'good' : 'not accepted', says };
}

const outcomes: Readonly<Record<Verified['outcome'], string>> = {
  same: 'the same to the byte',
  differs: 'NOT as it was issued',
  'not-compared': 'not compared',
};

const signatures: Readonly<Record<Verified['signature'], string>> = {
  none: 'not signed',
  good: 'signature good',
  'not accepted': 'signature not accepted',
};

function text(verified: readonly Verified[], faulty: readonly string[]): string {
  const lines = verified.flatMap(({ release, outcome, findings, files, signature }) => [
    `${release}: ${outcomes[outcome]}, ${counted(files, 'file')}, ${signatures[signature]}`,
    ...findings.map((finding) => `    ${finding}`),
  ]);
  return [...lines, ...faulty].map((line) => `${line}\n`).join('');
}
