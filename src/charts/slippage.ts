import { counted } from '../registers/counted.ts';
import { shortWhen } from '../registers/dates.ts';
import type { MilestoneRow } from '../registers/milestones.ts';
import { bars, type Chart, plainOptions, shortened } from './chart.ts';

/** More bars than this are no longer read one by one; the table has them all. */
const most = 12;

/** Days by which milestones are late, the latest first; undefined where none is. */
export function slippageChart(id: string, name: string, all: readonly MilestoneRow[]): Chart | undefined {
  const late = all.filter(({ slip }) => slip > 0).toSorted((a, b) => b.slip - a.slip);
  const shown = late.slice(0, most);
  const [worst] = late;
  if (worst === undefined) return undefined;
  const options = plainOptions('', true);
  return {
    id: `chart-slippage-${id}`,
    title: `Days late against the agreed baseline, ${name}`,
    summary: `Bars for ${shown.length} of ${counted(late.length, 'late milestone')}. The latest is "${worst.milestone.title}", by ${counted(worst.slip, 'day')}.`,
    size: { width: 640, height: 90 + shown.length * 30 },
    config: {
      type: 'bar',
      data: {
        labels: shown.map(({ milestone }) => shortened(milestone.title)),
        datasets: [{ label: 'Days late', data: shown.map(({ slip }) => slip), ...bars(1) }],
      },
      options: {
        ...options,
        plugins: { legend: { display: false } },
        indexAxis: 'y',
        scales: { x: { ...options.scales?.y, title: { display: false } }, y: { ...options.scales?.x } },
      } as Chart['config']['options'] & object,
    },
    table: {
      headings: ['Milestone', 'Agreed for', 'Expected', 'Days late'],
      rows: late.map(({ milestone, due, expected, slip }) => [
        milestone.title,
        shortWhen(due),
        shortWhen(expected),
        String(slip),
      ]),
    },
  };
}
