import { describe, expect, test } from 'vitest';
import type { ReleaseManifest } from '../../src/release/manifest.ts';
import { parseName, type Release } from '../../src/release/releases.ts';
import { differences, tagFaults } from '../../src/release/verify.ts';

const part = {
  id: 'item-1',
  reference: 'Item 1',
  title: 'Welcome',
  from: 3,
  to: 4,
  words: 200,
  sha256: 'a'.repeat(64),
};
const issued: ReleaseManifest = {
  form: 1,
  release: 'pib/2017-09-20/v1',
  commit: 'b'.repeat(40),
  date: '2017-09-13',
  content: 'content/',
  asOf: '2017-09-13',
  generator: 'boardpack 0',
  browser: 'a browser',
  standard: '1.2',
  packs: [
    {
      audience: 'members',
      edition: 'standard',
      extent: 'pack',
      file: 'pib-v1.pdf',
      pages: 4,
      marking: 'OFFICIAL',
      parts: [part],
    },
  ],
  files: [
    { audience: 'members', path: 'packs/pib-v1.pdf', bytes: 10, sha256: 'c'.repeat(64) },
    { audience: 'members', path: 'meetings/pib/2017-09-20/v1/index.html', bytes: 20, sha256: 'd'.repeat(64) },
  ],
  pageMap: [{ page: 1, to: [1] }],
};

/** The manifest with its one pack, and the one part of that, said otherwise. */
function withPack(other: object, otherPart: object = {}): ReleaseManifest {
  return { ...issued, packs: issued.packs.map((one) => ({ ...one, ...other, parts: [{ ...part, ...otherPart }] })) };
}

describe('what was issued, and what its content makes', () => {
  test('are the same where every field is', () => {
    expect(differences(issued, structuredClone(issued))).toEqual([]);
  });

  test.each<[ReleaseManifest, string]>([
    [
      { ...issued, asOf: '2017-09-14' },
      'The manifest differs in "asOf" ("2017-09-14" in the tag, "2017-09-13" made again).',
    ],
    [{ ...issued, standard: '9' }, 'The manifest differs in "standard" ("9" in the tag, "1.2" made again).'],
    [{ ...issued, pageMap: [{ page: 1, to: [2] }] }, 'The manifest differs in "pageMap".'],
    [{ ...issued, packs: [] }, 'pib-v1.pdf is made, and was not issued.'],
    [withPack({ marking: 'SECRET' }), 'pib-v1.pdf differs in "marking" ("SECRET" in the tag, "OFFICIAL" made again).'],
    [withPack({ pages: 5 }), 'pib-v1.pdf differs in "pages" (5 in the tag, 4 made again).'],
    [
      withPack({}, { title: 'Farewell', from: 2 }),
      'pib-v1.pdf: part "item-1" (Item 1, Farewell) differs in "title" ("Farewell" in the tag, "Welcome" made again), "from" (2 in the tag, 3 made again).',
    ],
    [
      withPack({}, { series: 'S1' }),
      'pib-v1.pdf: part "item-1" (Item 1, Welcome) differs in "series" ("S1" in the tag, not there made again).',
    ],
    [withPack({}, { sha256: 'e'.repeat(64) }), 'pib-v1.pdf: part "item-1" (Item 1, Welcome) differs in "sha256".'],
    [{ ...issued, files: issued.files.slice(1) }, 'packs/pib-v1.pdf (members) is made, and was not issued.'],
  ])('differ in what one of them says otherwise: %#', (altered, sentence) => {
    expect(differences(altered, issued)).toEqual([sentence]);
  });

  test('differ in a file that is not made any more, and in one that has other bytes', () => {
    const path = 'meetings/pib/2017-09-20/v1/index.html';
    const gone = { ...issued, files: issued.files.slice(0, 1) };
    expect(differences(issued, gone)).toEqual([`${path} (members) was issued, and is not made any more.`]);
    const files = issued.files.map((one) => (one.path === path ? { ...one, sha256: 'e'.repeat(64) } : one));
    const sentence = `${path} (members) has other bytes, though all parts of the packs are the same.`;
    expect(differences({ ...issued, files }, issued)).toEqual([sentence]);
    // Where a part is another, that says it all.
    const { packs } = withPack({}, { sha256: 'e'.repeat(64) });
    expect(differences({ ...issued, files, packs }, issued)).toEqual([expect.stringContaining('differs in "sha256"')]);
  });
});

describe('the tags of a meeting', () => {
  const name = 'pib/2017-09-20';
  function release(version: string, previous?: string): Release {
    const parsed = parseName(`${name}/${version}`);
    if (parsed === undefined) throw new Error(`${version} is no version.`);
    const tag = { name: '', object: `tag of ${version}`, commit: issued.commit, message: undefined, isSigned: false };
    const before =
      previous === undefined ? {} : { previous: { release: `${name}/${previous}`, tag: `tag of ${previous}` } };
    return { ...parsed, tag, manifest: { ...issued, ...before } };
  }
  const faultsOf = (one: Release, ...others: Release[]) => {
    const releases = [one, ...others].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return tagFaults(one, { releases, faulty: [] });
  };

  test('are a chain', () => {
    expect(faultsOf(release('v1'), release('v2', 'v1'))).toEqual([]);
    expect(faultsOf(release('v2', 'v1'), release('v1'), release('v3', 'v2'))).toEqual([]);
  });

  test('are no chain where one was made again', () => {
    const first = release('v1');
    expect(faultsOf(release('v2', 'v1'), { ...first, tag: { ...first.tag, object: 'another' } })).toEqual([
      `The tag of ${name}/v1 is not the one that ${name}/v2 was made after: it was made again or moved.`,
    ]);
    const moved = { ...first, tag: { ...first.tag, commit: 'c'.repeat(40) } };
    expect(faultsOf(moved)).toEqual([expect.stringContaining('it was moved')]);
  });

  test('are no chain where one says another predecessor than it has', () => {
    const [first, added] = [release('v1'), release('v1-s1', 'v1')];
    expect(faultsOf(release('v2'), first)).toEqual([
      `It says that nothing was issued before it, and there is ${name}/v1.`,
    ]);
    expect(faultsOf(release('v2', 'v3'), first, release('v3', 'v2'))).toEqual([
      `It says that it was made after ${name}/v3, which comes later.`,
    ]);
    expect(faultsOf(release('v2', 'v1'), first, added)).toEqual([
      `It was made after ${name}/v1, and ${name}/v1-s1 stands between them: it was not known, or put there.`,
    ]);
    expect(faultsOf(release('v2', 'v1-s1'), first)).toEqual([
      `It was made after ${name}/v1-s1, which has no tag here: fetch it, or it was deleted.`,
    ]);
  });
});
