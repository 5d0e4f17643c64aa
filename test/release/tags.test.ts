import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readManifest } from '../../src/release/manifest.ts';
import { makeTag } from '../../src/source/tags.ts';
import { killedWhen, program, type Ran } from '../cli/program.ts';
import { commitAll, git, replaceIn } from '../demo/history.ts';

/** A small town whose council had a pack, a supplement to it, and the pack again. */
const meeting = 'full-council/2017-07-26';
const paper = `content/meetings/${meeting}/01-lamps.md`;
const agenda = `content/meetings/${meeting}/agenda.md`;
const tag = (version: string): string => `pack/${meeting}/${version}`;
/** A name that is written otherwise in an address, and otherwise again in a page. */
const picture = "mill & lane's lamp.svg";
const lamp = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="3"/></svg>\n';
const late = `---
reference: FC-2017-07-02
title: The lamps, once more
author: engineer
sponsor: engineer
purpose: assurance
summary: What has come since.
submitted: 2017-07-24
late: { reason: It had to be counted., agreed_by: chair, agreed: 2017-07-24 }
---

It is brighter.
`;

let all = '';
let root = '';
beforeAll(async () => {
  all = await mkdtemp(join(tmpdir(), 'boardpack-tags-'));
  root = join(all, 'repository');
  await mkdir(root);
  await cp('test/cases/base/content', join(root, 'content'), { recursive: true });
  await writeFile(join(root, '.gitignore'), '.boardpack/\n');
  await appendFile(join(root, paper), `\n![A lamp](<${picture}>)\n`);
  await writeFile(join(root, `content/meetings/${meeting}`, picture), lamp);
  await git(root, ['init', '--quiet', '--initial-branch', 'main']);
  await sign(root);
  await commitAll(root, 'Begin', '2017-07-18T12:00:00Z');
  await released('v1');
  await replaceIn(root, agenda, [['    view: portfolio\n    portfolio: county\n', '    paper: 02-more\n']]);
  await writeFile(join(root, `content/meetings/${meeting}/02-more.md`), late);
  await commitAll(root, 'Hand in a paper', '2017-07-24T12:00:00Z');
  await released('v1-s1', '--supplement');
  await replaceIn(root, paper, [['lamps come later', 'lamps come much later']]);
  await commitAll(root, 'Correct a word', '2017-07-25T12:00:00Z');
  await released('v2');
}, 600_000);
afterAll(() => rm(all, { recursive: true, force: true }));

async function released(version: string, ...options: string[]): Promise<void> {
  expect(await program(root, ['release', meeting, ...options])).toMatchObject({
    status: 0,
    out: expect.stringContaining(`${tag(version)} of commit`),
  });
}

async function sign(folder: string): Promise<void> {
  await git(folder, ['config', 'user.name', 'Auditor']);
  await git(folder, ['config', 'user.email', 'auditor@example.org']);
}

/** A copy of the repository, as somebody else clones it, with the parts that were typeset. */
async function cloned(name: string): Promise<string> {
  const copy = join(all, name);
  await git(all, ['clone', '--quiet', root, copy]);
  await sign(copy);
  await cp(join(root, '.boardpack/parts'), join(copy, '.boardpack/parts'), { recursive: true });
  return copy;
}

/** Makes the tag of a version again, saying something else, of the commit it leads to or another. */
async function retag(
  copy: string,
  version: string,
  change: (message: string) => string,
  commit?: string,
): Promise<void> {
  const message = await git(copy, ['for-each-ref', '--format=%(contents)', `refs/tags/${tag(version)}`]);
  const at = commit ?? (await git(copy, ['rev-parse', `${tag(version)}^{commit}`]));
  const words = ['tag', '--force', '--annotate', '--cleanup=verbatim', '--message', change(message), tag(version), at];
  await git(copy, words);
}

test('a picture is issued with its page, whatever it is called', async () => {
  const body = await git(root, ['for-each-ref', '--format=%(contents:body)', `refs/tags/${tag('v1')}`]);
  const paths = readManifest(body)?.files.map(({ audience, path }) => `${audience} ${path}`);
  const own = `meetings/${meeting}/v1/files/meetings/${meeting}/${picture}`;
  expect(paths).toEqual(expect.arrayContaining([`members ${own}`, `public ${own}`]));
});

