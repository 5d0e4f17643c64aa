import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsShown } from '../../src/pack/words.ts';
import { type ReleaseManifest, readManifest } from '../../src/release/manifest.ts';
import type { ProseChange } from '../../src/release/prose.ts';
import { killedWhen, program } from '../cli/program.ts';
import { changedPaper, changedReport, git, makeHistory, meeting } from '../demo/history.ts';
import { openPdf, piecesOf } from '../pack/built.ts';

const boardDate = meeting.replace('/', '-');
const tag = (version: string): string => `pack/${meeting}/${version}`;

let all = '';
let root = '';
let published = '';
/** What stood in the published folder after the first publication. */
let first: ReadonlyMap<string, string>;
const issued = new Map<string, ReleaseManifest>();

beforeAll(async () => {
  all = await mkdtemp(join(tmpdir(), 'boardpack-history-'));
  root = join(all, 'repository');
  published = join(all, 'published');
  await shareParts(root);
  const earlier: string[] = [];
  await makeHistory(root, async ({ command }) => {
    expect(await program(root, [...command, '--quiet'])).toMatchObject({ status: 0 });
    if (earlier.length === 0) {
      expect(await program(root, ['publish', published, '--quiet'])).toMatchObject({ status: 0 });
      first = await digests();
    }
    earlier.push(command.join(' '));
  });
  expect(await program(root, ['publish', published, '--quiet'])).toMatchObject({ status: 0 });
  for (const version of ['v1', 'v1-s1', 'v2']) {
    const message = await git(root, ['for-each-ref', '--format=%(contents:body)', `refs/tags/${tag(version)}`]);
    const manifest = readManifest(message);
    if (manifest === undefined) throw new Error(`The tag of ${version} has no manifest.`);
    issued.set(version, manifest);
  }
}, 900_000);
afterAll(() => rm(all, { recursive: true, force: true }));

/** Parts that were typeset by any run in this project are found by those in another folder, as on one machine they are. */
async function shareParts(folder: string): Promise<void> {
  await mkdir(join(folder, '.boardpack'), { recursive: true });
  await mkdir(resolve('.boardpack/parts'), { recursive: true });
  await symlink(resolve('.boardpack/parts'), join(folder, '.boardpack/parts'));
}

