import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decode } from '../../src/source/decode.ts';
import { readWorkTree } from '../../src/source/work-tree.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-source-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('text files and assets apart, sorted, without what starts with a dot', async () => {
  await mkdir(join(folder, 'b', '.git'), { recursive: true });
  for (const path of ['b/two.md', 'b/one.csv', 'a.yml', 'b/photo.png', 'b/.git/x.md', '.DS_Store', 'z.MD']) {
    await writeFile(join(folder, path), path);
  }
  const { source, diagnostics } = await readWorkTree(folder);
  expect(source.files.map(({ path }) => path)).toEqual(['a.yml', 'b/one.csv', 'b/two.md', 'z.MD']);
  expect(source.assets).toEqual(['b/photo.png']);
  expect(diagnostics).toEqual([]);
  expect(Buffer.from(await source.readAsset('b/photo.png')).toString()).toBe('b/photo.png');
});

test('only assets can be read as such, whatever path is asked for', async () => {
  await writeFile(join(folder, 'a.md'), 'text');
  const { source } = await readWorkTree(folder);
  for (const path of ['a.md', '../a.png', '/etc/passwd', 'constructor']) {
    await expect(source.readAsset(path)).rejects.toThrow('is not a file of the content');
  }
});

test('links to a file and to a folder are told, and not followed', async () => {
  await symlink('/etc', join(folder, 'etc'));
  await symlink('/etc/passwd', join(folder, 'passwd.md'));
  const { source, diagnostics } = await readWorkTree(folder);
  expect([...source.files, ...source.assets]).toEqual([]);
  expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['etc source-link', 'passwd.md source-link']);
});

// Other systems do not let such a name be made.
test.runIf(process.platform === 'linux')('a name that is not UTF-8 is told, and not opened', async () => {
  const path = Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff]), Buffer.from('.md')]);
  await writeFile(path, 'text');
  const { source, diagnostics } = await readWorkTree(folder);
  expect(source.files).toEqual([]);
  expect(diagnostics).toMatchObject([{ file: 'b\ufffd.md', rule: 'source-name' }]);
});

test.each([
  ['Windows line ends', 'a\r\nb\rc\n', 'a\nb\nc\n'],
  ['a byte-order mark', '\ufeffa', 'a'],
  ['no text at all', '', ''],
])('%s', (_name, written, text) => {
  expect(decode(Buffer.from(written))).toEqual({ text });
});

test.each([
  ['Latin 1', Buffer.from('a\r\nb \xe9 c', 'latin1'), 2, 3],
  ['a wrong byte after odd letters', Buffer.concat([Buffer.from('a\r\n🧱é '), Buffer.from([0xe9, 0x20])]), 2, 5],
  ['half a letter at the end', Buffer.from('ab\ncé').subarray(0, 5), 2, 2],
  ['UTF-16', Buffer.from('\ufeffab', 'utf16le'), 1, 1],
  ['a zero byte', Buffer.from('ab\nc\0'), 2, 2],
])('%s is refused where it stands', (_name, bytes, line, column) => {
  expect(decode(bytes)).toMatchObject({ fault: { line, column, rule: 'source-text' } });
});

test('a line of 200,000 characters is read, and one of 200,001 is not', () => {
  expect(decode(Buffer.from(`a\n${'b'.repeat(200_000)}`))).toHaveProperty('text');
  expect(decode(Buffer.from(`a\n${'b'.repeat(200_001)}`))).toMatchObject({ fault: { line: 2, column: 1 } });
});
