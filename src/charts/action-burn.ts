import type { MonthOfActions } from '../registers/burn.ts';
import { counted } from '../registers/counted.ts';
import { monthInWords } from '../registers/dates.ts';
import { bars, type Chart, plainOptions } from './chart.ts';

/** Actions open at the end of each month, those overdue apart; undefined where there are none. */
export function actionBurnChart(months: readonly MonthOfActions[]): Chart | undefined {
  const last = months.at(-1);
  if (last === undefined) return undefined;
  const options = plainOptions('actions', true);
  const series = [
    { label: 'Overdue', data: months.map(({ overdue }) => overdue) },
    { label: 'Open, not overdue', data: months.map(({ open, overdue }) => open - overdue) },
  ];
  return {
    id: 'chart-action-burn',
    title: 'Open actions at the end of each month',
    summary: `Stacked bars over ${counted(months.length, 'month')}. At the end of ${monthInWords(last.month)}, or by now, ${last.open} are open and ${last.overdue} of them overdue.`,
    size: { width: 640, height: 300 },
    config: {
      type: 'bar',
      data: {
        labels: months.map(({ month }) => monthInWords(month).replace(/^(\w{3})\w* /, '$1 ')),
        datasets: series.map(({ label, data }, index) => ({ label, data, ...bars(index === 0 ? 0 : 2) })),
      },
      options: {
        ...options,
        scales: { x: { ...options.scales?.x, stacked: true }, y: { ...options.scales?.y, stacked: true } },
      },
    },
    table: {
      headings: ['Month', 'Raised', 'Closed', 'Open', 'Overdue'],
      rows: months.map(({ month, opened, closed, open, overdue }) => [
        monthInWords(month),
        ...[opened, closed, open, overdue].map(String),
      ]),
    },
  };
}
