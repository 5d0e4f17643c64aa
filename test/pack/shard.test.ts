import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const meeting = 'town-board/2017-09-20';
const content = resolve('test/cases/base/content');
const program = resolve('src/cli/boardpack.mjs');

let place = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'boardpack-shard-'));
});
afterAll(() => rm(place, { recursive: true }));

/** Runs the command as a process of its own, in a folder of its own, where its cache is. */
async function pack(folder: string, ...args: string[]): Promise<string> {
  const whole = [program, 'pack', '--content', content, '--quiet', ...args];
  return (await promisify(execFile)(process.execPath, whole, { cwd: folder })).stdout;
}

async function kept(folder: string): Promise<string[]> {
  const all = await readdir(join(folder, '.boardpack', 'parts'), { recursive: true, withFileTypes: true });
  return all.flatMap((entry) => (entry.isFile() ? entry.name : [])).toSorted();
}

test('two processes that set a share each leave nothing but what is around the parts, and the same bytes', async () => {
  const [shared, alone] = await Promise.all(['a-', 'b-'].map((name) => mkdtemp(join(place, name))));
  if (shared === undefined || alone === undefined) throw new Error('There are no folders.');
  const told = await Promise.all([pack(shared, meeting, '--shard', '1/2'), pack(shared, meeting, '--shard', '2/2')]);
  const counts = told.map((line) => /(\d+) of (\d+) parts/.exec(line)?.slice(1).map(Number) ?? []);
  const [[one = 0, all = 0] = [], [two = 0] = []] = counts;
  expect(Math.abs(one - two)).toBeLessThanOrEqual(1);
  expect(one + two).toBe(all);
  const parts = await kept(shared);
  expect(parts).toHaveLength(all);

  await Promise.all([pack(shared, meeting), pack(alone, meeting)]);
  const names = await readdir(join(shared, 'packs'));
  expect(names).toHaveLength(2);
  for (const name of names) {
    const [here, there] = await Promise.all([shared, alone].map((folder) => readFile(join(folder, 'packs', name))));
    expect(here?.equals(there ?? Buffer.alloc(0)), name).toBe(true);
  }
  // Of the pack set by one process alone every part is known by the same name: none of the shares was set in vain.
  expect(await kept(alone)).toEqual(expect.arrayContaining(parts));
  expect(await kept(shared)).toEqual(await kept(alone));
});

test.each(['0/2', '3/2', 'half'])('a share such as %s is refused', async (share) => {
  await expect(pack(place, meeting, '--shard', share)).rejects.toMatchObject({ code: 2, stdout: '' });
});
