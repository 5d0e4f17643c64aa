import { html, type SafeHtml } from '@remix-run/html-template';
import { moneyByYearChart, spendingChart } from '../charts/money.ts';
import { ratingCountsChart } from '../charts/rating-history.ts';
import { riskMatrixChart } from '../charts/risk-matrix.ts';
import { slippageChart } from '../charts/slippage.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { ratingScales } from '../records/scales.ts';
import type { PortfolioDashboard } from '../registers/dashboard.ts';
import { inWords, monthEndedBy, monthInWords } from '../registers/dates.ts';
import { spendingByMonth } from '../registers/money.ts';
import type { PortfolioGlance } from '../registers/portfolio.ts';
import { riskRegister } from '../registers/risks.ts';
import { ratingHistory } from '../registers/standing.ts';
import { ratingWord } from './badges.ts';
import { chartFigure } from './chart.ts';
import { sourceLine } from './figures.ts';
import type { Linker } from './linker.ts';
import { askRows, askTable, confidenceTable } from './portfolio.ts';
import { memberMoneyTable } from './registers/money.ts';
/** What stands behind the summary: every member, money, and charts. */
export function portfolioDetail(library: Library, dashboard: PortfolioDashboard, { link }: { link: Linker }): SafeHtml {
  const { glance, members, money, asOf } = dashboard;
  const { id, data } = glance.portfolio;
  const name = `the ${data.name} portfolio`;
  const isMember = new Set(members);
  const risks = riskRegister(library, asOf).filter(({ risk }) => isMember.has(risk.initiative));
  const charts = [
    historyChart(library, glance, asOf),
    slippageChart(id, name, dashboard.milestones.rows),
    moneyByYearChart(id, name, money),
    spendingChart(id, name, spendingByMonth(library, members, monthEndedBy(asOf)), money),
    riskMatrixChart(id, name, risks),
  ];
  const lines = glance.initiatives.map(({ initiative, money: own }) => ({
    id: initiative.id,
    name: initiative.data.name,
    money: own,
  }));
  const files = members.flatMap((member) => find(library.money, member)?.file ?? []);
  return html`<h2 id="members-${id}">Every initiative of the portfolio</h2>
${confidenceTable(glance.initiatives, { caption: `Initiatives of ${name}`, link })}
<h2 id="asked-${id}">Asked of the board</h2>
${askTable(
  askRows(dashboard, () => true),
  { caption: 'Everything that is asked, what has been escalated first', link },
)}
<h2 id="money-${id}">Money</h2>
${
  money.asAt === null
    ? html`<p class="none">No money is on record.</p>`
    : html`${memberMoneyTable(lines, money, { caption: `Money of ${name}, figures of ${monthInWords(money.asAt)}`, link })}
${sourceLine(files, money.asAt, { link, page: `portfolios/${id}` })}`
}
<h2 id="charts-${id}">Charts</h2>
${charts.map((chart) => (chart === undefined ? '' : chartFigure(chart)))}
<p class="quiet">Drawn from what had been handed in by ${inWords(asOf)}.</p>`;
}

function historyChart(library: Library, { portfolio }: PortfolioGlance, asOf: string) {
  const values = ratingScales[portfolio.data.rag_scale].toReversed();
  const history = ratingHistory(library, portfolio, asOf);
  if (history.length === 0) return undefined;
  return ratingCountsChart(
    portfolio.id,
    portfolio.data.name,
    values.map(ratingWord),
    history.map(({ period, standings }) => ({
      period,
      counts: values.map((value) => standings.filter((standing) => standing === value).length),
    })),
  );
}
