import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run as runProgram } from './run.ts';

const table = 'finance/bridge.csv';

let folder = '';
let content = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-why-'));
  content = join(folder, 'content');
  await cp('test/cases/base/content', content, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function git(...args: string[]): Promise<string> {
  return (await promisify(execFile)('git', args, { cwd: folder })).stdout.trim();
}

/** Commits all there is; the abbreviated id. */
async function commit(day: string): Promise<string> {
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('add', '--all');
  const as = ['-c', 'user.name=Office', '-c', 'user.email=office@example.org'];
  const dates = { GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: `${day}T12:00:00Z` };
  await promisify(execFile)('git', [...as, 'commit', '--quiet', '--message', day], {
    cwd: folder,
    env: { ...process.env, ...dates },
  });
  return (await git('rev-parse', 'HEAD')).slice(0, 10);
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(content, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
  await writeFile(join(content, path), text.replace(from, to));
}

const why = (what: string, ...args: string[]) =>
  runProgram('why', what, '--content', content, '--today', '2017-09-13', ...args);
const asked = async (what: string): Promise<string> => (await why(what)).out.replaceAll(`${content}/`, '');

test('a sum tells each term with its line and the commit that last set it; rows that change places set nothing', async () => {
  const first = await commit('2017-09-01');
  await edit(
    table,
    'steel,Steel,line,62.0,39.7\nstone,Stone,line,13.1,26.3',
    'stone,Stone,line,13.1,26.3\nsteel,Steel,line,62.0,39.7',
  );
  await commit('2017-09-02');
  await edit(table, '13.1,26.3', '13.1,26.2');
  await edit(table, '75.1,66.0', '75.1,65.9');
  const third = await commit('2017-09-03');
  expect(await asked('bridge/stone+steel/b18')).toBe(`bridge/stone+steel/b18
    Stone and Steel, Plan 2018-19: £65.9m
    26.2 + 39.7 = 65.9
         26.2 bridge/stone/b18 finance/bridge.csv:2:23, last set by ${third} on 2017-09-03
         39.7 bridge/steel/b18 finance/bridge.csv:3:23, last set by ${first} on 2017-09-01
`);
});

test('a value that came back was set by the commit that brought it back', async () => {
  await commit('2017-09-01');
  for (const [from, to, day] of [
    ['62.0', '61.9', '2017-09-02'],
    ['61.9', '62.0', '2017-09-03'],
  ] as const) {
    await edit(table, from, to);
    await commit(day);
  }
  expect(await asked('bridge/steel/b17')).toContain('on 2017-09-03');
});

test('what a branch set is told by its commit, not by the merge', async () => {
  await commit('2017-09-01');
  await git('checkout', '--quiet', '-b', 'other');
  await edit(table, '62.0', '61.9');
  const other = await commit('2017-09-02');
  await git('checkout', '--quiet', 'main');
  await edit('finance/works.csv', '2.0,1.5', '2.1,1.5');
  await commit('2017-09-03');
  await git(
    '-c',
    'user.name=O',
    '-c',
    'user.email=o@example.org',
    'merge',
    '--quiet',
    '--no-ff',
    '-m',
    'Merge',
    'other',
  );
  expect(await asked('bridge/steel/b17')).toContain(`last set by ${other} on 2017-09-02`);
});

test('what is not committed, a clone of a part, and no repository are said, and the rest told', async () => {
  expect(await asked('bridge/steel/b17')).toContain('finance/bridge.csv:2:18, no history');
  await commit('2017-09-01');
  await edit('finance/works.csv', '2.0,1.5', '2.1,1.5');
  await commit('2017-09-02');
  await edit(table, '62.0', '62.1');
  expect(await asked('bridge/steel/b17')).toContain('62.1m\n    finance/bridge.csv:2:18, not yet committed');
  expect(await asked('bridge/steel/b18')).toContain('last set by');
  expect((await why('bridge/steel/b17', '--at', 'HEAD')).out).toContain('£62.0m');
  await git('tag', 'pack/works/2017-09-01/v1', 'HEAD~1');
  expect((await why('bridge/steel/b17', '--at', 'works/2017-09-01/v1')).out).toContain('last set by');
  const part = await mkdtemp(join(tmpdir(), 'boardpack-why-part-'));
  await git('clone', '--quiet', '--depth', '1', `file://${folder}`, part);
  const { out } = await runProgram(
    'why',
    'bridge/steel/b17',
    '--content',
    join(part, 'content'),
    '--today',
    '2017-09-13',
  );
  expect(out).toContain('set before the part of the history that this clone has');
  await rm(part, { recursive: true });
});

test('a file that is added, taken away and not yet added again is not committed', async () => {
  await commit('2017-09-01');
  await rm(join(content, table));
  const text = await git('show', `HEAD:content/${table}`);
  await commit('2017-09-02');
  await writeFile(join(content, table), `${text}\n`);
  expect(await asked('bridge/steel/b17')).toContain('not yet committed');
});

test('a record by its id or file: what it is, where, and the commit that last set it', async () => {
  const first = await commit('2017-09-01');
  await edit('initiatives/bridge/milestones.yml', '- id: bridge-open', '# The first.\n- id: bridge-open');
  await appendFile(join(content, 'initiatives/bridge/index.md'), '\nIt is long.\n');
  const second = await commit('2017-09-02');
  expect(await asked('bridge-design')).toBe(`bridge-design (milestone)
    Design agreed
    initiatives/bridge/milestones.yml:7:3, last set by ${first} on 2017-09-01
`);
  expect(await asked('initiatives/bridge/index.md')).toContain(
    `initiatives/bridge/index.md:1:1, last set by ${second}`,
  );
  const all = await asked('bridge');
  expect(all).toContain('bridge (initiative)\n    Bridge\n');
  expect(all).toContain('bridge (finance table)\n    Bridge money\n');
  expect(all).toContain('    bridge/steel/b17\n');
});

test('a number leads to the figures it may be; what is nothing is told with the nearest name', async () => {
  expect(await asked('£102m')).toContain(
    'bridge/steel/2017-18..2018-19\n    Steel, 2017-18 to 2018-19: £101.7m\n    62.0 + 39.7 = 101.7',
  );
  expect(await why('bridge-desing')).toMatchObject({
    status: 2,
    log: 'boardpack: There is no record or figure "bridge-desing". Did you mean "bridge-design"?\n',
  });
  expect(await why('bridge/stell/b17')).toMatchObject({
    status: 2,
    log: 'boardpack: The table "bridge" has no line "stell". Did you mean "steel"?\n',
  });
  expect((await why('987654')).log).toContain('No figure of the records is 987654');
});

test('the same as data', async () => {
  const first = await commit('2017-09-01');
  const { figures } = JSON.parse((await why('bridge/steel/b17..b18', '--json')).out);
  expect(figures).toHaveLength(1);
  expect(figures[0]).toMatchObject({ name: 'bridge/steel/2017-18..2018-19', value: 101.7, sum: '62.0 + 39.7 = 101.7' });
  expect(figures[0].terms[0]).toMatchObject({ line: 2, column: 18, setBy: { commit: first, date: '2017-09-01' } });
});

test('check --figures notes what stands in prose and in no record, and only when asked', async () => {
  const paper = 'meetings/town-board/2017-07-19/02-bridge.md';
  await appendFile(
    join(content, paper),
    '\nSteel is £62.0\nmillion, as [£62m](figure:bridge/steel/b17); paint is £13.1 million or\n3 per cent of £987\nmillion, in 2017-18.\n\n| Paint |\n| --- |\n| £55 million |\n',
  );
  const check = (...args: string[]) => runProgram('check', '--content', content, '--today', '2017-09-13', ...args);
  const { status, out } = await check('--figures');
  expect(status).toBe(0);
  const notes = out
    .replaceAll(`${content}/`, '')
    .split('\n')
    .filter((line) => line.includes('plain-figures'));
  expect(notes).toEqual([
    `${paper}:22:1 note plain-figures "3 per cent" is no figure of the records.`,
    `${paper}:22:15 note plain-figures "£987 million" is no figure of the records.`,
  ]);
  expect((await check()).out).not.toContain('plain-figures');
});

test('nothing is told of content that has errors', async () => {
  await edit(table, '62.0', 'sixty');
  const { status, out, log } = await why('bridge/steel/b17');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(log).toContain('is not a figure');
});
