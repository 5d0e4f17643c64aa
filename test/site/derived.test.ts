import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { highestMarking } from '../../src/library/markings.ts';
import { boardList } from '../../src/registers/boards.ts';
import { counted } from '../../src/registers/counted.ts';
import { byQuarter, financeOf, outsidePortfolios } from '../../src/registers/initiatives.ts';
import { paperPlaces } from '../../src/registers/meeting-records.ts';
import { milestoneRegister } from '../../src/registers/milestones.ts';
import { overdue } from '../../src/registers/overdue.ts';
import { initiativeGlances, portfolioGlances } from '../../src/registers/portfolio.ts';
import { checkContent } from '../../src/rules/check-content.ts';
import { noticeLead } from '../../src/site/notice-lead.ts';
import { partsOfPage } from '../../src/site/on-this-page.ts';
import { meetingMarking } from '../../src/site/page-markings.ts';
import { fileSize } from '../../src/views/words.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const { library } = await checkContent(content, async (declared) => declared ?? '2017-09-13');

test('each board is followed by those that report to it', () => {
  expect(boardList(library).map(({ board, depth }) => `${depth} ${board.id}`)).toEqual([
    '0 oversight-board',
    '1 management-board',
    '2 people-and-training-board',
    '2 portfolio-and-investment-board',
    '3 one-met-model-programme-board',
    '2 risk-and-assurance-board',
  ]);
});

test('boards that report to each other in a ring are each listed once', () => {
  const { 'oversight-board': top, ...rest } = library.boards;
  if (top === undefined) throw new Error('There is no oversight board.');
  const ring = { ...top, data: { ...top.data, parent: 'management-board' } };
  const boards = boardList({ ...library, boards: { ...rest, 'oversight-board': ring } });
  expect(boards.map(({ board }) => board.id).toSorted()).toEqual(Object.keys(library.boards));
});

test('a milestone is overdue when the last day it was agreed for has passed, not on that day', () => {
  const lateOn = (asAt: string) => overdue({ ...library, asAt }).milestones.length;
  // On that day no report had said anything yet, so the whole of the first quarter is late.
  expect([lateOn('2017-06-30'), lateOn('2017-07-01')]).toEqual([0, 12]);
  const first = milestoneRegister(library).rows.filter(({ quarter }) => quarter === '2017-18 Q1');
  expect(first).toHaveLength(12);
  const past = ['2017-18 Q1', '2017-18 Q2', '2017-18 Q3'];
  const passed = milestoneRegister(library).rows.filter(
    ({ due, status }) => past.includes(due) && status !== 'delivered' && status !== 'cancelled',
  );
  expect(lateOn(library.asAt)).toBe(passed.length);
});

test('milestones by quarter are all the milestones', () => {
  const quarters = byQuarter(milestoneRegister(library).rows);
  expect(quarters.map(({ quarter, rows }) => `${quarter}: ${rows.length}`)).toEqual([
    '2017-18 Q1: 12',
    '2017-18 Q2: 18',
    '2017-18 Q3: 17',
    '2017-18 Q4: 37',
  ]);
});

test('an initiative’s finance is its one line, and nothing where it names none', () => {
  const { 'transforming-the-estate': estate, 'plan-people': people } = library.initiatives;
  if (estate === undefined || people === undefined) throw new Error('The demonstration has changed.');
  expect(financeOf(library, estate)?.rows.map((row) => row.cells)).toEqual([
    ['77.5', '159.4', '237.1', '157.7', '105.5'],
  ]);
  expect(financeOf(library, people)).toBeUndefined();
});

test('an initiative in no portfolio is found', () => {
  const glances = initiativeGlances(library);
  const portfolios = portfolioGlances(library);
  expect(outsidePortfolios(glances, portfolios)).toEqual([]);
  expect(outsidePortfolios(glances, []).length).toBe(glances.length);
});

test('a paper’s neighbours are those of the agenda of its own meeting', () => {
  const june = paperPlaces(library).filter(({ meeting }) => meeting.date === '2017-06-21');
  const short = (id: string | undefined) => id?.replace(/.*\//, '') ?? '-';
  expect(
    june.map(({ itemNumber, paper, previous, next }) => [
      itemNumber,
      ...[previous, paper, next].map((one) => short(one?.id)),
    ]),
  ).toEqual([
    ['4', '-', '04-capital-outturn', '05-camera-roll-out'],
    ['5', '04-capital-outturn', '05-camera-roll-out', '06-pathfinder-assessment'],
    ['6', '05-camera-roll-out', '06-pathfinder-assessment', '-'],
  ]);
});

test('a meeting without marked papers has the organisation’s marking', () => {
  const meeting = 'portfolio-and-investment-board/2017-06-21';
  expect(meetingMarking(library, meeting)).toBe('OFFICIAL');
  expect(highestMarking(['OFFICIAL-SENSITIVE', 'OFFICIAL'], 'OFFICIAL')).toBe('OFFICIAL-SENSITIVE');
});

test('sizes and counts in words', () => {
  expect([fileSize(1), fileSize(640_400), fileSize(1_000_000), fileSize(1_250_000)]).toEqual([
    '1 kB',
    '640 kB',
    '1.0 MB',
    '1.3 MB',
  ]);
  expect([counted(0, 'page'), counted(1, 'page'), counted(2, 'page')]).toEqual(['no pages', '1 page', '2 pages']);
});

test('the parts of a page are its headings of the second level, without those of dialogs', () => {
  const page =
    '<h2 id="a">A &amp; <b>b</b></h2><h3 id="x">X</h3><dialog><h2 id="c">C</h2></dialog><h2>D</h2><h2 class="e" id="e">E</h2>';
  expect(partsOfPage(page)).toEqual([
    { anchor: 'a', title: 'A &amp; b' },
    { anchor: 'e', title: 'E' },
  ]);
});

test('a short notice is given at once, of a long one its beginning', () => {
  const rest = ' and this goes on for much longer than the line that there is for it at the head of a page.';
  expect(noticeLead('Figures are those of\n  the plan.')).toEqual({
    words: 'Figures are those of the plan.',
    isCut: false,
  });
  expect(noticeLead(`Demonstration: milestones are from the plan,${rest}`)).toEqual({
    words: 'Demonstration.',
    isCut: true,
  });
  expect(noticeLead(`Figures are those of the plan. The others,${rest}`)).toEqual({
    words: 'Figures are those of the plan.',
    isCut: true,
  });
  const { words, isCut } = noticeLead(`Some of the figures are those of the plan,${rest}`);
  expect([words.length <= 91, words.endsWith('…'), isCut]).toEqual([true, true, true]);
});
