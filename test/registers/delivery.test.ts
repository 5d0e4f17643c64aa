import { describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import type { Milestone } from '../../src/records/milestones.ts';
import { alignment } from '../../src/registers/alignment.ts';
import { shortfall } from '../../src/registers/benefits.ts';
import { changeEffects, changeLog } from '../../src/registers/changes.ts';
import { cycleTracker } from '../../src/registers/cycles.ts';
import { portfolioDashboard } from '../../src/registers/dashboard.ts';
import { daysLate, slipDays } from '../../src/registers/dates.ts';
import { forecastHonesty } from '../../src/registers/honesty.ts';
import { issueRegister } from '../../src/registers/issues.ts';
import { milestoneRegister } from '../../src/registers/milestones.ts';
import { moneyPosition, spendingByMonth } from '../../src/registers/money.ts';
import { initiativeGlances, portfolioGlances } from '../../src/registers/portfolio.ts';
import { ratedReports } from '../../src/registers/ratings.ts';
import { milestoneStates } from '../../src/registers/replay.ts';
import { riskRegister } from '../../src/registers/risks.ts';
import { scorecard } from '../../src/registers/scorecard.ts';
import { rounded, sum, variancePercent } from '../../src/registers/sums.ts';
import { portfolioSummary } from '../../src/views/portfolio.ts';
import { milestonesView } from '../../src/views/registers/milestones.ts';
import { reportView } from '../../src/views/report.ts';
import { changedDemonstration } from '../changed-demonstration.ts';

const { library } = await changedDemonstration([]);
const link = (address: string): string => address;

describe('what hangs on a decision that slips', () => {
  const evaluation = '  - id: bcu-evaluation\n    status: at-risk\n    forecast: 2017-18 Q3\n';
  const file = 'initiatives/strengthening-local-policing/reports/2017-18-q1.md';
  const day = '2017-07-12';
  // The estate had said so itself; here it says nothing, so that what follows is not of its own saying.
  const silent = {
    file: 'initiatives/transforming-the-estate/reports/2017-18-q1.md',
    from: '  - id: neighbourhood-bases-exit\n    status: at-risk\n',
    to: '  - id: neighbourhood-bases-exit\n    status: on-track\n',
  };
  const onTime = evaluation.replace('at-risk', 'on-track').replace('Q3', 'Q2');
  const atRisk = (from: Library): string[] =>
    milestoneRegister(from).rows.flatMap(({ milestone, status }) => (status === 'at-risk' ? [milestone.id] : []));

  test('is at risk in the register, on the dashboard and in the paper, and nothing else is', async () => {
    const calm = (await changedDemonstration([silent, { file, from: evaluation, to: onTime }], day)).library;
    const late = (await changedDemonstration([silent], day)).library;
    const turned = atRisk(late).filter((id) => !atRisk(calm).includes(id));
    const five = [
      'bcu-rollout',
      'neighbourhood-bases-exit',
      'organised-crime-officers',
      'safeguarding-officers',
      'safer-schools-officers',
    ];
    expect(turned.toSorted()).toEqual(['bcu-evaluation', ...five]);
    expect(atRisk(calm).filter((id) => !atRisk(late).includes(id))).toEqual([]);
    const waiting = milestoneRegister(late).rows.filter(({ waitsFor }) => waitsFor === 'bcu-evaluation');
    expect(waiting.map(({ milestone }) => milestone.id).toSorted()).toEqual(five);
    const onDashboard = (from: Library) => portfolioDashboard(from, 'london')?.milestones.atRisk ?? 0;
    expect(onDashboard(late) - onDashboard(calm)).toBe(6);
    const shown = (from: Library) =>
      String(milestonesView(from, { asOf: day, link })).split('since it waits for').length - 1;
    expect(shown(late) - shown(calm)).toBe(5);
    // The paper of the meeting in January is drawn from the same, as of another day.
    const dashboard = portfolioDashboard(library, 'london');
    if (dashboard === undefined) throw new Error('There is no London portfolio.');
    expect(String(portfolioSummary(dashboard, { link }))).toContain(`${dashboard.milestones.atRisk} at risk or missed`);
  });

  test('however long the line is, and in a ring', () => {
    const milestone = library.milestones['bcu-evaluation'];
    if (milestone === undefined) throw new Error('The demonstration has changed.');
    const line = Array.from({ length: 5000 }, (_, index): [string, Milestone] => {
      const depends_on = index === 0 ? ['bcu-evaluation', 'm4999'] : [`m${index - 1}`];
      return [`m${index}`, { ...milestone, id: `m${index}`, depends_on }];
    });
    const milestones = { ...library.milestones, ...Object.fromEntries(line) } as Library['milestones'];
    const states = milestoneStates({ ...library, milestones });
    expect(states.get('m0')).toMatchObject({ status: 'at-risk', waitsFor: 'bcu-evaluation' });
    expect(states.get('m4998')).toMatchObject({ status: 'at-risk', waitsFor: 'm4997' });
  });
});

test('a milestone that is moved stays in its quarter, and was where it was on the days before', () => {
  const row = (asOf?: string) =>
    milestoneRegister(library, asOf).rows.find(({ milestone }) => milestone.id === 'body-worn-video');
  expect(row('2017-10-17')).toMatchObject({ due: '2017-18 Q2', first: '2017-18 Q2', moves: 0, quarter: '2017-18 Q2' });
  expect(row()).toMatchObject({ due: '2017-18 Q3', first: '2017-18 Q2', moves: 1, quarter: '2017-18 Q2', slip: 0 });
});

test('reports are heard in the order of their cycles, and not before they were handed in', () => {
  const reported = (asOf: string) =>
    initiativeGlances(library, asOf).find(({ initiative }) => initiative.id === 'strengthening-local-policing')
      ?.reports;
  expect(reported('2017-07-06')).toEqual([]);
  expect(reported('2018-01-17')?.map(({ cycle }) => cycle.id)).toEqual(['2017-18-q1', '2017-18-q2', '2017-18-q3']);
});

describe('money', () => {
  test('of a published line starts from that line', () => {
    const { years, life } = moneyPosition(library, ['transforming-the-estate'], '2017-12');
    expect(years.map(({ year, baseline }) => [year, baseline])).toEqual([
      ['2017-18', 159.4],
      ['2018-19', 237.1],
      ['2019-20', 157.7],
      ['2020-21', 105.5],
    ]);
    expect(life.baseline).toBe(659.7);
    expect(life.variancePercent).toBe(variancePercent(659.7, life.forecast));
  });

  test('of a month is what came on top of the month before', () => {
    const months = spendingByMonth(library, ['transforming-the-estate'], '2017-12');
    expect(months.map(({ month }) => month)).toEqual(
      [4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `2017-${String(n).padStart(2, '0')}`),
    );
    expect(
      sum(
        months.map(({ spent }) => spent),
        1,
      ),
    ).toBe(months.at(-1)?.toDate);
  });

  test('is counted once where a project is a member beside its own programme', () => {
    const estate = library.initiatives['transforming-the-estate'];
    if (estate === undefined) throw new Error('The demonstration has changed.');
    const below = { ...estate, data: { ...estate.data, parent: 'smarter-working' } };
    const nested: Library = { ...library, initiatives: { ...library.initiatives, [below.id]: below } };
    const life = (from: Library, id: string) => portfolioDashboard(from, id)?.money.life.baseline;
    expect(life(nested, 'london')).toBe(life(library, 'london'));
    const programme = initiativeGlances(nested).find(({ initiative }) => initiative.id === 'smarter-working');
    expect(programme?.money.life.baseline).toBe(722.4);
    expect(programme?.milestones.length).toBe(4);
  });

  test('adds up without the faults of binary fractions, and rounds as people do', () => {
    expect(sum([0.1, 0.2], 1)).toBe(0.3);
    expect([rounded(2.25, 1), rounded(-2.25, 1), rounded(-0.04, 1), rounded(1.005, 2)]).toEqual([2.3, -2.3, 0, 1.01]);
    expect([variancePercent(0, 5), variancePercent(200, 191)]).toEqual([null, -4.5]);
  });
});

test('a portfolio reads ratings on its own scale, and others by its mapping only', () => {
  const rows = portfolioGlances(library).find(({ portfolio }) => portfolio.id === 'national')?.initiatives ?? [];
  const read = rows.map(
    ({ initiative, standing }) => `${initiative.id} ${standing?.value ?? '-'} ${standing?.mappedFrom ?? 'own'}`,
  );
  expect(read.slice(0, 3)).toEqual([
    'strengthening-armed-policing amber-green own',
    'transforming-investigation amber-green own',
    'enhancing-digital-policing green own',
  ]);
  const unmapped = Object.values(library.reports).map((report) => {
    const { delivery_confidence: _, ...data } = report.data;
    return [report.id, { ...report, data }];
  });
  const mapped = portfolioGlances({ ...library, reports: Object.fromEntries(unmapped) });
  expect(mapped.find(({ portfolio }) => portfolio.id === 'national')?.initiatives[0]?.standing?.mappedFrom).toBe(
    'rag3',
  );
});

test('returns are on time, late, missing or awaited against the due day of their own cycle', () => {
  const cycle = library.cycles['2017-18-q3'];
  const national = library.cycles['national-2017-18-q3'];
  if (cycle === undefined || national === undefined) throw new Error('The demonstration has changed.');
  expect(cycleTracker(library, cycle, '2018-01-09').counts).toMatchObject({ missing: 0, late: 0 });
  expect(cycleTracker(library, cycle, '2018-01-11').counts).toEqual({ 'on-time': 10, late: 0, missing: 2, awaited: 0 });
  expect(cycleTracker(library, cycle).counts).toEqual({ 'on-time': 10, late: 1, missing: 1, awaited: 0 });
  const late = cycleTracker(library, cycle).rows.find(({ status }) => status === 'late');
  expect(late).toMatchObject({ initiative: { id: 'streamlined-leadership' }, daysLate: 2 });
  expect(cycleTracker(library, national).counts).toEqual({ 'on-time': 3, late: 0, missing: 0, awaited: 0 });
});

test('the authority for a change is the lowest board whose delegation covers it; approved changes add up', () => {
  const authority = Object.fromEntries(
    changeLog(library).map(({ change, authority: board }) => [change.id, board?.id]),
  );
  expect(authority).toMatchObject({ 'cr-001': 'portfolio-and-investment-board', 'cr-005': 'management-board' });
  const effects = changeEffects(library).filter(({ approved }) => approved > 0);
  expect(effects.map(({ initiative, timeDays, cost }) => [initiative, timeDays, cost])).toEqual([
    ['optimising-response', 0, 2.4],
    ['transforming-investigation', 92, 0],
  ]);
});

test('a benefit falls short of its plan in the direction it was planned in, and a dis-benefit by exceeding it', () => {
  const plan = { id: 'b', title: 'B', owner: 'x', path: [], enablers: [] };
  const baseline = { value: 100, date: '2017-04-01', source: 's' };
  const year = { period: '2017-18', actual: null };
  const cashable = { ...plan, class: 'cashable' as const, baseline };
  expect(shortfall(cashable, { ...year, planned: 120, forecast: 115 })).toBe(25);
  expect(shortfall(cashable, { ...year, planned: 80, forecast: 85 })).toBe(25);
  expect(shortfall(cashable, { ...year, planned: 80, forecast: 70 })).toBe(0);
  expect(shortfall({ ...cashable, class: 'dis-benefit' }, { ...year, planned: 110, forecast: 112 })).toBe(20);
  expect(shortfall(cashable, { ...year, planned: null, forecast: 70 })).toBeNull();
});

test('the scorecard’s path is the straight line from baseline to target', () => {
  const row = scorecard(library).find(({ path, latest }) => path !== null && latest !== null);
  if (row?.latest === undefined || row.latest === null) throw new Error('No indicator has a path.');
  const { baseline, target, decimals } = row.indicator.entry.data;
  if (baseline === undefined || target === undefined) throw new Error('No indicator has a path.');
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const part = Math.min(1, days(baseline.date, row.latest.date) / days(baseline.date, target.date));
  expect(row.path).toBe(rounded(baseline.value + (target.value - baseline.value) * part, decimals));
});

test('forecasts are held against the day of delivery, and only of what has been delivered', () => {
  const rows = forecastHonesty(library);
  const row = rows.find(({ initiative }) => initiative === 'strengthening-local-policing');
  // Two forecasts of ward-officers-deployed for the third quarter, in which it was delivered: no more was promised.
  expect(row).toMatchObject({ tested: 2, kept: 2, meanDaysLate: 0 });
  expect(rows.every(({ tested, kept }) => kept <= tested)).toBe(true);
});

test('risks move as the latest report says, the highest first', () => {
  const rows = riskRegister(library);
  const open = rows.filter(({ isOpen }) => isOpen);
  expect(open.map(({ residual }) => residual.score)).toEqual(
    open.map(({ residual }) => residual.score).toSorted((a, b) => b - a),
  );
  expect(rows.find(({ risk }) => risk.id === 'te-r1')).toMatchObject({ residual: { score: 16, band: 'very-high' } });
});

test('gaps of the strategy are found', () => {
  const { gaps } = alignment(library);
  expect(gaps.undelivered).toEqual([]);
  expect(gaps.unmeasured.map(({ id }) => id)).toEqual(['london-safer', 'investigations', 'professionalism']);
  const without = alignment({ ...library, initiatives: {}, priorities: library.priorities });
  expect(without.gaps.undelivered).toHaveLength(Object.keys(library.objectives).length);
});

test('an earlier day knows nothing of what came after it', () => {
  const day = '2017-10-11';
  // The meeting of 18 October had not yet taken its decisions, nor had the baseline been moved.
  expect(changeLog(library, day).filter(({ decision }) => decision !== undefined)).toEqual([]);
  expect(changeLog(library).filter(({ decision }) => decision !== undefined).length).toBeGreaterThan(3);
  for (const { closed } of issueRegister(library, day)) expect(closed === null || closed <= day).toBe(true);
  expect(issueRegister(library, day).some(({ issue, isOpen }) => isOpen && issue.closed !== undefined)).toBe(true);
  for (const { values } of scorecard(library, '2017-07-01'))
    expect(values.every(({ date }) => date <= '2017-07-01')).toBe(true);
  const report = library.reports['transforming-investigation/2017-18-q2'];
  if (report === undefined) throw new Error('The demonstration has changed.');
  const shown = String(reportView(library, report, { link }))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(shown).toContain('Body-worn video issued to 22,000 officers, completing the roll-out 2017-18 Q2');
});

test('a programme is rated with everything below it', () => {
  const estate = library.initiatives['transforming-the-estate'];
  if (estate === undefined) throw new Error('The demonstration has changed.');
  const below = { ...estate, data: { ...estate.data, parent: 'smarter-working' } };
  const nested: Library = { ...library, initiatives: { ...library.initiatives, [below.id]: below } };
  const latest = (from: Library) => ratedReports(from, from.asAt).get('smarter-working')?.at(-1)?.computed.time.value;
  expect([latest(library), latest(nested)]).toEqual(['green', 'red']);
});

test('lateness is measured as finely as both sides are told', () => {
  expect(slipDays('2017-18 Q3', '2018-01-08')).toBe(8);
  expect(slipDays('2017-11-15', '2017-18 Q3')).toBe(0);
  expect(slipDays('2017-18 Q2', '2017-18 Q3')).toBe(92);
  expect([daysLate('2017-12-20', '2017-12-08'), daysLate('2017-18 Q3', '2017-12-08')]).toEqual([-12, 0]);
});
