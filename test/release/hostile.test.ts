import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/release/manifest.ts';
import { planPublication, publicationText, readPublication } from '../../src/release/publication.ts';
import { parseName } from '../../src/release/releases.ts';

const digest = 'a'.repeat(64);
const outside = ['../x', '/etc/x', 'packs/../../x', 'a\\b', 'a//b', './x', 'a\0b', '', '.git/config', 'a/.htaccess'];
const ofOthers = [
  'index.html',
  'meetings/pib/2017-09-20/index.html',
  'meetings/pib/2017-09-20/v10/index.html',
  'meetings/pib/2017-09-20/v1/../v2/index.html',
  'packs/pib-2017-09-20-v10.pdf',
  'packs/pib-2017-09-20-v1-s1.pdf',
  'packs/pib-2017-09-20-v1.pdf/x',
  `issued/${'b'.repeat(16)}-version.css`,
];

function manifest(path: string, file = 'pib-2017-09-20-v1.pdf'): string {
  return JSON.stringify({
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
      { audience: 'members', edition: 'standard', extent: 'pack', file, pages: 1, marking: 'OFFICIAL', parts: [] },
    ],
    files: [{ audience: 'members', path, bytes: 1, sha256: digest }],
  });
}

describe('what a tag says', () => {
  test.each([
    'packs/pib-2017-09-20-v1.pdf',
    'packs/pib-2017-09-20-v1-public-large.json',
    'meetings/pib/2017-09-20/v1/item-5/index.html',
    `issued/${'a'.repeat(16)}-version.css`,
  ])('is read where a file of it goes to %j', (path) => {
    expect(readManifest(manifest(path))?.files[0]?.bytes).toBe(1);
  });

  test.each([...outside, ...ofOthers])('is no manifest when a file of it would go to %j', (path) => {
    expect(readManifest(manifest(path))).toBeUndefined();
  });

  test.each(['../x.pdf', 'x.html', '"><script>.pdf', 'pib-2017-09-20-v2.pdf'])(
    'is no manifest when a pack of it is called %j',
    (file) => {
      expect(readManifest(manifest('packs/pib-2017-09-20-v1.pdf', file))).toBeUndefined();
    },
  );

  test.each(['', '{', '[]', '{"form":2}'])('is none when it is %j', (text) => {
    expect(readManifest(text)).toBeUndefined();
  });

  test.each(['pib/2017-09-20/v0', 'pib/2017-09-20/v01', 'pib/2017-09-20/v1-s0', 'pib/v1', '../2017-09-20/v1'])(
    'is of no release called %j',
    (name) => {
      expect(parseName(name)).toBeUndefined();
    },
  );
});

describe('what a published folder says of itself', () => {
  test.each(outside)('is not believed when it names %j', (path) => {
    const text = JSON.stringify({ form: 1, audience: 'members', issued: {}, ordinary: [path] });
    expect(readPublication(text)).toBeUndefined();
    expect(
      readPublication(text.replace('"issued":{}', `"issued":{${JSON.stringify(path)}:"${digest}"}`)),
    ).toBeUndefined();
  });

  test('keeps what was issued, and takes away only what was published before', () => {
    const before = readPublication(
      publicationText({
        form: 1,
        audience: 'members',
        issued: { 'packs/a.pdf': digest },
        ordinary: ['old.html', 'index.html'],
      }),
    );
    const issued = [{ audience: 'members' as const, path: 'packs/b.pdf', bytes: 1, sha256: 'b'.repeat(64) }];
    const plan = planPublication(before, ['index.html', 'packs/a.pdf', 'packs/b.pdf'], issued, 'members');
    expect(plan.write).toEqual(['packs/b.pdf', 'index.html']);
    expect(plan.remove).toEqual(['old.html']);
    expect(Object.keys(plan.next.issued)).toEqual(['packs/a.pdf', 'packs/b.pdf']);
  });
});
