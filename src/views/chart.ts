import { html, type SafeHtml } from '@remix-run/html-template';
import type { Chart } from '../charts/chart.ts';
import { drawChart } from '../charts/draw.ts';
import { table } from './table.ts';

/** A chart with its text alternative, its figures as a table, and what a page with scripts draws it from again. */
export function chartFigure(chart: Chart): SafeHtml {
  const { headings, rows } = chart.table;
  return html`<div class="chart" role="group" aria-labelledby="${chart.id}-title">
<p class="chart-title" id="${chart.id}-title">${chart.title}</p>
<div class="chart-picture" data-chart="${JSON.stringify(chart.config)}" role="img" aria-label="${chart.summary}">${html.raw`${drawChart(chart)}`}</div>
${table<readonly string[]>({
  caption: `Figures of the chart: ${chart.title}`,
  rows,
  className: 'chart-figures',
  columns: headings.map((heading, index) => ({
    heading,
    kind: index === 0 ? ('row-heading' as const) : ('number' as const),
    cell: (row) => row[index] ?? '',
  })),
})}
</div>`;
}
