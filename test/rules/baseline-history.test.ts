import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { foundTown, type Town } from './history.ts';

let folder = '';
let town: Town;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boardpack-baselines-'));
});
beforeEach(async () => {
  town = await foundTown(await mkdtemp(join(folder, 'town-')));
});
afterAll(() => rm(folder, { recursive: true }));

const milestones = 'initiatives/bridge/milestones.yml';
const finance = 'initiatives/bridge/finance.csv';
const open = 'baseline: { due: 2017-18 Q3 }';
const later = 'baseline: { due: 2017-18 Q4 }';

/** What is said of the milestone, by a commit that moved it from the third quarter to another. */
function moved(to: string, by: string): string {
  const subject = 'The baseline of the milestone "bridge-open"';
  return `${milestones}:5 error ${subject} was 2017-18 Q3 and is ${to}, by ${by}, and no approved change request moves it so.`;
}

function commitWords(commit: string): string {
  return `commit ${commit} of 1 September 2017`;
}

/** An approved change request, of the base’s own pattern. */
async function approve(id: string, ...edits: readonly [from: string, to: string][]): Promise<void> {
  const text = edits.reduce(
    (before, [from, to]) => before.replace(from, to),
    await town.read('change-requests/cr-1.md'),
  );
  await town.write(`change-requests/${id}.md`, text);
}

test('a baseline that was moved is told with its commit, until it is put back', async () => {
  expect(await town.found()).toEqual([]);
  await town.edit(milestones, open, later);
  expect(await town.found()).toEqual([moved('2017-18 Q4', 'a change that is not yet committed')]);
  const commit = await town.commit();
  expect(await town.found()).toEqual([moved('2017-18 Q4', commitWords(commit))]);
  await town.edit(milestones, 'Bridge open', 'The bridge is open');
  await town.commit();
  expect(await town.found()).toEqual([moved('2017-18 Q4', commitWords(commit))]);
  await town.edit(milestones, later, open);
  expect(await town.found()).toEqual([]);
  await town.commit();
  expect(await town.found()).toEqual([]);
});

test('all commits that moved it since it was right are named, and none before', async () => {
  await town.edit(milestones, open, later);
  await town.commit();
  await town.edit(milestones, later, open);
  await town.commit();
  await town.edit(milestones, open, later);
  const second = await town.commit();
  await town.edit(milestones, later, 'baseline: { due: 2018-19 Q1 }');
  const third = await town.commit();
  const both = `${commitWords(second)} and ${commitWords(third)}`;
  expect(await town.found()).toEqual([moved('2018-19 Q1', both)]);
});

test('an approved change request moves it; one that is only recommended, or of other dates, does not', async () => {
  await town.edit(milestones, open, 'baseline: { due: 2017-18 Q4, version: 2, change_request: cr-2 }');
  const commit = await town.commit();
  const one: [string, string] = ['milestone: bridge-lamps', 'milestone: bridge-open'];
  await approve('cr-2', one);
  expect(await town.found()).toEqual([]);
  await approve('cr-2', one, ['from: 2017-18 Q3', 'from: 2017-18 Q2']);
  expect(await town.found()).toEqual([moved('2017-18 Q4', commitWords(commit))]);
  await approve('cr-2', one, ['  - { state: approved, date: 2017-07-26, by: chair }\n', '']);
  expect(await town.found()).toHaveLength(1);
});

test('moves that follow one another are followed', async () => {
  await town.edit(milestones, open, 'baseline: { due: 2018-19 Q1, version: 3, change_request: cr-3 }');
  await town.commit();
  await approve('cr-2', ['milestone: bridge-lamps', 'milestone: bridge-open']);
  expect(await town.found()).toHaveLength(1);
  await approve(
    'cr-3',
    ['milestone: bridge-lamps', 'milestone: bridge-open'],
    ['to: 2017-18 Q4', 'to: 2018-19 Q1'],
    ['from: 2017-18 Q3', 'from: 2017-18 Q4'],
  );
  expect(await town.found()).toEqual([]);
});

