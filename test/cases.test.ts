import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { program } from './cli/program.ts';
import { run } from './cli/run.ts';
import { gitOf } from './git.ts';

/**
 * A folder of `test/cases` is a test: its content is laid over that of `base`, which is clean, and what `boardpack check`
 * prints of the two together is in `expected.txt`. `UPDATE_CASES=1` writes that file anew, to be read before it is kept.
 * Where it has files in `before`, those are committed first, and those of its content after them.
 */
const cases = resolve('test/cases');
const names = (await readdir(cases)).filter((name) => name !== 'base');

/** What is better made than committed: a huge line, a link out of the folder, a file that is not there. */
interface Generated {
  readonly path: string;
  readonly prefix?: string;
  readonly repeat?: string;
  readonly times?: number;
  readonly linkTo?: string;
  readonly remove?: true;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-cases-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test.concurrent.each(names)('%s', async (name) => {
  const place = await lay(name);
  const { out, log, status } = await check(place);
  const file = join(cases, name, 'expected.txt');
  if (process.env.UPDATE_CASES) await writeFile(file, out);
  expect(out).toBe(await readFile(file, 'utf8'));
  expect(log).toBe('');
  expect(status).toBe(/ error /.test(out) ? 1 : 0);
  // Content that runs as a program would have left this behind.
  expect(await readdir('.')).not.toContain('ran.txt');
});

test('a program of its own, run beside the content, prints the same', async () => {
  const place = await lay('ten-faults');
  const { out, status } = await program(place, ['check', '--today', '2017-09-13']);
  expect(out).toBe(await readFile(join(cases, 'ten-faults', 'expected.txt'), 'utf8'));
  expect(status).toBe(1);
});

test('the same faults as JSON and as annotations', async () => {
  const place = await lay('ten-faults');
  const lines = (await check(place)).out.split('\n').filter((line) => line.startsWith('content/'));
  const asData: { file: string; line: number; column: number }[] = JSON.parse((await check(place, '--json')).out);
  const places = asData.map(({ file, line, column }) => `${file}:${line}:${column}`);
  expect(places).toEqual(lines.map((line) => line.split(' ')[0]));
  const annotations = (await check(place, '--format', 'github')).out.trim().split('\n');
  expect(annotations).toHaveLength(lines.length);
  expect(annotations[0]).toMatch(/^::error file=content\/.*,line=\d+,col=\d+,title=[a-z-]+::/);
});

async function lay(name: string): Promise<string> {
  const place = join(folder, name);
  const content = join(place, 'content');
  await cp(join(cases, 'base', 'content'), content, { recursive: true });
  const own = await readdir(join(cases, name));
  if (own.includes('before')) await commitContent(place, join(cases, name, 'before'), '2017-09-01');
  if (own.includes('content')) await cp(join(cases, name, 'content'), content, { recursive: true });
  if (own.includes('before')) await commitContent(place, join(cases, name, 'content'), '2017-09-08');
  if (!own.includes('generate.json')) return place;
  const list: Generated[] = JSON.parse(await readFile(join(cases, name, 'generate.json'), 'utf8'));
  for (const { path, prefix = '', repeat = '', times = 0, linkTo, remove } of list) {
    const target = join(content, path);
    await mkdir(dirname(target), { recursive: true });
    if (remove) await rm(target);
    else if (linkTo !== undefined) await symlink(linkTo, target);
    else await writeFile(target, prefix + repeat.repeat(times));
  }
  return place;
}

/** Commits some files of the content and nothing else, so that the hash depends on them and on the day alone. */
async function commitContent(place: string, from: string, day: string): Promise<void> {
  await cp(from, join(place, 'content'), { recursive: true });
  const files = (await readdir(from, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((file) => join('content', relative(from, join(file.parentPath, file.name))));
  const { git } = gitOf(place, day);
  await git('init', '--quiet', '--object-format=sha1');
  await git('add', '--', ...paths);
  await git('commit', '--quiet', '--message', day);
}

/** Runs the command in this process, so that the program is loaded once and not for each case. */
async function check(place: string, ...options: string[]): Promise<{ out: string; log: string; status: number }> {
  const content = join(place, 'content');
  const ran = await run('check', '--today', '2017-09-13', '--content', content, ...options);
  return { ...ran, out: ran.out.replaceAll(content, 'content') };
}
