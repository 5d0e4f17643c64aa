import { expect, test } from 'vitest';
import type { IssuedPack } from '../../src/release/manifest.ts';
import { parseName, type Release } from '../../src/release/releases.ts';
import { newestPacks, versionFacts, versionsFile } from '../../src/site/issued.ts';

const meeting = 'pib/2017-09-20';
type Audience = IssuedPack['audience'];

/** A release that brought packs to some audiences. */
function release(version: string, audiences: readonly Audience[]): Release {
  const name = parseName(`${meeting}/${version}`);
  if (name === undefined) throw new Error(`${version} is no version.`);
  const extents = name.supplement === 0 ? (['pack'] as const) : (['supplement', 'full'] as const);
  const packs = audiences.flatMap((audience) =>
    extents.map(
      (extent): IssuedPack => ({
        audience,
        edition: 'standard',
        extent,
        file: `${version}-${audience}-${extent}.pdf`,
        pages: 1,
        marking: 'OFFICIAL',
        parts: [],
      }),
    ),
  );
  const manifest = {
    form: 1 as const,
    release: name.name,
    commit: 'a'.repeat(40),
    date: '2017-09-13',
    content: '',
    asOf: '2017-09-13',
    generator: 'boardpack 0',
    browser: 'a browser',
    standard: '1.2',
    packs,
    files: packs.map(({ audience, file }) => ({ audience, path: `packs/${file}`, bytes: 9, sha256: 'b'.repeat(64) })),
  };
  const tag = { name: `pack/${name.name}`, object: '', commit: manifest.commit, message: undefined, isSigned: false };
  return { ...name, tag, manifest };
}

const releases = [
  release('v1', ['members', 'public']),
  release('v1-s1', ['members', 'public']),
  release('v1-s2', ['members']),
];
const filesOf = (audience: Audience, lost?: ReadonlySet<string>) =>
  newestPacks(versionFacts(releases, audience, lost)).map(({ file }) => file);

test('the public is told of no version that brought it nothing', () => {
  expect(versionFacts(releases, 'members').map(({ version }) => version)).toEqual(['v1', 'v1-s1', 'v1-s2']);
  expect(versionFacts(releases, 'public').map(({ version }) => version)).toEqual(['v1', 'v1-s1']);
  expect(JSON.parse(versionsFile(versionFacts(releases, 'public')))).toMatchObject({ newest: 'v1-s1' });
});

test('the pack with its supplements is the last that this audience has', () => {
  expect(filesOf('members')).toEqual([
    'v1-members-pack.pdf',
    'v1-s1-members-supplement.pdf',
    'v1-s2-members-supplement.pdf',
    'v1-s2-members-full.pdf',
  ]);
  expect(filesOf('public')).toEqual(['v1-public-pack.pdf', 'v1-s1-public-supplement.pdf', 'v1-s1-public-full.pdf']);
});

test('a version whose files are lost is told of, and none of its packs is offered', () => {
  const lost = new Set([`${meeting}/v1-s2`]);
  expect(versionFacts(releases, 'members', lost).map(({ version, packs }) => [version, packs.length])).toEqual([
    ['v1', 1],
    ['v1-s1', 2],
    ['v1-s2', 0],
  ]);
  expect(filesOf('members', lost)).toContain('v1-s1-members-full.pdf');
});
