import { html, type SafeHtml } from '@remix-run/html-template';
import { milestonesByQuarterChart } from '../../charts/milestones-by-quarter.ts';
import { slippageChart } from '../../charts/slippage.ts';
import type { Library } from '../../library/library.ts';
import { byQuarter } from '../../registers/initiatives.ts';
import { milestoneRegister } from '../../registers/milestones.ts';
import { chartFigure } from '../chart.ts';
import { countTable, milestoneTable } from '../tables.ts';
import type { ViewOptions } from './view.ts';

/** All milestones: how many and when, what slipped, and each quarter's. */
export function milestonesView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  const register = milestoneRegister(library, asOf);
  if (register.rows.length === 0) return html`<p class="none">There are no milestones.</p>`;
  const slippage = slippageChart('all', 'all initiatives', register.rows);
  return html`<h2 id="counts">How many, and when</h2>
${chartFigure(milestonesByQuarterChart(register))}
${countTable(register.byLead, { caption: 'Milestones by lead', heading: 'Lead' })}
${slippage === undefined ? '' : html`<h2 id="slippage">What is late</h2>${chartFigure(slippage)}`}
${byQuarter(register.rows).map(
  ({ quarter, rows }) => html`<h2 id="quarter-${quarter.replace(' ', '-').toLowerCase()}">${quarter}</h2>
${milestoneTable(rows, { caption: `Milestones first agreed for ${quarter}`, link, facetsOf })}`,
)}`;
}
