import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ReadContent, readIssueContent } from '../../src/release/issue-content.ts';
import type { ReleaseManifest } from '../../src/release/manifest.ts';
import { samePacks } from '../../src/release/same-packs.ts';
import { foundTown, type Town } from '../rules/history.ts';

const meeting = 'full-council/2017-07-26';
const agenda = `meetings/${meeting}/agenda.md`;
/** Of a version whose papers are those of any other. */
const manifest: ReleaseManifest = {
  form: 1,
  release: `${meeting}/v1`,
  commit: 'a'.repeat(40),
  date: '2017-09-01',
  content: 'content/',
  asOf: '2017-07-18',
  generator: 'boardpack 0',
  browser: 'a browser',
  standard: '1.2',
  packs: [],
  files: [],
};

let root = '';
let town: Town;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-same-'));
  town = await foundTown(root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** The content as it is committed. */
async function read(): Promise<{ manifest: ReleaseManifest; content: ReadContent }> {
  await town.commit();
  const content = await readIssueContent(town.content, 'HEAD', meeting);
  const { view } = content;
  if (view === undefined) throw new Error('The meeting cannot be read.');
  return { manifest, content: { ...content, view } };
}

test.each<[string, string, string, string]>([
  ['the place', agenda, 'place: Town hall', 'place: Market hall'],
  ['the time', agenda, 'start: "18:00"', 'start: "18:05"'],
  ['an item that has nothing to read', agenda, 'minutes: 20\n    lead', 'minutes: 15\n    lead'],
  [
    'a waiver in force, which page 1 counts',
    'organisation.yml',
    '  tolerances:',
    '  waivers:\n    - { rule: date-in-text, file: roles.yml, reason: It is so., by: engineer, until: 2018-03-31 }\n  tolerances:',
  ],
  ['a name on the agenda', 'roles.yml', 'title: Engineer', 'title: Chief engineer'],
])('of two versions with the same papers one differs in %s', async (_what, file, from, to) => {
  await town.write('beside.txt', 'The first.');
  const before = await read();
  await town.write('beside.txt', 'The second.');
  expect(samePacks(before, await read())).toBe(true);
  await town.edit(file, from, to);
  expect(samePacks(before, await read())).toBe(false);
});
