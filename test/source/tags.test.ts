import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTags } from '../../src/source/tags.ts';
import { gitOf } from '../git.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'boardpack-tags-'));
});
afterEach(() => rm(root, { recursive: true }));

test('there are no tags where there is no repository, and none where none was made', async () => {
  expect(await readTags(root, 'pack/')).toEqual([]);
  await gitOf(root).git('init', '--quiet');
  expect(await readTags(root, 'pack/')).toEqual([]);
});

test('tags that git cannot read are told, and not taken for none', async () => {
  const { git } = gitOf(root);
  await git('init', '--quiet');
  await git('commit', '--quiet', '--allow-empty', '--message', 'one');
  await git('tag', '--annotate', '--message', 'x', 'pack/pib/2017-09-20/v1');
  expect(await readTags(root, 'pack/')).toHaveLength(1);
  await expect(readTags(root, 'pack/', 'pib/2017-09-20/v1')).rejects.toThrow(/^The tags of ".*" cannot be read: .*\.$/);
  await rm(join(root, '.git/objects'), { recursive: true });
  await mkdir(join(root, '.git/objects'));
  await expect(readTags(root, 'pack/')).rejects.toThrow('cannot be read');
  await writeFile(join(root, '.git/config'), '[core');
  await expect(readTags(root, 'pack/')).rejects.toThrow('Git refuses to read the repository');
});
