import { html, type SafeHtml } from '@remix-run/html-template';
import { benefitPathChart } from '../../charts/benefit-path.ts';
import { anchors } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { type BenefitRow, benefitsRegister } from '../../registers/benefits.ts';
import { short } from '../../registers/dates.ts';
import { writeExact } from '../../registers/finance.ts';
import { chartFigure } from '../chart.ts';
import { initiativeColumn } from '../initiative-column.ts';
import { table } from '../table.ts';
import type { TableOptions } from '../tables.ts';
import { capital } from '../words.ts';
import type { ViewOptions } from './view.ts';

/** Benefits: where they start, what they are to become, and what is planned and forecast for the year. */
export function benefitTable(
  rows: readonly BenefitRow[],
  { caption, order, link, facetsOf, showInitiative = true }: TableOptions & { showInitiative?: boolean },
): SafeHtml {
  const initiative = initiativeColumn<BenefitRow>(link, (row) => [row.benefit.initiative, row.initiativeName]);
  return table<BenefitRow>({
    caption,
    order,
    rows,
    className: 'benefits',
    none: 'There are no benefits.',
    facets:
      facetsOf &&
      (({ benefit, ownerTitle, shortfallPercent }) => ({
        ...facetsOf(benefit.initiative),
        owner: ownerTitle,
        status: shortfallWord(shortfallPercent),
      })),
    columns: [
      {
        heading: 'Benefit',
        kind: 'row-heading',
        cell: ({ benefit, note }) =>
          html`<span id="${anchors.benefit(benefit.id)}">${benefit.title}</span><span class="sub">${capital(benefit.class)}${benefit.measure === undefined ? '' : `: ${benefit.measure} (${benefit.unit ?? ''})`}</span>${note === '' ? '' : html`<span class="sub">${note}</span>`}`,
      },
      ...(showInitiative ? [initiative] : []),
      { heading: 'Owner', cell: (row) => row.ownerTitle },
      {
        heading: 'Baseline',
        kind: 'number',
        cell: ({ benefit: { baseline } }) => dated(baseline),
        sort: (row) => row.benefit.baseline?.value ?? '',
      },
      {
        heading: 'Target',
        kind: 'number',
        cell: ({ benefit: { target } }) => dated(target),
        sort: (row) => row.benefit.target?.value ?? '',
      },
      { heading: 'Year', kind: 'narrow', cell: ({ current }) => current?.period ?? '–' },
      { heading: 'Planned', kind: 'number', cell: ({ current }) => writeExact(current?.planned) },
      { heading: 'Expected', kind: 'number', cell: ({ current }) => writeExact(current?.actual ?? current?.forecast) },
      {
        heading: 'Short by',
        kind: 'number',
        cell: ({ shortfallPercent }) => (shortfallPercent === null ? '–' : `${shortfallPercent}%`),
      },
    ],
  });
}

function shortfallWord(percent: number | null): string {
  if (percent === null) return 'Nothing forecast';
  return percent > 0 ? 'Short of plan' : 'As planned';
}

function dated(value: { value: number; date: string } | undefined): SafeHtml | string {
  return value === undefined ? '–' : html`${writeExact(value.value)}<span class="sub">${short(value.date)}</span>`;
}

/** The path of each benefit that has one, as charts. */
export function benefitCharts(rows: readonly BenefitRow[]): SafeHtml {
  return html`${rows.map((row) => {
    const chart = benefitPathChart(row);
    return chart === undefined ? '' : chartFigure(chart);
  })}`;
}

/** All benefits with their paths. */
export function benefitsView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  const rows = benefitsRegister(library, asOf);
  return html`${benefitTable(rows, { caption: 'Benefits', order: 'by initiative', link, facetsOf })}
${rows.length === 0 ? '' : html`<h2 id="paths">Paths</h2>`}
${rows.length > 0 && rows.every(({ path }) => path.length === 0) ? html`<p class="none">No benefit has a path from year to year.</p>` : benefitCharts(rows)}`;
}
