import { posix } from 'node:path';
import { html, type SafeHtml } from '@remix-run/html-template';
import { capitalPlanChart } from '../charts/capital-plan.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { actionLog } from '../registers/actions.ts';
import { portfolioDashboard } from '../registers/dashboard.ts';
import { inWords } from '../registers/dates.ts';
import { financeView } from '../registers/finance.ts';
import { minutesTextOn } from '../registers/minutes-text.ts';
import { portfolioGlances } from '../registers/portfolio.ts';
import { annexPicture, notPrinted } from '../views/annexes.ts';
import { renderBody } from '../views/body.ts';
import { chartFigure } from '../views/chart.ts';
import type { Linker } from '../views/linker.ts';
import { mattersArisingView, outstandingActionsView } from '../views/meeting-papers.ts';
import { minutesFacts } from '../views/minutes-facts.ts';
import { confidenceTable, portfolioSummary } from '../views/portfolio.ts';
import { portfolioDetail } from '../views/portfolio-detail.ts';
import { paperFacts } from '../views/record-facts.ts';
import { registerViews } from '../views/registers/registry.ts';
import { reportView } from '../views/report.ts';
import { actionTable, financeTable } from '../views/tables.ts';
import { toFollowView } from '../views/to-follow.ts';
import { withheldView } from '../views/withheld.ts';
import { type AnnexTable, annexTableView } from './annex-table.ts';
import type { PackPlan, PlannedPart } from './plan.ts';
import { cycleFor } from './subject.ts';

/** What a part shows, as the content of its document. Its first element is the heading of the part. */
export function partContent(
  library: Library,
  plan: PackPlan,
  part: PlannedPart,
  { link, annexTable }: { readonly link: Linker; readonly annexTable?: AnnexTable | undefined },
): SafeHtml {
  const { subject } = part;
  const heading = html`<header class="part-head"><p class="part-reference">${part.reference}</p><h1>${part.title}</h1></header>`;
  switch (subject.kind) {
    case 'paper': {
      const body = renderBody(library, subject.paper, { link, notes: 'inline' });
      const title = subject.paper.data.title;
      const own = html`<header class="part-head"><p class="part-reference">${part.reference}</p><h1>${title}</h1></header>`;
      return html`<section class="cover-sheet">${own}${paperFacts(library, subject.paper, link)}${notPrinted(subject.paper)}</section>
<section class="paper">${body}</section>`;
    }
    case 'annex': {
      const { annex } = subject;
      if (annexTable === undefined) return html`${heading}${annexPicture(annex)}`;
      return html`${heading}${annexTableView(annexTable, annex.title, posix.basename(annex.path))}`;
    }
    case 'to-follow':
      return html`${heading}${toFollowView(subject.paper)}`;
    case 'withheld':
      return html`${heading}${withheldView(subject.item)}`;
    case 'minutes': {
      const { board, date } = subject.meeting;
      return html`${heading}
<p class="lead">${board.data.name}, meeting of ${inWords(date)}</p>
${minutesFacts(library, subject.minutes, { asOf: plan.asOf, link })}
${renderBody(library, minutesTextOn(library, subject.minutes, plan.asOf), { link, notes: 'inline' })}`;
    }
    case 'action-log':
      return html`${heading}
<p class="lead">Every action of every board as it stood on ${inWords(plan.asOf)}; the longest overdue first.</p>
${actionTable(actionLog(library, plan.asOf), { caption: 'Action log', link })}`;
    case 'outstanding-actions':
      return html`${heading}${outstandingActionsView(library, plan.view, { asOf: plan.asOf, link })}`;
    case 'matters-arising':
      return html`${heading}${mattersArisingView(library, plan.view, { asOf: plan.asOf, link })}`;
    case 'register':
      return html`${heading}${registerViews[subject.register].content(library, { asOf: plan.asOf, link })}`;
    case 'portfolio': {
      const dashboard = portfolioDashboard(library, subject.portfolio ?? '', plan.asOf);
      if (dashboard === undefined) return html`${heading}<p class="none">No portfolio reports to this meeting.</p>`;
      return html`${heading}${portfolioSummary(dashboard, { link })}${portfolioDetail(library, dashboard, { link })}`;
    }
    case 'capital-plan': {
      const table = find(library.finance, 'capital-plan');
      if (table === undefined) return html`${heading}<p class="none">There is no finance table "capital-plan".</p>`;
      const view = financeView(table);
      const chart = capitalPlanChart(view);
      return html`${heading}
<p class="lead">Source: ${view.source}</p>
${financeTable(view)}
${chart === undefined ? '' : chartFigure(chart)}
${renderBody(library, table.entry, { link, headingShift: 0, notes: 'end' })}`;
    }
    case 'highlight-reports':
      return html`${heading}${highlightReports(library, plan, link)}`;
  }
}

/** The portfolio that reports to this board at a glance, then each report of the cycle that reports to this meeting. */
function highlightReports(library: Library, plan: PackPlan, link: Linker): SafeHtml {
  const cycle = cycleFor(library, plan.view);
  if (cycle === undefined) return html`<p class="none">No reporting cycle reports to this meeting.</p>`;
  const glance = portfolioGlances(library, plan.asOf).find(({ portfolio }) => portfolio.id === cycle.data.portfolio);
  const reports = glance?.initiatives.flatMap(({ initiative }) => {
    const report = find(library.reports, `${initiative.id}/${cycle.data.reports_of ?? cycle.id}`);
    return report === undefined || report.data.submitted > plan.asOf ? [] : [{ initiative, report }];
  });
  return html`<p class="lead">${glance?.portfolio.data.name ?? ''}, ${cycle.data.period}; figures to ${inWords(cycle.data.cutoff)}.</p>
${glance === undefined ? '' : confidenceTable(glance.initiatives, { caption: `${glance.portfolio.data.name}: ratings and milestones`, link })}
${(reports ?? []).map(
  ({ initiative, report }) => html`<section class="report">
<h2 id="${initiative.id}">${initiative.data.name}</h2>
${reportView(library, report, { link, headingShift: 1, idPrefix: `${initiative.id}-`, notes: 'end' })}
</section>`,
)}`;
}
