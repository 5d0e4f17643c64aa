import { counted } from '../registers/counted.ts';
import type { FinanceView } from '../registers/finance.ts';
import { type Chart, fills, ink, plainOptions, shortened } from './chart.ts';

/** How a finance table is funded, year by year: one bar for each column, one fill for each funding row; undefined where it has none. */
export function capitalPlanChart(view: FinanceView): Chart | undefined {
  const rows = view.rows.filter((row) => row.style === 'funding');
  if (rows.length === 0) return undefined;
  const labels = view.columns.map((column) => column.label);
  const totals = labels.map((_, index) => rows.reduce((sum, row) => sum + (row.values[index] ?? 0), 0));
  const most = totals.indexOf(Math.max(...totals));
  const options = plainOptions(view.unit);
  return {
    id: `chart-${view.id}`,
    title: `${view.title}: how it is funded (${view.unit})`,
    summary:
      `Stacked bars, one for each of ${counted(labels.length, 'column')}, of ${rows.map((row) => row.label).join(', ')}. ` +
      `The highest is ${labels[most] ?? 'none'}.`,
    size: { width: 640, height: 340 },
    config: {
      type: 'bar',
      data: {
        labels,
        datasets: rows.map((row, index) => ({
          label: shortened(row.label),
          data: [...row.values],
          backgroundColor: fills[index % fills.length],
          borderColor: ink,
          borderWidth: 1,
          maxBarThickness: 64,
        })),
      },
      options: {
        ...options,
        scales: { x: { ...options.scales?.x, stacked: true }, y: { ...options.scales?.y, stacked: true } },
      },
    },
    table: { headings: ['Funding', ...labels], rows: rows.map((row) => [row.label, ...row.cells]) },
  };
}