test('line ends, the order of entries and the folder they stand in are no baselines', async () => {
  const text = await town.read(milestones);
  await town.write(milestones, text.replaceAll('\n', '\r\n'));
  await town.commit();
  expect(await town.found()).toEqual([]);
  const entries = text.split(/^(?=- )/m);
  await town.write(milestones, entries.toReversed().join(''));
  const [head, ...rows] = (await town.read(finance)).trimEnd().split('\n');
  await town.write(finance, `${[head, ...rows.toReversed()].join('\n')}\n`);
  await town.commit();
  expect(await town.found()).toEqual([]);
  await town.move('initiatives/bridge', 'initiatives/crossing');
  expect(await town.found()).toEqual([]);
  await town.commit();
  expect(await town.found()).toEqual([]);
  await town.edit('initiatives/crossing/milestones.yml', open, later);
  await town.edit('initiatives/crossing/index.md', 'end: { baseline: 2018-19 Q1', 'end: { baseline: 2018-19 Q2');
  await town.commit();
  expect((await town.found()).map((told) => told.slice(0, told.indexOf(' was ')))).toEqual([
    'initiatives/crossing/index.md:8 error The baseline of the end of "crossing"',
    'initiatives/crossing/milestones.yml:19 error The baseline of the milestone "bridge-open"',
  ]);
});

test('a milestone that goes to another file is followed, and one that goes for good is missed', async () => {
  const [first = '', ...others] = (await town.read(milestones)).split(/^(?=- )/m);
  await town.write(milestones, others.join(''));
  const park = 'initiatives/park/milestones.yml';
  const text = await town.read(park);
  await town.write(park, text + first);
  await town.commit();
  expect(await town.found()).toEqual([]);
  await town.write(park, text);
  const commit = await town.commit();
  const gone = `The baseline of the milestone "bridge-open" was 2017-18 Q3, and is gone, by ${commitWords(commit)}.`;
  expect(await town.found()).toEqual([`${park}:1 error ${gone}`]);
  await town.write(milestones, first.replace(open, later) + others.join(''));
  const back = await town.commit();
  const both = `${commitWords(commit)} and ${commitWords(back)}`;
  expect(await town.found()).toEqual([moved('2017-18 Q4', both)]);
});

test('a version that cannot be read hides nothing', async () => {
  const text = await town.read(milestones);
  await town.write(milestones, `${text}  broken: [\n`);
  await town.commit();
  await town.write(milestones, text.replace(open, later));
  const commit = await town.commit();
  expect(await town.found()).toEqual([moved('2017-18 Q4', commitWords(commit))]);
  // Nothing is said of what cannot be read today.
  await town.write(milestones, 'broken: [\n');
  expect(await town.found()).toEqual([]);
});

test('of branches that are merged each is followed, and so is what the merge itself changed', async () => {
  await town.git('switch', '--quiet', '--create', 'other');
  await town.edit(milestones, 'Design agreed', 'The design is agreed');
  await town.commit();
  await town.git('switch', '--quiet', 'main');
  await town.edit(milestones, 'Lamps lit', 'All lamps lit');
  await town.commit();
  await town.git('merge', '--quiet', '--no-commit', 'other');
  await town.edit(milestones, open, later);
  const merge = await town.commit();
  expect(await town.found()).toEqual([moved('2017-18 Q4', commitWords(merge))]);
  await town.git('switch', '--quiet', '--create', 'third');
  await town.edit(milestones, later, open);
  await town.commit();
  await town.git('switch', '--quiet', 'main');
  await town.write('strategy/note.txt', 'Beside it.');
  await town.commit();
  await town.git('merge', '--quiet', '--no-edit', 'third');
  expect(await town.found()).toEqual([]);
});