async function digests(folder = published): Promise<Map<string, string>> {
  const record = JSON.parse(await readFile(join(folder, '.boardpack.json'), 'utf8')) as { issued: object };
  const found = new Map<string, string>();
  for (const path of Object.keys(record.issued)) {
    found.set(path, sha256(await readFile(join(folder, path))));
  }
  return found;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function manifestOf(version: string): ReleaseManifest {
  const manifest = issued.get(version);
  if (manifest === undefined) throw new Error(`There is no ${version}.`);
  return manifest;
}

async function labelsOf(path: string): Promise<string[]> {
  const file = await openPdf(await readFile(path));
  return (await file.getPageLabels()) ?? [];
}

async function textOf(path: string, page: number): Promise<string> {
  const pieces = await piecesOf(await openPdf(await readFile(path)), page);
  return pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** A change as `diff --json` tells of it. */
interface Told {
  readonly file: string;
  readonly kind: string;
  readonly fields: readonly object[];
  readonly prose: readonly ProseChange[];
}

/** A copy of the repository, as somebody else clones it. */
async function cloned(name: string): Promise<string> {
  const copy = join(all, name);
  await git(all, ['clone', '--quiet', root, copy]);
  await git(copy, ['config', 'user.name', 'Auditor']);
  await git(copy, ['config', 'user.email', 'auditor@example.org']);
  await shareParts(copy);
  return copy;
}

describe('a release', () => {
  test('is an annotated tag whose message says what was issued', async () => {
    expect(await git(root, ['cat-file', '-t', tag('v1')])).toBe('tag');
    const { release, commit, content, packs, files, previous } = manifestOf('v2');
    expect({ release, content }).toEqual({ release: `${meeting}/v2`, content: 'content/' });
    expect(commit).toBe(await git(root, ['rev-parse', `${tag('v2')}^{commit}`]));
    expect(previous).toEqual({ release: `${meeting}/v1-s1`, tag: await git(root, ['rev-parse', tag('v1-s1')]) });
    expect(packs.map(({ audience, file }) => [audience, file])).toEqual([
      ['members', `${boardDate}-v2.pdf`],
      ['public', `${boardDate}-v2-public.pdf`],
    ]);
    expect(files.map(({ path }) => path)).toContain(`meetings/${meeting}/v2/item-5/index.html`);
  });
});

describe('a supplement', () => {
  const pack = (version: string): string => join(published, 'packs', `${boardDate}-${version}.pdf`);

  test('numbers its own pages, and renumbers none of the pack', async () => {
    const before = await labelsOf(pack('v1'));
    expect(before).toEqual(Array.from({ length: before.length }, (_, index) => String(index + 1)));
    expect(await labelsOf(pack('v1-s1'))).toEqual(['S1-1', 'S1-2', 'S1-3']);
    expect(await labelsOf(pack('v1-s1-full'))).toEqual([...before, 'S1-1', 'S1-2', 'S1-3']);
    const was = manifestOf('v1').packs[0]?.parts.filter(({ id }) => !['chair', 'front'].includes(id));
    const full = manifestOf('v1-s1').packs.find(({ extent }) => extent === 'full');
    const is = full?.parts.filter(({ id, series }) => series === undefined && !['chair', 'front'].includes(id));
    expect(is).toEqual(was);
  });

  test('is listed in the contents beside what it was issued without', async () => {
    const { parts } = manifestOf('v1-s1').packs.find(({ extent }) => extent === 'full') ?? { parts: [] };
    const pages = parts.flatMap((part) => part.pages ?? []);
    expect(pages.map(({ page }) => page)).toEqual(await labelsOf(pack('v1-s1-full')));
    const { to = 0 } = parts.find(({ id }) => id === 'front') ?? {};
    const contents = await textOf(pack('v1-s1-full'), to);
    expect(contents).toMatch(/how far the evidence has come: to follow \d+/);
    expect(contents).toContain('how far the evidence has come S1-2');
    expect(await textOf(pack('v1-s1'), 2)).toMatch(/Page S1-2 of S1-3/);
  });
});

describe('a version that is issued again', () => {
  test('differs in just what was changed', async () => {
    const told = await program(root, ['diff', `${meeting}/v1-s1`, `${meeting}/v2`, '--json', '--quiet']);
    const { changes, pages } = JSON.parse(told.out) as { changes: Told[]; pages: object[] };
    expect(pages).toEqual(manifestOf('v2').pageMap);
    expect((await program(root, ['diff', `${meeting}/v1`, `${meeting}/v2`, '--quiet'])).out).toContain('11: gone');
    expect(changes.map(({ file, kind }) => [file, kind])).toEqual([
      [changedReport, 'changed'],
      [changedPaper, 'changed'],
    ]);
    expect(changes[0]).toMatchObject({
      fields: [{ path: 'milestones.ward-officers-trained.forecast', before: '2018-02-23', after: '2018-02-28' }],
      prose: [],
    });
    const prose = changes[1]?.prose ?? [];
    expect(changes[1]?.fields).toEqual([]);
    expect(prose.filter(({ kind }) => kind === 'moved')).toHaveLength(1);
    const words = prose.flatMap((change) => (change.kind === 'changed' ? change.words : []));
    const of = (wanted: string) => words.flatMap(({ kind, text }) => (kind === wanted ? text.trim() : []));
    expect(of('removed')).toEqual(['Figures', 'five', 'close']);
    expect(of('added')).toEqual(['Counts', 'six', 'narrow']);
    expect(prose).toHaveLength(4);
  });

  test('says so on page 2, on the site and in a redline, and where each page is now', async () => {
    const pack = join(published, 'packs', `${boardDate}-v2.pdf`);
    expect(await textOf(pack, 1)).toContain('Changes since version 1');
    const second = await textOf(pack, 2);
    expect(second).toMatch(/Changes since version 1.*Item 5.*Changed.*Counts/);
    const read = await readFile(join(published, `meetings/${meeting}/read/index.html`), 'utf8');
    for (const id of ['changes', 'front']) {
      const article = new RegExp(`<article [^>]*id="${id}".*?</article>`, 's').exec(read)?.[0] ?? '';
      const part = manifestOf('v2').packs[0]?.parts.find((one) => one.id === id);
      expect(article.match(/data-page="[^"]*"/g)).toEqual(part?.pages?.map(({ page: at }) => `data-page="${at}"`));
      expect([id, wordsShown(`<body>${article}`)]).toEqual([id, part?.words]);
    }
    expect(read).toMatch(/Changes since version 1<\/h.>.*In full on page 2/s);
    const page = await readFile(join(published, `meetings/${meeting}/v2/changes/index.html`), 'utf8');
    expect(page).toMatch(/<del>(?:(?!<\/del>).)*close/);
    expect(page).toContain('28 February 2018');
    const redline = await openPdf(await readFile(join(published, 'packs', `${boardDate}-v2-changes.pdf`)));
    expect(redline.numPages).toBeGreaterThan(0);
    const { pageMap = [], packs } = manifestOf('v2');
    const was = manifestOf('v1').packs[0]?.parts ?? [];
    const is = new Map(packs[0]?.parts.map((part) => [part.id, part]));
    const same = was.filter(({ id, sha256: digest }) => is.get(id)?.sha256 === digest);
    expect(same.map(({ id }) => id)).toEqual(['item-3', 'item-4', 'minutes-2017-07-27']);
    for (const { id, from, to } of same) {
      const moved = (is.get(id)?.from ?? 0) - from;
      const own = pageMap.filter(({ page: of }) => of >= from && of <= to);
      expect(own).toEqual(own.map(({ page: of }) => ({ page: of, to: [of + moved] })));
      expect(own).toHaveLength(to - from + 1);
    }
    expect(pageMap.map(({ page: of }) => of)).toEqual(
      Array.from({ length: manifestOf('v1').packs[0]?.pages ?? 0 }, (_, index) => index + 1),
    );
  });
});

describe('what was issued', () => {
  test('is served unchanged for ever, and the newest at the address of the meeting', async () => {
    const now = await digests();
    expect([...first].filter(([path, digest]) => now.get(path) !== digest)).toEqual([]);
    expect(now.size).toBeGreaterThan(first.size);
    const versions = JSON.parse(await readFile(join(published, `meetings/${meeting}/versions.json`), 'utf8'));
    expect(versions.versions.map(({ address }: { address: string }) => address)).toEqual(
      ['v1', 'v1-s1', 'v2'].map((version) => `/meetings/${meeting}/${version}/`),
    );
    const old = await readFile(join(published, `meetings/${meeting}/v1/index.html`), 'utf8');
    expect(old).toContain(`<a href="/meetings/${meeting}/">the page of the meeting</a> has the newest`);
    const page = await readFile(join(published, `meetings/${meeting}/index.html`), 'utf8');
    expect(page).toContain(`/packs/${boardDate}-v2.pdf`);
    expect(page).not.toContain(`/packs/${boardDate}-v1.pdf`);
  });

  test('is known of by its short name too, so that what follows it is a draft', async () => {
    const packed = await program(root, [
      'pack',
      meeting,
      '--at',
      `${meeting}/v1`,
      '--out',
      join(all, 'packs'),
      '--quiet',
    ]);
    expect(packed).toMatchObject({ status: 0, out: expect.stringContaining(`${boardDate}-draft.pdf`) });
  });

  test('leads nowhere that is not there', async () => {
    for (const { path, audience } of [...issued.values()].flatMap(({ files }) => files)) {
      if (audience !== 'members' || !path.endsWith('.html')) continue;
      const text = await readFile(join(published, path), 'utf8');
      for (const [, href = ''] of text.matchAll(/\s(?:href|src)="([^"#]+)/g)) {
        if (/^https?:/.test(href)) continue;
        const { pathname } = new URL(href, `https://site.invalid/${path.replace(/index\.html$/, '')}`);
        const file = decodeURI(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
        await expect(readFile(join(published, file)), `${path} → ${href}`).resolves.toBeDefined();
      }
    }
  });

  test('is not published over what was altered, nor over what others put there', async () => {
    const path = join(published, 'packs', `${boardDate}-v1.pdf`);
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([bytes, Buffer.from('x')]));
    const refused = await program(root, ['publish', published, '--quiet']);
    expect(refused).toMatchObject({ status: 2, log: expect.stringContaining(`packs/${boardDate}-v1.pdf`) });
    await writeFile(path, bytes);
    const foreign = await program(root, ['publish', all, '--quiet']);
    expect(foreign).toMatchObject({ status: 2, log: expect.stringContaining('not published by boardpack') });
  });
});

describe('elsewhere', { timeout: 900_000 }, () => {
  test('a publication that is killed is put right by the next', async () => {
    const target = join(all, 'killed');
    await killedWhen(/Publishing/, root, ['publish', target]);
    const lock = join(target, '.boardpack.lock');
    const blocked = await program(root, ['publish', target, '--quiet']);
    expect(blocked).toMatchObject({ status: 2, log: expect.stringContaining(`delete "${lock}"`) });
    await rm(lock);
    expect(await program(root, ['publish', target, '--quiet'])).toMatchObject({ status: 0 });
    expect(await digests(target)).toEqual(await digests());
  });

  test('a proof is given of every release in another directory, zone and language', async () => {
    const copy = await cloned('else where');
    const verified = await program(copy, ['verify', '--json', '--quiet'], { TZ: 'Asia/Tokyo', LANG: 'C', LC_ALL: 'C' });
    expect(verified.status).toBe(0);
    const { releases } = JSON.parse(verified.out) as { releases: { release: string; outcome: string }[] };
    expect(releases.map(({ release, outcome }) => [release, outcome])).toEqual(
      ['v1', 'v1-s1', 'v2'].map((version) => [`${meeting}/${version}`, 'same']),
    );
  });
});
