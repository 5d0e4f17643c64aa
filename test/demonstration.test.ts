import { expect, test } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { actionLog } from '../src/registers/actions.ts';
import { decisionRegister } from '../src/registers/decisions.ts';
import { financeViews } from '../src/registers/finance.ts';
import { meetingsByBoard, nextMeetings } from '../src/registers/meetings.ts';
import { milestoneRegister } from '../src/registers/milestones.ts';
import { checkContent, checkSource } from '../src/rules/check-content.ts';

const { library, source, diagnostics } = await checkContent('content', async (declared) => declared ?? '');

/** Figures as published, one row a line: Metropolitan Police Service, Business Plan 2017-18, section 5.3. */
const published = {
  'capital-plan': `
    0.0 2.0 2.0 1.0 0.3|0.2 0.5 2.0 0.0 0.0|2.1 1.5 1.1 0.5 0.0|27.2 20.3 17.5 10.0 10.0|4.6 4.3 7.0 7.0 0.0
    10.0 22.6 43.3 62.2 28.0|1.2 4.6 32.0 25.0 15.0|19.8 58.9 0.6 2.0 1.2|24.4 36.8 57.1 27.4 6.8
    21.5 33.5 32.8 22.1 21.2|77.5 159.4 237.1 157.7 105.5|12.7 62.0 39.7 13.1 26.3|201.1 406.3 472.1 328.0 214.2
    -6.4 -40.0 -101.2 -30.6 -27.9|194.7 366.3 370.9 297.4 186.3|149.5 274.0 196.5 145.8 64.1|40.1 92.3 80.4 32.7 44.8
    0.0 0.0 94.0 118.9 77.4|5.1 0.0 0.0 0.0 0.0|194.7 366.3 370.9 297.4 186.3`,
  'revenue-budget': `
    2473.3 2430.1 2417.5 2481.3 2498.2 2495.8|757.8 797.5 772.7 727.6 774.8 735.1|43.0 42.9 42.9 42.9 48.8 56.5
    3274.0 3270.6 3233.2 3251.8 3321.8 3287.4|-1.3 -2.3 -1.3 -1.3 -1.3 -1.3|-272.0 -274.9 -262.3 -259.5 -261.7 -264.4
    -273.3 -277.2 -263.6 -260.8 -263.0 -265.7|35.9 33.5 35.9 35.9 35.9 35.9|0.0 0.0 0.0 -93.7 -169.8 -184.7
    3036.6 3026.9 3005.5 2933.2 2924.9 2872.9|-104.2 -88.9 -81.8 -21.7 -25.3 14.4
    2932.4 2938.0 2923.7 2911.5 2899.6 2887.3|434.0 439.6 420.1 420.1 420.1 420.1|27.1 27.1 29.6 29.1 29.1 29.1
    1904.6 1904.6 1882.0 1858.4 1834.4 1809.8|566.7 566.7 592.0 603.9 616.0 628.3`,
};

