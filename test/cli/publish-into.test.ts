import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { examinePublished, type Published, publishInto } from '../../src/cli/publish-into.ts';
import { whileLocked } from '../../src/cli/while-locked.ts';
import { sha256 } from '../../src/source/sha256.ts';

let root = '';
let target = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-publish-into-'));
  target = join(root, 'target');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A build in a folder of its own, and those of its files that were issued, as `publishInto` is given it. */
async function build(
  name: string,
  files: Readonly<Record<string, string>>,
  issued: readonly string[] = [],
): Promise<Parameters<typeof publishInto>> {
  const built = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(built, path)), { recursive: true });
    await writeFile(join(built, path), text);
  }
  const facts = issued.map((path) => {
    const text = files[path] ?? '';
    return { audience: 'members' as const, path, bytes: text.length, sha256: sha256(text) };
  });
  return [target, built, facts, 'members', undefined];
}

async function publish([folder, built, issued, audience]: Parameters<typeof publishInto>): Promise<Published> {
  return await publishInto(folder, built, issued, audience, await examinePublished(folder, audience));
}

/** Publishes in a process of its own, which is killed as soon as a file has come. */
async function killedAt(path: string, input: Parameters<typeof publishInto>): Promise<void> {
  const script = `
    import { examinePublished, publishInto } from ${JSON.stringify(resolve('src/cli/publish-into.ts'))};
    const [folder, built, issued, audience] = ${JSON.stringify(input)};
    await publishInto(folder, built, issued, audience, await examinePublished(folder, audience));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
  const ended = new Promise((done) => child.once('exit', (_status, signal) => done(signal)));
  const hasCome = (): Promise<boolean> =>
    access(join(target, path)).then(
      () => true,
      () => false,
    );
  while (child.exitCode === null && !(await hasCome())) await setTimeout(1);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

async function standing(): Promise<Record<string, string>> {
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return Object.fromEntries(files.map((file, index) => [file.slice(target.length + 1), texts[index] ?? '']));
}

/** Enough files that none of these machines writes them in the time it takes to kill a process. */
function pages(text: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`pages/${index}/index.html`, text]));
}

test('a first publication that is killed is put right by the next', async () => {
  const files = { 'packs/a-v1.pdf': 'issued', ...pages('new') };
  const input = await build('built', files, ['packs/a-v1.pdf']);
  await killedAt('pages/9/index.html', input);
  expect(Object.keys(await standing()).length).toBeLessThan(Object.keys(files).length);
  expect(await publish(input)).toEqual({ added: 0, kept: 1, ordinary: 1000, removed: 0 });
  const { '.boardpack.json': _, ...now } = await standing();
  expect(now).toEqual(files);
}, 60_000);

test('one that is killed loses nothing that was to be taken away, nor what has just been issued', async () => {
  const draft = { 'packs/a-v1.pdf': 'draft', 'packs/b-v1.pdf': 'draft', 'index.html': 'old', 'gone/index.html': 'old' };
  await publish(await build('first', draft));
  const files = { ...pages('new'), 'packs/a-v1.pdf': 'issued', 'packs/b-v1.pdf': 'issued', 'index.html': 'new' };
  const input = await build('second', files, ['packs/a-v1.pdf', 'packs/b-v1.pdf']);
  await killedAt('pages/9/index.html', input);
  expect(await standing()).toMatchObject({ 'gone/index.html': 'old' });
  // As if it had been killed between the two.
  await writeFile(join(target, 'packs/b-v1.pdf'), 'draft');
  expect(await publish(input)).toMatchObject({ added: 1, kept: 1, ordinary: 1001, removed: 1 });
  const { '.boardpack.json': _, ...now } = await standing();
  expect(now).toEqual(files);
}, 60_000);

test('what was left half-written is taken away, and what others put there is not', async () => {
  const input = await build('built', { 'a/index.html': 'page' });
  await publish(input);
  const id = '01234567-89ab-cdef-0123-456789abcdef';
  const left = [`..boardpack.json-${id}`, `a/.index.html-${id}`];
  const foreign = [`a/.other.html-${id}`, 'a/.index.html-mine', '.git/HEAD'];
  await mkdir(join(target, '.git'));
  for (const path of [...left, ...foreign]) await writeFile(join(target, path), 'x');
  await publish(input);
  expect(Object.keys(await standing()).toSorted()).toEqual(['.boardpack.json', 'a/index.html', ...foreign].toSorted());
});

test('what a link leads to is neither written nor taken away', async () => {
  const outside = join(root, 'outside');
  await mkdir(join(outside, 'deep'), { recursive: true });
  await writeFile(join(outside, 'deep/index.html'), 'not ours');
  await publish(
    await build('first', { 'a/deep/index.html': 'page', 'index.html': 'page', 'packs/a.pdf': 'x' }, ['packs/a.pdf']),
  );
  const before = await standing();
  const next = await build('second', { 'new/deep/index.html': 'page', 'index.html': 'other' });
  await symlink(outside, join(target, 'new'));
  await expect(publish(next)).rejects.toThrow('nothing was published: new.');
  await rm(join(target, 'new'));
  await rm(join(target, 'a'), { recursive: true });
  await symlink(outside, join(target, 'a'));
  await expect(publish(next)).rejects.toThrow('nothing was published: a.');
  await rm(join(target, 'a'));
  await rm(join(target, 'packs/a.pdf'));
  await writeFile(join(outside, 'a.pdf'), 'x');
  await symlink(join(outside, 'a.pdf'), join(target, 'packs/a.pdf'));
  await expect(publish(next)).rejects.toThrow('nothing was published: packs/a.pdf.');
  const { 'a/deep/index.html': _, 'packs/a.pdf': __, ...rest } = before;
  expect(await standing()).toEqual(rest);
  expect(await readFile(join(outside, 'deep/index.html'), 'utf8')).toBe('not ours');
});

test('of two that publish at the same time the second is told what to do', async () => {
  const work = async (): Promise<string> => {
    await expect(whileLocked(target, async () => '')).rejects.toThrow(/delete ".*\.boardpack\.lock" and publish again/);
    return 'done';
  };
  expect(await whileLocked(target, work)).toBe('done');
  await expect(whileLocked(target, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await whileLocked(target, async () => 'again')).toBe('again');
  await writeFile(join(target, 'file'), '');
  await expect(whileLocked(join(target, 'file'), work)).rejects.toThrow('cannot be written to');
});