test('money moves by what approved changes cost in its year, in one row or in several', async () => {
  const row = '2017-06,2017-18,capital,non-pay,external,70.0';
  await town.edit(finance, row, '2017-06,2017-18,capital,non-pay,external,70.3');
  const commit = await town.commit();
  const subject = 'The baseline of "bridge" for 2017-18, as at 2017-06 (capital, non-pay, external, reserves)';
  const words = `was 70 and is 70.3, by ${commitWords(commit)}, and no approved change request moves it so.`;
  expect(await town.found()).toEqual([`${finance}:2 error ${subject} ${words}`]);
  // The change request of the base costs 0.1 in this year; together they cost 0.3.
  await approve('cr-2', ['amount: 0.1', 'amount: 0.2']);
  expect(await town.found()).toEqual([]);
  await town.edit(finance, '2017-06,2017-18,capital,pay,internal,5.1', '2017-06,2017-18,capital,pay,internal,5.0');
  await town.edit(finance, 'external,70.3', 'external,70.4');
  expect(await town.found()).toEqual([]);
  // Each alone would be what one of them costs.
  await town.edit(finance, '2017-06,2017-18,capital,pay,internal,5.0', '2017-06,2017-18,capital,pay,internal,5.3');
  expect(await town.found()).toHaveLength(2);
});

test('published tables and benefits are held too; forecasts and outturns are not', async () => {
  await town.edit('finance/works.csv', 'park,Park,line,2.0,1.5', 'park,Park,line,2.0,1.6');
  await town.edit('finance/works.csv', '77.1,67.5', '77.1,67.6');
  await town.edit(finance, '66.0,66.0,,66.0', '66.0,67.0,,65.0');
  await town.edit('initiatives/bridge/benefits.yml', 'date: 2019-03-31 }', 'date: 2019-06-30 }');
  await town.edit('initiatives/bridge/index.md', 'forecast: 2018-19 Q1', 'forecast: 2018-19 Q2');
  await town.commit();
  expect((await town.found()).map((told) => told.slice(0, told.indexOf(', by ')))).toEqual([
    'finance/works.csv:3 error The plan of "works/park" for 2018-19 was 1.5 and is 1.6',
    'initiatives/bridge/benefits.yml:9 error The target of the benefit "bridge-minutes" was 10 on 2019-03-31 and is 10 on 2019-06-30',
  ]);
  await approve(
    'cr-2',
    ['type: [time, cost]', 'type: [time, cost, benefit]'],
    ['benefits: None.', 'benefits: The minutes of bridge-minutes are saved a quarter later.'],
  );
  expect(await town.found()).toHaveLength(1);
});

test('two columns of one year are held each by itself', async () => {
  const baseline = '  - { id: o17, label: Baseline 2017-18, year: 2017-18, measure: baseline }\n';
  await town.edit('finance/works.md', 'footing:\n', `${baseline}footing:\n`);
  const text = await town.read('finance/works.csv');
  const added = ['o17', '75.1', '1.8', '76.9'];
  const lines = text.trimEnd().split('\n');
  await town.write('finance/works.csv', `${lines.map((line, at) => `${line},${added[at]}`).join('\n')}\n`);
  await town.commit();
  expect(await town.found()).toEqual([]);
  await town.edit('finance/works.csv', 'line,2.0,1.5,1.8', 'line,2.1,1.5,1.7');
  await town.commit();
  expect((await town.found()).map((told) => told.slice(0, told.indexOf(', by ')))).toEqual([
    'finance/works.csv:3 error The budget of "works/park" for 2017-18 was 2 and is 2.1',
    'finance/works.csv:3 error The baseline of "works/park" for 2017-18 was 1.8 and is 1.7',
  ]);
});

test('a waiver keeps a slip of the pen from stopping anything', async () => {
  await town.edit(milestones, open, later);
  await town.commit();
  const reason = 'The plan says the fourth quarter; the third was a slip of the pen.';
  const waiver = `{ rule: baseline-history, file: ${milestones}, reason: ${reason}, by: clerk, until: 2017-12-31 }`;
  await town.edit('organisation.yml', 'standard:\n', `standard:\n  waivers:\n    - ${waiver}\n`);
  const [told, ...others] = await town.found();
  expect(others).toEqual([]);
  expect(told).toContain(`${milestones}:5 note The baseline of the milestone "bridge-open"`);
});
