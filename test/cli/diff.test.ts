import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkStructure } from '../../src/pack/pdf/check.ts';
import { run as runProgram } from './run.ts';

const paper = 'meetings/town-board/2017-07-19/02-bridge.md';
const prose = `The council has the money for the bridge, and the works can begin in the spring of next year.

| Stretch | Cost |
| --- | ---: |
| North | 10 |
| South | 20 |
`;

let folder = '';
let content = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-diff-'));
  content = join(folder, 'content');
  await cp('test/cases/base/content', content, { recursive: true });
  await appendFile(join(content, paper), `\n${prose}`);
  await git('init', '--quiet');
  await git('add', '--all');
  await git('-c', 'user.name=Office', '-c', 'user.email=office@example.org', 'commit', '--quiet', '--message', 'One');
  await git('tag', 'first');
});
afterAll(() => rm(folder, { recursive: true }));

async function git(...args: string[]): Promise<void> {
  await promisify(execFile)('git', args, { cwd: folder });
}

async function edit(path: string, ...changes: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(join(content, path), 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
    text = text.replace(from, to);
  }
  await writeFile(join(content, path), text);
}

const diff = (...args: string[]) => runProgram('diff', ...args, '--content', content);

test('nothing is said where nothing has changed', async () => {
  expect(await diff('first')).toEqual({ status: 0, out: '', log: '' });
  expect((await diff('first', 'first', '--json')).out).toBe('{\n  "changes": []\n}\n');
});

test('three words, a date and two rows that have changed places are just that', async () => {
  await edit(paper, ['begin', 'start'], ['spring', 'autumn'], ['money', 'means']);
  await edit(paper, ['| North | 10 |\n| South | 20 |', '| South | 20 |\n| North | 10 |']);
  const milestones = 'initiatives/bridge/milestones.yml';
  await edit(milestones, ['due: 2017-06-30', 'due: 2017-08-31']);
  await writeFile(join(content, 'meetings/town-board/2017-07-19/plan.png'), 'a picture');
  const { status, out, log } = await diff('first');
  expect({ status, log }).toEqual({ status: 0, log: '' });
  expect(out.trimEnd().split('\n')).toEqual([
    `changed ${milestones}`,
    '    bridge-design.baseline.due: [-2017-06-30-]{+2017-08-31+}',
    `changed ${paper} (The bridge)`,
    '    under “What it costs”: The council has the [-money-]{+means+} for the bridge, and the works can [-begin-]{+start+} in the [-spring-]{+autumn+} of next year.',
    '    under “What it costs”, moved: “North | 10”',
    'added meetings/town-board/2017-07-19/plan.png',
  ]);
});

test('what is a record in minutes is told as one, and once', async () => {
  const minutes = 'meetings/town-board/2017-07-19/minutes.md';
  await edit(minutes, ['due: 2017-08-31', 'due: 2017-09-15'], ['Order the steel.', 'Order the stone.']);
  const lines = (await diff('first')).out.split('\n');
  const at = lines.indexOf(`changed ${minutes} (action TB-2017-A01)`);
  expect(lines.slice(at, at + 3)).toEqual([
    `changed ${minutes} (action TB-2017-A01)`,
    '    due: [-2017-08-31-]{+2017-09-15+}',
    '    Order the [-steel-]{+stone+}.',
  ]);
  expect(lines.filter((line) => line.includes('steel'))).toHaveLength(1);
});

