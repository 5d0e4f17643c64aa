import type { BenefitRow } from '../registers/benefits.ts';
import { counted } from '../registers/counted.ts';
import { writeExact } from '../registers/finance.ts';
import { type Chart, line, placed, plainOptions, signedLegend } from './chart.ts';

/** A benefit's plan, forecast and what was measured, year by year; undefined where it has no path. */
export function benefitPathChart({ benefit, path }: BenefitRow): Chart | undefined {
  if (path.length === 0) return undefined;
  const series = [
    { label: 'Planned', data: path.map(({ planned }) => planned) },
    { label: 'Forecast', data: path.map(({ forecast }) => forecast) },
    { label: 'Measured', data: path.map(({ actual }) => actual) },
  ];
  const last = path.at(-1);
  const unit = benefit.unit ?? '';
  const options = placed(plainOptions(unit), path.length);
  return {
    id: `chart-benefit-${benefit.id}`,
    title: `${benefit.title}: planned, forecast and measured (${unit})`,
    summary: `Lines over ${counted(path.length, 'year')}. The plan for ${last?.period} is ${writeExact(last?.planned, 'not set')} (${unit}).`,
    size: { width: 640, height: 260 },
    config: {
      type: 'line',
      data: {
        labels: path.map(({ period }) => period),
        datasets: series.map(({ label, data }, index) => ({ label, data, ...line(index) })),
      },
      options: { ...options, plugins: signedLegend(options) },
    },
    table: {
      headings: ['Year', ...series.map(({ label }) => label)],
      rows: path.map(({ period }, index) => [period, ...series.map(({ data }) => writeExact(data[index]))]),
    },
  };
}
