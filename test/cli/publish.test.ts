import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundTown, type Town } from '../rules/history.ts';
import { program } from './program.ts';

let root = '';
let town: Town;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-publish-'));
  town = await foundTown(root);
  await town.git('config', 'user.name', 'Office');
  await town.git('config', 'user.email', 'office@example.org');
});
afterAll(() => rm(root, { recursive: true }));

test('a branch is added to, and only where something has changed', async () => {
  const publish = () => program(root, ['publish', '--branch', 'site', '--quiet']);
  const first = await publish();
  expect(first).toMatchObject({ status: 0, log: '' });
  expect(first.out).toMatch(
    /^site: no issued files added, no issued files kept, \d+ other files, no files taken away\n$/,
  );
  expect(await town.git('ls-tree', '--name-only', 'site')).toContain('index.html\n');
  expect(await publish()).toEqual({ status: 0, out: 'site: nothing has changed, so nothing was committed\n', log: '' });
  expect((await town.git('log', '--format=%s', 'site')).split('\n')).toHaveLength(2);
  const refused = await program(root, ['publish', '--branch', 'main', '--quiet']);
  expect(refused).toMatchObject({ status: 2, log: expect.stringContaining('"main" is checked out') });
}, 300_000);