test('a paper that has another file name is the same paper, and what has changed in it is told', async () => {
  const other = 'meetings/town-board/2017-07-19/02-the-bridge.md';
  await rename(join(content, paper), join(content, other));
  await edit('meetings/town-board/2017-07-19/agenda.md', ['paper: 02-bridge', 'paper: 02-the-bridge']);
  const lines = (await diff('first')).out.split('\n');
  expect(lines).toContain(`changed ${other}, was ${paper} (The bridge)`);
  expect(lines.filter((line) => line.startsWith('    under “What it costs”: The council'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes(paper))).toHaveLength(1);
  await rename(join(content, other), join(content, paper));
});

test('a release is named for short, and the redline of it is a page that asks for nothing and a tagged PDF', async () => {
  await git('tag', 'pack/town-board/2017-07-19/v1', 'first');
  const [page, pdf] = [join(folder, 'out/redline.html'), join(folder, 'out/redline.pdf')];
  const { status, out } = await diff('town-board/2017-07-19/v1', '--page', page, '--pdf', pdf);
  expect(status).toBe(0);
  expect(out).toBe((await diff('first')).out);
  const text = await readFile(page, 'utf8');
  expect(text).toContain('<h1>Changes from town-board/2017-07-19/v1 to the folder</h1>');
  expect(text).not.toMatch(/<script|src=|url\(|href="(?!#)/);
  expect(text).toContain('spring<span class="visually-hidden">\u00a0end of removal\u00a0</span></del><ins>');
  expect(await checkStructure(new Uint8Array(await readFile(pdf)))).toEqual([]);
  const again = join(folder, 'out/again.pdf');
  await diff('town-board/2017-07-19/v1', '--pdf', again);
  expect(Buffer.compare(await readFile(again), await readFile(pdf))).toBe(0);
});

test('what plays tricks on a terminal is shown by number', async () => {
  await edit(paper, ['summary: The design is ready.', 'summary: "The design \\e[2Jis ready."']);
  expect((await diff('first')).out).toContain('    summary: The design [-is-]{+\\u001b[2Jis+} ready.\n');
});

test('nothing is quoted of what is marked above the ceiling', async () => {
  const secret = 'meetings/full-council/2017-07-26/01-lamps.md';
  await edit(secret, ['marking: OFFICIAL', 'marking: SECRET'], ['title: ', 'title: Whispered ']);
  const { status, out, log } = await diff('first');
  expect(status).toBe(0);
  expect(log).toContain(`${secret} of the folder is marked above the ceiling, and is not compared.`);
  expect(out + log).not.toContain('Whispered');
  expect(out).not.toContain(secret);
});

test('nothing is quoted of the records of an initiative that is marked above the ceiling of either state', async () => {
  const milestones = 'initiatives/bridge/milestones.yml';
  expect((await diff('first')).out).toContain(`changed ${milestones}`);
  const index = 'initiatives/bridge/index.md';
  await edit(index, ['---\n', '---\nmarking: SECRET\n']);
  await writeFile(join(content, 'initiatives/bridge/notes.csv'), 'Whispered');
  await edit(milestones, ['title: ', 'wrong: Whispered\n  title: ']);
  const { status, out, log } = await diff('first');
  expect(status).toBe(0);
  expect(log).toContain(`${index} of the folder is marked above the ceiling, and is not compared.`);
  expect(log).toContain(
    `${milestones} of the folder belongs to what is marked above the ceiling, and is not compared.`,
  );
  expect(out + log).not.toContain('Whispered');
  expect(out).not.toContain('initiatives/bridge');
  await edit(index, ['marking: SECRET', 'marking: OFFICIAL-SENSITIVE']);
  await edit(milestones, ['wrong: Whispered\n  ', '']);
  await git('add', '--all');
  await git('-c', 'user.name=Office', '-c', 'user.email=office@example.org', 'commit', '--quiet', '--message', 'Two');
  await git('tag', 'marked');
  await edit(index, ['marking: OFFICIAL-SENSITIVE\n', '']);
  await edit(milestones, ['due: 2017-08-31', 'due: 2017-09-30']);
  expect((await diff('marked')).out).toContain(`changed ${milestones}`);
  // The folder has a lower ceiling than the state before, which could show it.
  await edit('organisation.yml', ['marking: OFFICIAL\n', 'marking: OFFICIAL\nceiling: OFFICIAL\n']);
  expect((await diff('marked')).out).not.toContain('initiatives/bridge');
  await edit('organisation.yml', ['ceiling: OFFICIAL\n', '']);
});

test('what cannot be read is named, and all else compared', async () => {
  await writeFile(join(content, 'organisation.yml'), 'name: [');
  const { status, out, log } = await diff('first');
  expect(status).toBe(0);
  expect(log).toContain('organisation.yml:1:');
  expect(out).toContain(`changed ${paper}`);
  expect(out).not.toContain('organisation.yml');
});

test('a revision that does not exist is wrong use', async () => {
  expect(await diff('fisrt')).toMatchObject({ status: 2, out: '', log: expect.stringContaining('mean "first"') });
});
