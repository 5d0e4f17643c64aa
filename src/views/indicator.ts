import { html, type SafeHtml } from '@remix-run/html-template';
import { indicatorChart } from '../charts/indicator.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { inWords, short } from '../registers/dates.ts';
import { writeAmount, writeFigure } from '../registers/finance.ts';
import type { DatedValue, ScorecardRow } from '../registers/scorecard.ts';
import { chartFigure } from './chart.ts';
import { bullets, factList } from './facts.ts';
import { table } from './table.ts';

/** An indicator: its frozen definition with every dated change of it, its values, and those of its areas. */
export function indicatorView(library: Library, row: ScorecardRow): SafeHtml {
  const { data } = row.indicator.entry;
  const write = ({ value, date }: DatedValue): string =>
    `${writeAmount(value, data.unit, data.decimals)}, ${inWords(date)}`;
  const chart = indicatorChart(row);
  return html`${factList([
    ['Definition', data.definition],
    [
      'Changes of the definition',
      bullets(data.definition_changes.map(({ date, note }) => `From ${inWords(date)}: ${note}`)),
    ],
    ['Better', data.direction === 'up' ? 'Higher' : 'Lower'],
    ['Baseline', data.baseline === undefined ? 'None' : write(data.baseline)],
    ['Target', data.target === undefined ? 'None; it is watched only' : write(data.target)],
    ['Latest', row.latest === null ? 'No value yet' : write(row.latest)],
    ['Owner', row.ownerTitle],
    ['Source', data.source],
    ['Measures', bullets(data.objectives.map((id) => find(library.objectives, id)?.title ?? id))],
  ])}
${chart === undefined ? html`<p class="none">There are no values yet.</p>` : chartFigure(chart)}
${row.areas.length === 0 ? '' : areaTable(row)}`;
}

function areaTable({ areas, indicator }: ScorecardRow): SafeHtml {
  const { decimals, unit } = indicator.entry.data;
  return table<ScorecardRow['areas'][number]>({
    caption: `Latest value by area (${unit})`,
    rows: areas,
    className: 'counts',
    columns: [
      { heading: 'Area', kind: 'row-heading', cell: ({ area }) => area },
      { heading: 'Value', kind: 'number', cell: ({ value }) => writeFigure(value, decimals) },
      { heading: 'Day', kind: 'narrow', cell: ({ date }) => short(date) },
    ],
  });
}
