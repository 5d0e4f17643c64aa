import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readRecords } from '../../src/records/read-records.ts';
import type { RecordChange, State } from '../../src/release/compare.ts';
import { markingOf } from '../../src/release/marking.ts';

/** A state of some content, each file with a marking of its own or none. */
function state(markings: Readonly<Record<string, string | undefined>>): State {
  const files = Object.entries(markings).map(([path, marking]) => ({
    path,
    text: path.endsWith('.md') ? `---\n${marking === undefined ? '' : `marking: ${marking}\n`}---\n` : '',
  }));
  const source = { files, assets: [], readAsset: async () => new Uint8Array() };
  return { source, records: readRecords(files).records, unread: new Set() };
}

const change = (file: string, was?: string): RecordChange => ({
  kind: 'changed',
  file,
  ...(was !== undefined && { was }),
  record: '',
  title: '',
  fields: [],
  prose: [],
});
const paper = 'meetings/pib/2017-09-20/01-estate.md';
const sensitive = 'OFFICIAL-SENSITIVE';

test.each<[string, RecordChange, Record<string, string | undefined>, Record<string, string | undefined>, string]>([
  ['what is not marked', change(paper), { [paper]: undefined }, { [paper]: undefined }, 'OFFICIAL'],
  ['what is marked', change(paper), { [paper]: undefined }, { [paper]: sensitive }, sensitive],
  ['what was marked', change(paper), { [paper]: sensitive }, { [paper]: undefined }, sensitive],
  [
    'what was marked under another name',
    change(paper, 'meetings/a/2017-09-20/01-b.md'),
    { 'meetings/a/2017-09-20/01-b.md': sensitive },
    {},
    sensitive,
  ],
  [
    'a record of an initiative',
    change('initiatives/bridge/finance.csv'),
    {},
    { 'initiatives/bridge/index.md': sensitive },
    sensitive,
  ],
  ['an annex', change('meetings/pib/2017-09-20/plan.pdf'), { [paper]: sensitive }, {}, sensitive],
  ['another paper', change(paper), {}, { 'meetings/pib/2017-09-20/02-other.md': sensitive }, 'OFFICIAL'],
  [
    'an initiative that has not changed',
    change('initiatives/bridge/finance.csv'),
    {},
    { 'initiatives/park/index.md': sensitive },
    'OFFICIAL',
  ],
])('a redline that shows %s', (_what, one, before, after, marking) => {
  expect(markingOf([one], [state(before), state(after)], 'OFFICIAL')).toBe(marking);
});

test('a redline is marked no lower than the organisation was', async () => {
  const text = await readFile('test/cases/base/content/organisation.yml', 'utf8');
  const marked = text.replace('marking: OFFICIAL\n', `marking: ${sensitive}\n`);
  const before: State = { ...state({}), records: readRecords([{ path: 'organisation.yml', text: marked }]).records };
  expect(markingOf([], [before, state({})], 'OFFICIAL')).toBe(sensitive);
});
