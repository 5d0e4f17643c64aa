import { html, type SafeHtml } from '@remix-run/html-template';
import { capitalPlanChart } from '../charts/capital-plan.ts';
import { milestonesByQuarterChart } from '../charts/milestones-by-quarter.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { actionLog } from '../registers/actions.ts';
import { inWords } from '../registers/dates.ts';
import { financeView } from '../registers/finance.ts';
import { milestoneRegister } from '../registers/milestones.ts';
import { portfolioGlances } from '../registers/portfolio.ts';
import { renderBody } from '../views/body.ts';
import { chartFigure } from '../views/chart.ts';
import type { Linker } from '../views/linker.ts';
import { minutesFacts, paperFacts } from '../views/record-facts.ts';
import { reportView } from '../views/report.ts';
import { actionTable, countTable, financeTable, milestoneTable, portfolioTable } from '../views/tables.ts';
import type { PackPlan, PlannedPart } from './plan.ts';

/** What a part shows, as the content of its document. Its first element is the heading of the part. */
export function partContent(library: Library, plan: PackPlan, part: PlannedPart, link: Linker): SafeHtml {
  const { subject } = part;
  const heading = html`<header class="part-head"><p class="part-reference">${part.reference}</p><h1>${part.title}</h1></header>`;
  switch (subject.kind) {
    case 'paper': {
      const body = renderBody(library, subject.paper, { link, notes: 'inline' });
      const title = subject.paper.data.title;
      const own = html`<header class="part-head"><p class="part-reference">${part.reference}</p><h1>${title}</h1></header>`;
      return html`<section class="cover-sheet">${own}${paperFacts(library, subject.paper)}</section>
<section class="paper">${body}</section>`;
    }
    case 'minutes': {
      const { board, date } = subject.meeting;
      return html`${heading}
<p class="lead">${board.data.name}, meeting of ${inWords(date)}</p>
${minutesFacts(library, subject.minutes)}
${renderBody(library, subject.minutes, { link, notes: 'inline' })}`;
    }
    case 'action-log':
      return html`${heading}
<p class="lead">Every action of every board as it stood on ${inWords(plan.asOf)}; the longest overdue first.</p>
${actionTable(actionLog(library, plan.asOf), { caption: 'Action log', link })}`;
    case 'milestones': {
      const register = milestoneRegister(library, plan.asOf);
      return html`${heading}
${chartFigure(milestonesByQuarterChart(register))}
${countTable(register.byLead, { caption: 'Milestones by lead', heading: 'Lead' })}
${milestoneTable(register.rows, { caption: 'All milestones, in the order they are due', link })}`;
    }
    case 'capital-plan': {
      const table = find(library.finance, 'capital-plan');
      if (table === undefined) return html`${heading}<p class="none">There is no finance table "capital-plan".</p>`;
      const view = financeView(table);
      return html`${heading}
<p class="lead">Source: ${view.source}</p>
${financeTable(view)}
${chartFigure(capitalPlanChart(view))}
${renderBody(library, table.entry, { link, headingShift: 0, notes: 'end' })}`;
    }
    case 'highlight-reports':
      return html`${heading}${highlightReports(library, plan, link)}`;
  }
}

/** The portfolio that reports to this board at a glance, then each report of the cycle that reports to this meeting. */
function highlightReports(library: Library, plan: PackPlan, link: Linker): SafeHtml {
  const cycles = Object.values(library.cycles).toSorted((a, b) => (a.data.cutoff < b.data.cutoff ? -1 : 1));
  const cycle =
    cycles.find(({ data }) => data.meeting === plan.view.id) ??
    cycles.findLast(({ data }) => data.cutoff < plan.view.date);
  if (cycle === undefined) return html`<p class="none">No reporting cycle reports to this meeting.</p>`;
  const glance = portfolioGlances(library, plan.asOf).find(({ portfolio }) => portfolio.id === cycle.data.portfolio);
  const reports = glance?.initiatives.flatMap(({ initiative }) => {
    const report = find(library.reports, `${initiative.id}/${cycle.id}`);
    return report === undefined || report.data.submitted > plan.asOf ? [] : [{ initiative, report }];
  });
  return html`<p class="lead">${glance?.portfolio.data.name ?? ''}, ${cycle.data.period}; figures to ${inWords(cycle.data.cutoff)}.</p>
${glance === undefined ? '' : portfolioTable(glance, { caption: `${glance.portfolio.data.name}: ratings and milestones`, link })}
${(reports ?? []).map(
  ({ initiative, report }) => html`<section class="report">
<h2 id="${initiative.id}">${initiative.data.name}</h2>
${reportView(library, report, { link, headingShift: 1, idPrefix: `${initiative.id}-`, notes: 'end' })}
</section>`,
)}`;
}
