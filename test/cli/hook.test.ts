import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundTown, type Town } from '../rules/history.ts';

let root = '';
let town: Town;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-hook-'));
  town = await foundTown(root);
  const check = `"${process.execPath}" "${resolve('src/cli/boardpack.mjs')}" check --quiet >&2`;
  const hook = join(root, '.git/hooks/pre-commit');
  await mkdir(join(root, '.git/hooks'), { recursive: true });
  await writeFile(hook, `#!/bin/sh\nexec ${check}\n`);
  await chmod(hook, 0o755);
});
afterAll(() => rm(root, { recursive: true }));

test('before a commit the content is checked as it stands, and held against its history', async () => {
  const minutes = 'meetings/town-board/2017-07-19/minutes.md';
  await town.edit(minutes, 'were welcomed.', 'were greeted.');
  await expect(town.git('commit', '--quiet', '--all', '--message', 'x')).rejects.toThrow('minutes-history');
  await town.edit(minutes, 'were greeted.', 'were welcomed.');
  await town.git('commit', '--quiet', '--all', '--allow-empty', '--message', 'x');
});
