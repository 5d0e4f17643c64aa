import { html, type SafeHtml } from '@remix-run/html-template';
import { ratingLineChart } from '../charts/rating-history.ts';
import { riskMatrixChart } from '../charts/risk-matrix.ts';
import { slippageChart } from '../charts/slippage.ts';
import type { Library } from '../library/library.ts';
import { benefitsRegister } from '../registers/benefits.ts';
import { changeEffects, changeLog } from '../registers/changes.ts';
import { monthEndedBy } from '../registers/dates.ts';
import { escalationRegister } from '../registers/escalations.ts';
import { forecastHonesty } from '../registers/honesty.ts';
import { byQuarter } from '../registers/initiatives.ts';
import { issueRegister } from '../registers/issues.ts';
import { withAllBelow } from '../registers/levels.ts';
import type { InitiativeGlance } from '../registers/portfolio.ts';
import { computedAspects, type RatedReport } from '../registers/ratings.ts';
import { riskRegister } from '../registers/risks.ts';
import { workforceRegister } from '../registers/workforce.ts';
import { ragBadge } from './badges.ts';
import { chartFigure } from './chart.ts';
import { benefitCharts, benefitTable } from './registers/benefits.ts';
import { changeEffectTable, changeTable } from './registers/changes.ts';
import { escalationTable } from './registers/escalations.ts';
import { moneySection } from './registers/money.ts';
import { dependencyTable, issueTable, riskTable } from './registers/raid.ts';
import { honestyTable, ratingTable } from './registers/ratings.ts';
import type { ViewOptions } from './registers/view.ts';
import { workforceTable } from './registers/workforce.ts';
import { table } from './table.ts';
import { milestoneTable } from './tables.ts';
import { capital } from './words.ts';

/** How an initiative's ratings went, cycle by cycle, and what its records give for the latest. */
export function initiativeHistory(library: Library, { initiative, reports }: InitiativeGlance): SafeHtml {
  const latest = reports.at(-1);
  if (latest === undefined) return html``;
  const { name } = initiative.data;
  const points = reports.map(({ report, cycle, computed }) => ({
    period: cycle.data.period,
    claimed: report.data.rag.overall.value,
    computed: computed.overall.value,
  }));
  return html`<section aria-labelledby="ratings"><h2 id="ratings">Ratings</h2>
${ratingTable(library, latest, { caption: `Claimed and computed for ${latest.cycle.data.period}` })}
${table<RatedReport>({
  caption: `Ratings of ${name}, cycle by cycle`,
  rows: reports,
  className: 'ratings',
  columns: [
    { heading: 'Cycle', kind: 'row-heading', cell: ({ cycle }) => cycle.data.period },
    ...computedAspects.map((aspect) => ({
      heading: capital(aspect),
      kind: 'narrow' as const,
      cell: ({ report }: RatedReport) => ragBadge(report.data.rag[aspect]?.value ?? null),
    })),
  ],
})}
${points.length < 2 ? '' : chartFigure(ratingLineChart(initiative.id, name, points))}
</section>`;
}

/** The registers of an initiative and of everything below it; a register that has nothing in it is left out. */
export function initiativeRegisters(
  library: Library,
  glance: InitiativeGlance,
  { asOf, link, provenance }: ViewOptions,
): SafeHtml {
  const { id, data } = glance.initiative;
  const { name } = data;
  const below = withAllBelow(library, [id]);
  const isOwn = new Set(below);
  const showInitiative = below.length > 1;
  const own = <Row>(rows: readonly Row[], owner: (row: Row) => string): Row[] =>
    rows.filter((row) => isOwn.has(owner(row)));
  const risks = own(riskRegister(library, asOf), ({ risk }) => risk.initiative);
  const issues = own(issueRegister(library, asOf), ({ issue }) => issue.initiative);
  const dependencies = own(Object.values(library.dependencies), (dependency) => dependency.initiative);
  const benefits = own(benefitsRegister(library, asOf), ({ benefit }) => benefit.initiative);
  const posts = own(workforceRegister(library, monthEndedBy(asOf)), ({ initiative }) => initiative);
  const changes = own(changeLog(library, asOf), ({ change }) => change.data.initiative);
  const effects = own(changeEffects(library, asOf), ({ initiative }) => initiative);
  const escalations = own(escalationRegister(library, asOf), ({ escalation }) => escalation.initiative);
  const honesty = own(forecastHonesty(library, asOf), ({ initiative }) => initiative).filter(
    ({ tested }) => tested > 0,
  );
  const slippage = slippageChart(id, name, glance.milestones);
  const matrix = riskMatrixChart(id, name, risks);
  const part = (anchor: string, title: string, isShown: boolean, content: () => SafeHtml): SafeHtml =>
    isShown
      ? html`<section aria-labelledby="${anchor}"><h2 id="${anchor}">${title}</h2>${content()}</section>`
      : html``;
  return html`${part('milestones', 'Milestones', true, () =>
    glance.milestones.length === 0
      ? html`<p class="none">There are no milestones.</p>`
      : html`${byQuarter(glance.milestones).map(({ quarter, rows }) => milestoneTable(rows, { caption: `Milestones first agreed for ${quarter}`, link, showInitiative }))}
${slippage === undefined ? '' : chartFigure(slippage)}
${honesty.length === 0 ? '' : honestyTable(honesty, { caption: 'Forecasts of milestones that have been delivered since', link })}`,
  )}
${part(
  'risks',
  'Risks',
  risks.length > 0,
  () => html`${riskTable(risks, { caption: `Risks of ${name}`, link, showInitiative })}
${matrix === undefined ? '' : chartFigure(matrix)}`,
)}
${part('issues', 'Issues', issues.length > 0, () => issueTable(library, issues, { caption: `Issues of ${name}`, link, showInitiative }))}
${part('dependencies', 'Dependencies', dependencies.length > 0, () => dependencyTable(library, dependencies, { caption: `Dependencies of ${name}`, link, showInitiative }))}
${part('benefits', 'Benefits', benefits.length > 0, () => html`${benefitTable(benefits, { caption: `Benefits of ${name}`, link, showInitiative })}${benefitCharts(benefits)}`)}
${part('finance', 'Finance', glance.money.asAt !== null, () => moneySection(library, { id, name, of: 'finance', initiatives: below }, { asOf, link, provenance }))}
${part('workforce', 'Workforce', posts.length > 0, () => workforceTable(posts, { caption: `Posts of ${name}, in full-time equivalents`, link, showInitiative }))}
${part('changes', 'Change requests', changes.length > 0, () => html`${changeTable(changes, { caption: `Change requests of ${name}`, link })}${changeEffectTable(effects, { caption: 'Cumulative effect of approved changes', link })}`)}
${part('escalations', 'Escalations', escalations.length > 0, () => escalationTable(escalations, { caption: `Escalations of ${name}`, link }))}`;
}
