import { describe, expect, test } from 'vitest';
import { capitalPlanChart } from '../../src/charts/capital-plan.ts';
import { bars, type Chart } from '../../src/charts/chart.ts';
import { drawChart } from '../../src/charts/draw.ts';
import { milestonesByQuarterChart } from '../../src/charts/milestones-by-quarter.ts';
import { financeViews } from '../../src/registers/finance.ts';
import { milestoneRegister } from '../../src/registers/milestones.ts';
import { checkContent } from '../../src/rules/check-content.ts';

const { library } = await checkContent('content', async () => '2017-09-13');
const capital = financeViews(library).find(({ id }) => id === 'capital-plan');
const plan = capital && capitalPlanChart(capital);
if (plan === undefined) throw new Error('The demonstration has no capital plan.');
const charts: [string, Chart, string[]][] = [
  ['milestones', milestonesByQuarterChart(milestoneRegister(library)), ['2017-18 Q1', 'To come', 'milestones', '40']],
  ['capital plan', plan, ['Plan', '2018-19', 'Borrowing', '£m', '400']],
];

describe.each(charts)('%s', (_name, chart, words) => {
  const svg = drawChart(chart);

  test('is the same after another has been drawn', () => {
    for (const [, other] of charts) drawChart(other);
    expect(drawChart(chart)).toBe(svg);
  });

  test('says its labels and the numbers of its axis as text', () => {
    const texts = Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), (match) => match[1]).join(' ');
    for (const word of words) expect(texts).toContain(word);
  });

  test('is drawn once', () => {
    expect(svg.split('<rect fill-opacity="0"')).toHaveLength(2);
    for (const label of chart.config.data.labels ?? []) expect(svg.split(`>${label}</text>`).length).toBeLessThan(3);
  });

  test('has ids of its own, every one it uses, and nothing from elsewhere', () => {
    const ids = Array.from(svg.matchAll(/ id="([^"]*)"/g), (match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id?.startsWith(`${chart.id}-`))).toBe(true);
    for (const [, used] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(used);
    expect(svg).not.toMatch(/href|<image|<script|<style|NaN/);
  });

  test('has its figures as a table, row by row as wide as its headings', () => {
    expect(chart.table.rows.length).toBeGreaterThan(3);
    expect(chart.table.rows.every((row) => row.length === chart.table.headings.length)).toBe(true);
  });
});

test('letters that a font would join are all there', () => {
  const { config } = plan;
  const label = 'ten officers file their first flawed effort';
  const svg = drawChart({ ...plan, config: { ...config, data: { ...config.data, labels: [label] } } });
  expect(svg).toContain(`>${label}</text>`);
});

test('five series have five fills', () => {
  expect(new Set([0, 1, 2, 3, 4].map((index) => bars(index).backgroundColor)).size).toBe(5);
});