/** Each works in a clone of its own, so that none waits for another. */
describe('a release', { concurrent: true, timeout: 600_000 }, () => {
  test('is refused where the content is not committed, has faults, or has not changed', async () => {
    const copy = await cloned('refused');
    const text = await readFile(join(copy, paper), 'utf8');
    await writeFile(join(copy, paper), `${text}\nMore.\n`);
    const open = await program(copy, ['release', meeting, '--quiet']);
    expect(open).toMatchObject({ status: 2, log: expect.stringContaining(`this is not: ${paper}`) });
    await writeFile(join(copy, paper), text.replace(/^decision_sought:.*\n/m, ''));
    await commitAll(copy, 'A decision without one that is sought', '2017-07-26T12:00:00Z');
    const faulty = await program(copy, ['release', meeting, '--quiet']);
    expect(faulty).toMatchObject({ status: 1, out: expect.stringContaining(`${paper}:`) });
    await git(copy, ['reset', '--quiet', '--hard', tag('v2')]);
    const same = await program(copy, ['release', meeting, '--quiet']);
    expect(same).toMatchObject({ status: 2, log: expect.stringContaining(`changed since ${meeting}/v2, so`) });
    const nothing = await program(copy, ['release', meeting, '--supplement', '--quiet']);
    expect(nothing).toMatchObject({ status: 2, log: expect.stringContaining('No paper has come') });
    expect(await git(copy, ['tag'])).toBe(await git(root, ['tag']));
  });

  test('is refused before anything is typeset where a tag of its meeting is none', async () => {
    const copy = await cloned('faulty');
    await git(copy, ['tag', tag('v3')]);
    const refused = await program(copy, ['release', meeting]);
    expect(refused).toMatchObject({
      status: 2,
      log: expect.stringContaining(`"${tag('v3')}" is no release: it is not`),
    });
    expect(refused.log).not.toContain('Typesetting');
    const named = await program(copy, ['verify', `${meeting}/v3`, '--quiet']);
    expect(named).toMatchObject({
      status: 1,
      out: `${tag('v3')} is no release: it is not annotated, so it has no manifest.\n`,
    });
  });

  test('that is killed leaves nothing, and of two that are begun at the same time one is made', async () => {
    const copy = await cloned('twice');
    await replaceIn(copy, paper, [['come much later', 'come far later']]);
    await commitAll(copy, 'Say it shorter', '2017-07-26T12:00:00Z');
    await killedWhen(/Typesetting/, copy, ['release', meeting]);
    expect(await git(copy, ['tag'])).toBe(await git(root, ['tag']));
    expect(await git(copy, ['status', '--porcelain'])).toBe('');
    const release = (): Promise<Ran> => program(copy, ['release', meeting, '--quiet']);
    const ended = await Promise.all([release(), release()]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual([0, 2]);
    expect(ended.map(({ log }) => log).join('')).toContain('another release has just been made');
    expect(await git(copy, ['tag', '--list', tag('v3')])).toBe(tag('v3'));
    expect(await git(copy, ['tag', '--list', tag('v4')])).toBe('');
  });

  test('whose tag cannot be written says why', async () => {
    const copy = await cloned('locked');
    const commit = await git(copy, ['rev-parse', 'HEAD']);
    const make = () => makeTag(copy, { name: tag('v3'), commit, message: 'Version 3', isSigned: false });
    const folder = join(copy, `.git/refs/tags/pack/${meeting}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'v3.lock'), '');
    await expect(make()).rejects.toThrow(/could not be made: .*v3\.lock/);
    await rm(join(folder, 'v3.lock'));
    await make();
    await expect(make()).rejects.toThrow('another release has just been made');
  });
});

describe('a proof', { concurrent: true, timeout: 600_000 }, () => {
  test('fails and names the part when a byte of the content is another', async () => {
    const copy = await cloned('altered');
    await git(copy, ['switch', '--quiet', '--detach', tag('v1')]);
    await replaceIn(copy, paper, [['lamps come later', 'lamps come latest']]);
    await commitAll(copy, 'Alter', '2017-07-18T12:00:00Z');
    await retag(copy, 'v1', (message) => message, await git(copy, ['rev-parse', 'HEAD']));
    const moved = await program(copy, ['verify', `${meeting}/v1`, '--quiet']);
    expect(moved.status).toBe(1);
    expect(moved.out).toContain('it was moved');
    expect(moved.out).toMatch(/-v1\.pdf: part "item-1" \(Item 1, The lamps\) differs in .*"sha256"/);
    expect(moved.out).not.toContain('part "item-2"');
  });

  test('fails and names the field when the tag says otherwise, and uses and keeps no part', async () => {
    const copy = await cloned('said');
    await rm(join(copy, '.boardpack'), { recursive: true });
    await retag(copy, 'v1', (message) => message.replaceAll('"title": "The lamps"', '"title": "The lights"'));
    const said = await program(copy, ['verify', `${meeting}/v1`, '--quiet']);
    expect(said.status).toBe(1);
    expect(said.out).toContain('differs in "title" ("The lights" in the tag, "The lamps" made again).');
    await expect(readdir(join(copy, '.boardpack'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('tells of tags that are gone, that say nothing, and that are not signed', async () => {
    const copy = await cloned('deleted');
    await git(copy, ['tag', '--delete', tag('v1'), tag('v1-s1')]);
    await git(copy, ['tag', tag('v9'), 'HEAD']);
    const verified = await program(copy, ['verify', '--signed', '--quiet']);
    expect(verified.status).toBe(1);
    expect(verified.out).toContain(`made after ${meeting}/v1-s1, which has no tag here`);
    expect(verified.out).toContain(`${tag('v9')} is no release: it is not annotated`);
    expect(verified.out).toContain('It is not signed.');
  });

  test('is why nothing is published of a release whose tag does not hold', async () => {
    const copy = await cloned('not-held');
    await git(copy, ['tag', '--delete', tag('v1-s1')]);
    const site = join(all, 'not-held-site');
    const { status, log } = await program(copy, ['publish', site, '--quiet']);
    const why = `The files of ${meeting}/v2 are not to be had: what its tag says does not hold`;
    expect({ status, log }).toMatchObject({ status: 0, log: expect.stringContaining(why) });
    const packs = await readdir(join(site, 'packs'));
    const pack = (version: string): string => `${meeting.replace('/', '-')}-${version}.pdf`;
    expect(packs).toContain(pack('v1'));
    expect(packs).not.toContain(pack('v2'));
  });

  test('is not attempted of what another version made', async () => {
    const copy = await cloned('later');
    await git(copy, ['tag', '--delete', tag('v1-s1'), tag('v2')]);
    await retag(copy, 'v1', (message) => message.replace(/"generator": "[^"]+"/, '"generator": "boardpack 0.0.1"'));
    const verified = await program(copy, ['verify', '--quiet']);
    expect(verified).toMatchObject({ status: 0, out: expect.stringContaining('made by boardpack 0.0.1') });
    // What was kept of it is published as it was issued; where nothing was, its tag is shown instead.
    const [kept, empty] = [join(all, 'kept-site'), join(all, 'empty-site')];
    expect(await program(root, ['publish', kept, '--quiet'])).toMatchObject({ status: 0 });
    const page = `meetings/${meeting}/v1/index.html`;
    const issued = await readFile(join(kept, page), 'utf8');
    expect(await program(copy, ['publish', kept, '--quiet'])).toMatchObject({ status: 0, log: '' });
    expect(await readFile(join(kept, page), 'utf8')).toBe(issued);
    await program(copy, ['publish', empty, '--quiet']);
    const standIn = await readFile(join(empty, page), 'utf8');
    expect(standIn).toContain('Its files are not to be had where this site was built: it was made by boardpack 0.0.1');
    expect(standIn).toContain('<th scope="row">The lamps</th>');
    const [, digest = ''] = /SHA-256 <code>([0-9a-f]{64})/.exec(standIn) ?? [];
    const bytes = await readFile(join(kept, `packs/${meeting.replace('/', '-')}-v1.pdf`));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
  });

  test('names the way on without a repository, or in a shallow clone', async () => {
    const bare = join(all, 'bare');
    await mkdir(join(bare, 'content'), { recursive: true });
    for (const command of [['release', meeting], ['verify']]) {
      const ran = await program(bare, [...command, '--quiet']);
      expect(ran).toMatchObject({ status: 2, log: expect.stringContaining('git init') });
    }
    const shallow = join(all, 'shallow');
    await git(all, ['clone', '--quiet', '--depth', '1', '--no-tags', `file://${root}`, shallow]);
    const ran = await program(shallow, ['verify', '--quiet']);
    expect(ran).toMatchObject({ status: 2, log: expect.stringContaining('git fetch --unshallow --tags') });
  });
});
