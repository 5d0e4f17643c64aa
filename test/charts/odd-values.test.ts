import { expect, test } from 'vitest';
import { benefitPathChart } from '../../src/charts/benefit-path.ts';
import { capitalPlanChart } from '../../src/charts/capital-plan.ts';
import type { Chart } from '../../src/charts/chart.ts';
import { drawChart } from '../../src/charts/draw.ts';
import { indicatorChart } from '../../src/charts/indicator.ts';
import { benefitsRegister } from '../../src/registers/benefits.ts';
import { financeViews } from '../../src/registers/finance.ts';
import { scorecard } from '../../src/registers/scorecard.ts';
import { checkContent } from '../../src/rules/check-content.ts';

const { library } = await checkContent('test/cases/base/content', async () => '2017-09-13');
const [indicator] = scorecard(library);
const [benefit] = benefitsRegister(library);
const [finance] = financeViews(library);
if (indicator === undefined || benefit === undefined || finance === undefined)
  throw new Error('The town has no figures.');

/** The indicator of the town with other values. */
function withValues(...values: readonly number[]): Chart | undefined {
  const series = values.map((value, index) => ({
    file: 'indicators/crossing.csv',
    line: index + 2,
    column: 1,
    date: `2017-0${index + 1}-28`,
    value,
  }));
  return indicatorChart({
    ...(indicator as NonNullable<typeof indicator>),
    values: series,
    latest: series.at(-1) ?? null,
  });
}

/** How high the level lines in dark ink are drawn that go across the chart. */
function levels(svg: string): number[] {
  const lines = svg.matchAll(/<path[^>]* stroke="#1D2A38"[^>]* d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g);
  return Array.from(lines).flatMap(([, x1, y1, x2, y2]) =>
    y1 === y2 && Number(x2) - Number(x1) > 300 ? Number(y1) : [],
  );
}

test('nothing is drawn of no values', () => {
  expect(withValues()).toBeUndefined();
  expect(benefitPathChart({ ...benefit, path: [] })).toBeUndefined();
  expect(capitalPlanChart({ ...finance, rows: [] })).toBeUndefined();
});

test('one value is a point in the middle, and spoken of as one', () => {
  const chart = withValues(3);
  expect(chart?.summary).toContain('A line of 1 value;');
  // Where the day below the point stands, in a drawing that is 640 wide.
  const day = /<text[^>]*translate\(([\d.]+) [^>]*>28\sJan\s2017</.exec(drawChart(chart as Chart))?.[1];
  expect(Number(day)).toBeGreaterThan(200);
  expect(Number(day)).toBeLessThan(440);
});

test('values below nought have a line of nought in place of the foot, with its label', () => {
  const foot = levels(drawChart(withValues(12, 40) as Chart));
  expect(foot).toHaveLength(1);
  const svg = drawChart(withValues(-40, 12) as Chart);
  const nought = levels(svg);
  expect(nought).toHaveLength(1);
  expect(nought[0]).toBeLessThan(foot[0] ?? 0);
  for (const label of ['0', '-40']) expect(svg.split(`>${label}</text>`), label).toHaveLength(2);
});
