import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { run as runProgram } from './run.ts';

let content = '';

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'boardpack-new-'));
  await cp('content', content, { recursive: true });
});

afterEach(async () => {
  await rm(content, { recursive: true });
});

const run = (...args: string[]) => runProgram(...args, '--content', content);

async function faults(): Promise<Diagnostic[]> {
  return JSON.parse((await run('check', '--json')).out);
}

const meeting = 'portfolio-and-investment-board/2018-01-24';
const place = (id: string): string => join(content, 'meetings', id, 'minutes.md');

/** Fills each blank as a secretary might: actions stay open, decisions are taken, everything else gets some words. */
function fill(text: string): string {
  return text
    .replaceAll(/^status: ____$/gm, 'status: open')
    .replaceAll(/^( *)outcome: ____$/gm, '$1outcome: deferred')
    .replaceAll(/^chair: ____$/gm, 'chair: pib-chair')
    .replaceAll('____', 'Words of the secretary.');
}

describe('the minutes of the coming meeting', () => {
  test('check clean once their blanks are filled, and not before', async () => {
    const before = await faults();
    const { status, out } = await run('new', 'minutes', meeting);
    expect(status).toBe(0);
    expect(out).toBe(`${place(meeting)}\n`);
    const skeleton = await readFile(place(meeting), 'utf8');
    const own = (await faults()).filter(({ file }) => file.endsWith(`${meeting}/minutes.md`));
    const lines = skeleton.split('\n').flatMap((line, index) => (line.includes('____') ? index + 1 : []));
    expect([...new Set(own.map(({ line }) => line))].toSorted((a, b) => a - b)).toEqual(
      expect.arrayContaining(lines.filter((line) => !skeleton.split('\n')[line - 1]?.includes(':'))),
    );
    await writeFile(place(meeting), fill(skeleton));
    expect(await faults()).toEqual(before);
  });

  test('have a section for every item, numbered on, and an update for every open action', async () => {
    await run('new', 'minutes', meeting);
    const text = await readFile(place(meeting), 'utf8');
    const agenda = await readFile(place(meeting).replace('minutes.md', 'agenda.md'), 'utf8');
    const items = Array.from(agenda.matchAll(/^ {2}- number: "?(\w+)"?$/gm), (match) => match[1]);
    expect(Array.from(text.matchAll(/^\(Agenda item (\w+)\)$/gm), (match) => match[1])).toEqual(items);
    // The first meeting of the year begins at 1.
    expect(Array.from(text.matchAll(/^## (\d+) /gm), (match) => Number(match[1]))).toEqual(items.map((_, n) => n + 1));
    const carried = text.match(/^ {2}- PIB-\d{4}-A\d+$/gm)?.map((line) => line.slice(4));
    expect(carried?.length).toBeGreaterThan(5);
    expect(Array.from(text.matchAll(/^::: update (.*)$/gm), (match) => match[1])).toEqual(carried);
    expect(text).toContain('::: decision PIB-2018-D01\n');
    expect(text).toContain('::: approval 2017-10-18\n');
  });
});

describe('nothing is written', () => {
  test('over minutes that are there', async () => {
    const held = 'portfolio-and-investment-board/2017-10-18';
    const before = await readFile(place(held), 'utf8');
    const { status, log } = await run('new', 'minutes', held);
    expect(status).toBe(2);
    expect(log).toContain('is there already and was left as it is');
    expect(await readFile(place(held), 'utf8')).toBe(before);
  });

  test.each([
    ['portfolio-and-investment-board/2018-01-25', 'Did you mean "portfolio-and-investment-board/2018-01-24"?'],
    ['portfolio-and-investment-board/2017-11-15', 'was cancelled'],
  ])('for %s', async (id, said) => {
    const { status, log } = await run('new', 'minutes', id);
    expect(status).toBe(2);
    expect(log).toContain(said);
    await expect(readFile(place(id))).rejects.toThrow();
  });

  test('while the content has errors', async () => {
    await writeFile(join(content, 'roles.yml'), '- id: nobody\n');
    const { status, log } = await run('new', 'minutes', meeting);
    expect(status).toBe(1);
    expect(log).toContain('The minutes cannot be begun while the content has errors.');
    await expect(readFile(place(meeting))).rejects.toThrow();
  });
});
