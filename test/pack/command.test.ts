import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/pack/manifest.ts';
import { sha256 } from '../../src/source/sha256.ts';
import { run as runProgram } from '../cli/run.ts';

let folder = '';
let content = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-command-'));
  content = join(folder, 'content');
  await cp('test/cases/base/content', content, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

const pack = (...args: string[]) => runProgram('pack', '--content', content, '--quiet', ...args);

const meeting = 'full-council/2017-07-26';
const written = async (name: string) => await readdir(join(folder, name)).catch(() => []);

test('one pack with its manifest beside it, told as data', async () => {
  const out = join(folder, 'one');
  const { status, out: told } = await pack(meeting, '--out', out, '--json');
  expect(status).toBe(0);
  const [facts] = JSON.parse(told).packs;
  const pdf = await readFile(join(out, facts.file));
  const manifest = JSON.parse(await readFile(join(out, facts.file.replace('.pdf', '.json')), 'utf8'));
  expect(await written('one')).toEqual(['full-council-2017-07-26-v1.json', 'full-council-2017-07-26-v1.pdf']);
  expect([facts.bytes, manifest.sha256, manifest.audience]).toEqual([pdf.length, sha256(pdf), 'members']);
  const placed = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      page: String(from + index),
      at: expect.any(Number),
      words: expect.any(String),
    }));
  expect(facts.parts).toEqual(
    (manifest.parts as Manifest['parts']).map(({ id, reference, title, from, to, words }) => ({
      id,
      reference,
      title,
      from,
      to,
      words,
      pages: placed(from, to),
    })),
  );
});

test('the pack for the public says so in its name and its manifest', async () => {
  const { status, out: told } = await pack(meeting, '--audience', 'public', '--out', join(folder, 'public'), '--json');
  expect(status).toBe(0);
  const [{ file }] = JSON.parse(told).packs;
  expect(file).toBe('full-council-2017-07-26-v1-public.pdf');
  const manifest = await readFile(join(folder, 'public', file.replace('.pdf', '.json')), 'utf8');
  expect(JSON.parse(manifest).audience).toBe('public');
});

test('an edition says so in its name, its manifest and what is told; papers are made beside the pack', async () => {
  const out = join(folder, 'editions');
  const large = await pack(meeting, '--edition', 'large', '--out', out, '--json');
  expect([large.status, JSON.parse(large.out).packs[0]]).toMatchObject([
    0,
    { file: 'full-council-2017-07-26-v1-large.pdf', edition: 'large' },
  ]);
  const manifest = await readFile(join(out, 'full-council-2017-07-26-v1-large.json'), 'utf8');
  expect(JSON.parse(manifest).edition).toBe('large');
  const papers = await pack(meeting, '--papers', '--out', join(folder, 'papers'), '--json');
  const [whole, ...own]: { file: string; parts: { id: string }[] }[] = JSON.parse(papers.out).packs;
  expect(whole?.file).toBe('full-council-2017-07-26-v1.pdf');
  expect(own.map(({ file }) => file)).toEqual(
    whole?.parts.slice(2).map(({ id }) => `full-council-2017-07-26-v1-${id}.pdf`),
  );
  expect(own.length).toBeGreaterThan(0);
});

describe('wrong use ends with status 2, a sentence, and nothing written', () => {
  test.each([
    [['full-council/2017-07-25'], 'Did you mean "full-council/2017-07-26"?'],
    [['full-council'], 'Name it as board/date. Its latest is full-council/2017-07-26.'],
    [[meeting, '--audience', 'chair'], 'There is no brief for the chair of full-council/2017-07-26.'],
    [[meeting, '--audience', 'chair', '--edition', 'large'], 'The brief for the chair has no editions'],
    [[meeting, '--edition', 'large', '--papers'], 'made with the standard edition only'],
    [[meeting, '--edition', 'huge'], "argument 'huge' is invalid"],
    [[meeting, '--audience', 'all'], "argument 'all' is invalid"],
    [[], 'Name a meeting, as board/date.'],
  ])('%j', async (args, message) => {
    const { status, out, log } = await pack(...args, '--out', join(folder, 'wrong'));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(log).toContain(message);
    expect(log).not.toContain('    at ');
    expect(await written('wrong')).toEqual([]);
  });

  test('a meeting that was cancelled, with the reason', async () => {
    const meetings = join(content, 'meetings', 'full-council', '2017-09-06');
    await mkdir(meetings);
    await writeFile(
      join(meetings, 'agenda.md'),
      '---\nstart: "18:00"\nend: "19:00"\nplace: Town hall\nstatus: cancelled\ncancelled: { on: 2017-09-01, reason: The hall was flooded. }\n---\n',
    );
    const { status, log } = await pack('full-council/2017-09-06', '--out', join(folder, 'wrong'));
    await rm(meetings, { recursive: true });
    expect(log).toContain('was cancelled, so it has no pack. The hall was flooded.');
    expect(status).toBe(2);
  });
});

test('content with errors gives status 1, its faults, and nothing written', async () => {
  const file = join(content, 'glossary.yml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text}\n- trem: X\n`);
  const { status, out } = await pack(meeting, '--out', join(folder, 'faulty'));
  await writeFile(file, text);
  expect(status).toBe(1);
  expect(out).toContain('There is no field "trem" here.');
  expect(await written('faulty')).toEqual([]);
});
