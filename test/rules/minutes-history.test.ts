import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../../src/rules/check-content.ts';
import { run } from '../cli/run.ts';
import { gitOf } from '../git.ts';
import { foundTown, type Town } from './history.ts';

let folder = '';
let town: Town;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-minutes-'));
});
beforeEach(async () => {
  town = await foundTown(await mkdtemp(join(folder, 'town-')));
});
afterAll(() => rm(folder, { recursive: true }));

const minutes = 'meetings/town-board/2017-07-19/minutes.md';
const later = 'meetings/town-board/2017-09-20/minutes.md';

function changed(line: number, commit: string, was: string, is: string): string {
  const by = `commit ${commit} of 1 September 2017`;
  return `${minutes}:${line} error These minutes have been changed since they were approved, by ${by}: "${was}" has become "${is}".`;
}

test('words and attendance of approved minutes are held; a draft, line breaks and other fields are not', async () => {
  await town.edit(later, 'The steel is here.', 'The steel has come.');
  await town.edit(minutes, 'Those present were welcomed.', 'Those present\r\nwere welcomed.');
  await town.edit(minutes, 'carried_forward: [TB-2017-A01]\n', '');
  await town.commit();
  expect(await town.found()).toEqual([]);
  await town.edit(minutes, 'Order the steel.', 'Order the stone.');
  const words = await town.commit();
  expect(await town.found()).toEqual([changed(33, words, '… steel.', '… stone.')]);
  await town.edit(minutes, 'Order the stone.', 'Order the steel.');
  expect(await town.found()).toEqual([]);
  await town.commit();
  await town.edit(minutes, 'present: [chair, engineer]', 'present: [chair, engineer, clerk]');
  const there = await town.commit();
  expect(await town.found()).toEqual([changed(5, there, '… engineer', '… engineer, clerk')]);
});

test('a correction that a later meeting agreed is no change', async () => {
  await town.edit(minutes, 'were welcomed.', 'were welcomed warmly.');
  const commit = await town.commit();
  expect(await town.found()).toEqual([changed(14, commit, '… welcomed.', '… welcomed warmly.')]);
  const fields = 'item: 1\nminute: "1.1"\nreplace: were welcomed.\nwith: were welcomed warmly.';
  const text = await town.read(later);
  await town.write(later, `${text}\n::: correction 2017-07-19\n${fields}\n\nIt was warm.\n:::\n`);
  expect(await town.found()).toEqual([]);
});

test('minutes that are made a draft again, or taken away, are missed', async () => {
  const text = await town.read(minutes);
  await town.write(minutes, text.replace('status: approved\napproved_at: 2017-09-20', 'status: draft'));
  const draft = `commit ${await town.commit()} of 1 September 2017`;
  const again = `${minutes}:2 error These minutes were approved, and are a draft again, by ${draft}.`;
  expect(await town.found()).toEqual([again]);
  await town.write(minutes, text.replace('were welcomed.', 'were not.'));
  const other = await town.commit();
  expect(await town.found()).toEqual([
    `${minutes}:14 error These minutes have been changed since they were approved, by ${draft} and commit ${other} of 1 September 2017: "… welcomed." has become "… not.".`,
  ]);
  await town.remove(minutes);
  expect((await town.found())[0]).toContain(
    'agenda.md:1 error The minutes of this meeting were approved, and are gone',
  );
});

test('a typo is waived with a reason', async () => {
  await town.edit(minutes, 'were welcomed.', 'were wellcomed.');
  await town.commit();
  const waiver = `{ rule: minutes-history, file: ${minutes}, reason: A letter., by: clerk, until: 2017-12-31 }`;
  await town.edit('organisation.yml', 'standard:\n', `standard:\n  waivers:\n    - ${waiver}\n`);
  expect((await town.found()).map((told) => told.split(' ')[1])).toEqual(['note']);
});

test('history counts from a commit or tag, and one that does not exist is told with the nearest', async () => {
  await town.edit(minutes, 'were welcomed.', 'were greeted.');
  const commit = await town.commit();
  await town.git('tag', 'archive-2017');
  const begin = async (from: string): Promise<string[]> => {
    const text = await town.read('organisation.yml');
    await town.write(
      'organisation.yml',
      text.replace(/standard:\n(?: {2}history_from.*\n)?/, `standard:\n  history_from: "${from}"\n`),
    );
    const { diagnostics } = await checkContent(town.content, async (declared = '') => declared);
    return diagnostics
      .filter(({ rule }) => /history|settings/.test(rule))
      .map(({ file, line, rule, hint }) => `${file}:${line} ${rule} ${hint}`);
  };
  expect(await town.found()).toHaveLength(1);
  expect(await begin(commit)).toEqual([]);
  expect(await begin('archive-2017')).toEqual([]);
  const near = (name: string): string => `organisation.yml:6 standard-settings Did you mean "${name}"?`;
  expect(await begin('archive-2018')).toEqual([near('archive-2017')]);
  const wrong = commit.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
  expect(await begin(wrong)).toEqual([near(commit)]);
  // A branch moves, so it is no beginning.
  expect(await begin('main')).toHaveLength(1);
  expect(await begin(commit)).toEqual([]);
  await town.edit(minutes, 'were greeted.', 'were welcomed.');
  expect(await town.found()).toHaveLength(1);
});

test('a revision is held against what came before it, and a part of a history against nothing, with a word', async () => {
  await town.edit(minutes, 'were welcomed.', 'were greeted.');
  await town.commit();
  await town.edit(minutes, 'were greeted.', 'were welcomed.');
  await town.commit();
  const check = (content: string, ...more: string[]) => run('check', '--content', content, ...more);
  expect((await check(town.content, '--at', 'HEAD~1')).out).toContain('minutes-history');
  expect(await check(town.content)).toEqual({ status: 0, out: '', log: '' });
  const part = join(folder, 'part');
  await gitOf(folder).git('clone', '--quiet', '--depth', '1', `file://${town.root}`, part);
  const { status, out, log } = await check(join(part, 'content'));
  expect({ status, out }).toEqual({ status: 0, out: '' });
  expect(log).toContain('git fetch --unshallow');
});
