import { counted } from '../registers/counted.ts';
import { short } from '../registers/dates.ts';
import { writeFigure } from '../registers/finance.ts';
import type { ScorecardRow } from '../registers/scorecard.ts';
import { type Chart, line, placed, plainOptions } from './chart.ts';

/** The values of an indicator over time, with its target where it has one; undefined where there are none. */
export function indicatorChart({ id, indicator, values: known, latest }: ScorecardRow): Chart | undefined {
  const { name, unit, decimals, target } = indicator.entry.data;
  const values = known.filter(({ area }) => area === undefined);
  if (values.length === 0 || latest === null) return undefined;
  return {
    id: `chart-indicator-${id}`,
    title: `${name} (${unit})`,
    summary: `A line of ${counted(values.length, 'value')}; the latest is ${writeFigure(latest.value, decimals)} on ${short(latest.date)}.`,
    size: { width: 640, height: 280 },
    config: {
      type: 'line',
      data: {
        labels: values.map(({ date }) => short(date)),
        datasets: [
          { label: 'Measured', data: values.map(({ value }) => value), ...line(0) },
          ...(target === undefined
            ? []
            : [{ label: 'Target', data: values.map(() => target.value), ...line(1), pointRadius: 0 }]),
        ],
      },
      // A line tells of change, not of size, so its axis need not begin at nought.
      options: withFreeAxis(placed(plainOptions(unit), values.length)),
    },
    table: {
      headings: ['Day', 'Value'],
      rows: values.map(({ date, value }) => [short(date), writeFigure(value, decimals)]),
    },
  };
}

function withFreeAxis(options: ReturnType<typeof plainOptions>): ReturnType<typeof plainOptions> {
  return {
    ...options,
    scales: { ...options.scales, y: { ...options.scales?.y, beginAtZero: false, grace: '10%' } },
  } as typeof options;
}