test('no fault but rounding, what the plan itself says two ways, and papers that are not there yet', () => {
  const found = diagnostics.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`);
  expect([...new Set(found)]).toEqual([
    'note finance-rounding finance/capital-plan.csv',
    'note finance-rounding finance/revenue-budget.csv',
    'note date-in-text initiatives/plan-assets/milestones.yml',
    'note date-in-text initiatives/plan-london-safety/milestones.yml',
    'note date-in-text initiatives/workforce-futures/milestones.yml',
    'warning papers-awaited meetings/management-board/2018-03-05/agenda.md',
    'warning papers-awaited meetings/portfolio-and-investment-board/2018-01-24/agenda.md',
    'warning papers-awaited meetings/portfolio-and-investment-board/2018-02-21/agenda.md',
  ]);
});

test('84 milestones, by quarter and lead as the plan has them', () => {
  const { rows, byQuarter, byLead } = milestoneRegister(library);
  expect(rows).toHaveLength(84);
  expect(byQuarter.map(({ label, count }) => `${label}: ${count}`)).toEqual([
    '2017-18 Q1: 12',
    '2017-18 Q2: 18',
    '2017-18 Q3: 17',
    '2017-18 Q4: 37',
  ]);
  const leads = Object.fromEntries(byLead.map(({ label, count }) => [label, count]));
  const expected = { OMM: 29, TP: 18, DPS: 8, SCO: 7, HR: 7, OSS: 5, SO: 3, DMC: 2, 'S&G': 2, DP: 1, Joint: 2 };
  expect(leads).toEqual(expected);
  const conditional = rows.filter(({ milestone }) => milestone.condition !== undefined);
  expect(conditional).toHaveLength(7);
  expect(conditional.filter(({ milestone }) => milestone.condition?.resolved_by === 'bcu-evaluation')).toHaveLength(5);
});

test.each(Object.entries(published))('%s: every cell as published', (id, figures) => {
  const view = financeViews(library).find((table) => table.id === id);
  const rows = figures.split(/[|\n]/).flatMap((row) => (row.trim() === '' ? [] : [row.trim().split(' ').map(Number)]));
  expect(view?.rows.map(({ values }) => values)).toEqual(rows);
});

const statesOf = (board: string): string[] =>
  (meetingsByBoard(library).get(board) ?? []).map(
    ({ date, meeting, minutes }) => `${date} ${meeting.data.status}${minutes ? `, ${minutes.data.status}` : ''}`,
  );

test('a year of meetings of three boards and of a programme board', () => {
  expect(statesOf('portfolio-and-investment-board').slice(-9)).toEqual([
    '2018-03-21 planned',
    '2018-02-21 planned',
    '2018-01-24 issued',
    '2017-12-20 cancelled',
    '2017-11-15 cancelled',
    '2017-10-18 held, draft',
    '2017-09-20 held, approved',
    '2017-07-19 held, approved',
    '2017-06-21 held, approved',
  ]);
  expect(statesOf('oversight-board')).toEqual([
    '2018-07-26 planned',
    '2018-04-26 planned',
    '2018-01-25 issued',
    '2017-10-26 inquorate, draft',
    '2017-07-27 held, draft',
  ]);
  expect(nextMeetings(library).map(({ id }) => id)).toEqual([
    'portfolio-and-investment-board/2018-01-24',
    'oversight-board/2018-01-25',
    'management-board/2018-02-05',
    'one-met-model-programme-board/2018-03-09',
  ]);
});

test('actions are carried from meeting to meeting', () => {
  const log = (asOf?: string) =>
    actionLog(library, asOf).filter(({ action }) => action.meeting.startsWith('portfolio-and-investment-board/'));
  expect(log('2017-09-13').filter(({ isOpen }) => isOpen)).toHaveLength(8);
  expect(log().filter(({ isOpen }) => isOpen)).toHaveLength(13);
  const extended = log('2017-09-13').find(({ action }) => action.reference === 'PIB-2017-A04');
  expect(extended).toMatchObject({ due: '2017-08-31', firstDue: '2017-07-12', daysOverdue: 13, status: 'open' });
  expect(log('2017-06-30').every(({ status }) => status === 'open')).toBe(true);
  const decided = decisionRegister(library).find(({ board }) => board === 'portfolio-and-investment-board');
  expect(decided).toMatchObject({ date: '2017-10-18', isDraft: true });
});

/** The content with one of its files changed, checked. */
async function checkChanged(file: string, change: (text: string) => string): Promise<readonly Diagnostic[]> {
  const files = source.files.map((one) => (one.path === file ? { ...one, text: change(one.text) } : one));
  expect(files).not.toEqual(source.files);
  return (await checkSource({ ...source, files }, [], async (declared) => declared ?? '')).diagnostics;
}

test('an open action that is taken out of any minutes is missed by name', async () => {
  const open = actionLog(library).filter(({ isOpen }) => isOpen);
  expect(open.length).toBeGreaterThan(10);
  for (const { action, updates } of open) {
    const { reference } = action;
    for (const { file } of [action, ...updates]) {
      const block = new RegExp(`^::: (action|update) ${reference}\\n[^]*?^:::\\n`, 'gm');
      const faults = await checkChanged(file, (text) => text.replace(block, ''));
      const named = faults.filter(({ severity, message }) => severity === 'error' && message.includes(reference));
      expect(named, `${reference} in ${file}`).not.toEqual([]);
    }
    const last = updates.at(-1) ?? action;
    const faults = await checkChanged(last.file, (text) => text.replace(`  - ${reference}\n`, ''));
    expect(
      faults.filter(({ message }) => message.includes(reference)),
      `${reference} carried forward`,
    ).not.toEqual([]);
  }
});
