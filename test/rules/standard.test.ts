import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { withhold } from '../../src/rules/marking-ceiling.ts';
import { standard } from '../../src/rules/standard.ts';

const cases = resolve('test/cases');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-standard-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('every rule has an id of its own, in alphabetical order', () => {
  const ids = standard.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

test.each(standard)('$id says in sentences what it asks, why, and how it is mended', ({ asks, because, mend }) => {
  for (const text of [asks, because, mend]) expect(text).toMatch(/^[A-Z]\P{Cc}*[^.]\.$/u);
});

test.each(standard)('$id has a case that breaks it and nothing else', async ({ id }) => {
  const printed = await readFile(join(cases, `rule-${id}`, 'expected.txt'), 'utf8');
  const rules = Array.from(printed.matchAll(/^\S+:\d+:\d+ \w+ (\S+) /gm), ([, rule]) => rule);
  expect([...new Set(rules)]).toEqual([id]);
});

test('every case of a rule is of a rule of the standard', async () => {
  const ids = (await readdir(cases)).flatMap((name) => /^rule-(.+)$/.exec(name)?.[1] ?? []);
  expect(ids.toSorted()).toEqual(standard.map(({ id }) => id));
});

test('of a record above the ceiling nothing is said but that it is', () => {
  const fault = (file: string, rule: string): Diagnostic => {
    return { file, rule, line: 1, column: 1, severity: 'error', message: '', hint: '' };
  };
  const all = [fault('a.md', 'wrong-value'), fault('a.md', 'marking-ceiling'), fault('b.md', 'wrong-value')];
  expect(withhold(all).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'a.md marking-ceiling',
    'b.md wrong-value',
  ]);
  const ofInitiatives = [
    fault('initiatives/bridge/index.md', 'marking-ceiling'),
    fault('initiatives/bridge/risks.yml', 'wrong-value'),
    fault('initiatives/park/risks.yml', 'wrong-value'),
  ];
  expect(withhold(ofInitiatives).map(({ file }) => file)).toEqual([
    'initiatives/bridge/index.md',
    'initiatives/park/risks.yml',
  ]);
});

const risks = 'initiatives/bridge/risks.yml';
const paper = 'meetings/town-board/2017-07-19/02-bridge.md';
/** Breaks `risk-form`, an error that can be waived, once. */
const wrongResponse = { file: risks, from: 'response: reduce', to: 'response: exploit' };
/** Breaks `link-target`, which is binding, once. */
const deadLink = { file: paper, from: '#what-it-costs', to: '#costs' };
/** Breaks `acronyms`, a warning, once. */
const acronym = { file: paper, from: 'Much.', to: 'Much, says the XYZ.' };

test('a waiver makes a note of its fault that says who waived it, why and until when', async () => {
  const found = await check(wrongResponse, settings(waiver('risk-form', risks, '2017-09-13')));
  expect(found).toEqual([
    expect.objectContaining({
      file: risks,
      rule: 'risk-form',
      severity: 'note',
      message: '"exploit" is not a response to a threat.',
      hint: 'Waived by clerk until 2017-09-13: It is known.',
    }),
  ]);
});

test('a waiver holds for no other file and no other rule', async () => {
  const others = [waiver('risk-form', paper, '2017-09-13'), waiver('risk-review', risks, '2017-09-13')];
  const found = await check(wrongResponse, settings(...others));
  expect(brief(found)).toEqual([
    `${risks} error risk-form`,
    'organisation.yml warning standard-settings',
    'organisation.yml warning standard-settings',
  ]);
});

test('a waiver that has run out no longer holds', async () => {
  const found = await check(wrongResponse, settings(waiver('risk-form', risks, '2017-09-12')));
  expect(brief(found)).toEqual([`${risks} error risk-form`, 'organisation.yml error standard-settings']);
});

test('a waiver that waives nothing is a warning', async () => {
  const found = await check(settings(waiver('risk-form', risks, '2017-09-13')));
  expect(brief(found)).toEqual(['organisation.yml warning standard-settings']);
  expect(found[0]?.message).toContain('waives nothing');
});

test('a severity that the organisation sets is used in place of the standard’s own, lighter or heavier', async () => {
  expect(brief(await check(wrongResponse, acronym))).toEqual([`${risks} error risk-form`, `${paper} warning acronyms`]);
  const found = await check(wrongResponse, acronym, settings('severities: { risk-form: note, acronyms: error }'));
  expect(brief(found)).toEqual([`${risks} note risk-form`, `${paper} error acronyms`]);
});

test('a binding rule is neither waived nor made lighter', async () => {
  const lighter = 'severities: { link-target: note }';
  const found = await check(deadLink, settings(lighter, waiver('link-target', paper, '2017-12-31')));
  expect(brief(found)).toEqual([
    `${paper} error link-target`,
    'organisation.yml error standard-settings',
    'organisation.yml error standard-settings',
  ]);
});

/** A text of the clean base that is replaced by another. */
interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What is found in a copy of the clean base with some changes. */
async function check(...changes: readonly Change[]): Promise<readonly Diagnostic[]> {
  const content = await mkdtemp(join(folder, 'content-'));
  await cp(join(cases, 'base', 'content'), content, { recursive: true });
  for (const { file, from, to } of changes) {
    const text = await readFile(join(content, file), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    await writeFile(join(content, file), text.replace(from, to));
  }
  const { diagnostics } = await checkContent(content, async (declared = '') => declared);
  return diagnostics;
}

/** A waiver as it stands in a list of one or more under `waivers:`. */
function waiver(rule: string, file: string, until: string): string {
  return `- { rule: ${rule}, file: ${file}, reason: It is known., by: clerk, until: ${until} }`;
}

/** How the standard is applied, in place of what the base says of severities: fields, and waivers in a list. */
function settings(...lines: readonly string[]): Change {
  const waivers = lines.filter((line) => line.startsWith('- '));
  const fields = lines.filter((line) => !line.startsWith('- '));
  const list = waivers.length === 0 ? [] : ['waivers:', ...waivers.map((line) => `  ${line}`)];
  const to = [...fields, ...list].join('\n  ');
  return { file: 'organisation.yml', from: 'severities: { finance-rounding: note }', to };
}

function brief(found: readonly Diagnostic[]): string[] {
  return found.map(({ file, severity, rule }) => `${file} ${severity} ${rule}`);
}
