import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import { counted } from '../registers/counted.ts';
import type { Ask, PortfolioDashboard } from '../registers/dashboard.ts';
import { shortWhen } from '../registers/dates.ts';
import { figureAddress } from '../registers/figures/pages.ts';
import { writeAmount, writeFigure } from '../registers/finance.ts';
import type { MilestoneRow } from '../registers/milestones.ts';
import type { Money } from '../registers/money.ts';
import type { PortfolioGlance, PortfolioRow } from '../registers/portfolio.ts';
import type { RiskRow } from '../registers/risks.ts';
import { rank } from '../registers/standing.ts';
import { milestoneBadge, movementBadge, ragBadge, ratingWord, riskBadge } from './badges.ts';
import { whenceLink } from './figures.ts';
import { initiativeColumn } from './initiative-column.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { percent } from './registers/money.ts';
import { table } from './table.ts';
import type { TableOptions } from './tables.ts';
import { capital } from './words.ts';

/** One figure that a board looks for first: what it is, what it says, and what there is to know beside it. */
interface KeyFigure {
  readonly name: string;
  readonly value: string | SafeHtml;
  readonly beside: string | SafeHtml;
}

/** A portfolio on one screen and one printed page: what a board must know before it turns the page. */
export function portfolioSummary(dashboard: PortfolioDashboard, { link }: { link: Linker }): SafeHtml {
  const { glance, milestones, risks } = dashboard;
  const reporting = worstFirst(glance);
  const rows = reporting.slice(0, shown.initiatives);
  const rest = rows.length === reporting.length ? '' : `, ${rows.length} of ${reporting.length}`;
  return html`<section class="dashboard" aria-label="The portfolio at a glance">
<dl class="key-figures">${keyFigures(dashboard, link).map(
    ({ name, value, beside }) =>
      html`<div><dt>${name}</dt><dd><span class="key-value">${value}</span> <span class="key-beside">${beside}</span></dd></div>`,
  )}</dl>
<div class="dashboard-tables">
<div class="dashboard-wide">${confidenceTable(rows, { caption: `Confidence and movement, the worst first${rest}`, link })}</div>
<div>${worstMilestones(milestones.worst, { caption: 'Milestones furthest from what was agreed', link })}</div>
<div>${topRisks(risks.top, { caption: 'Highest risks and their movement', link })}</div>
<div class="dashboard-wide">${decisionsAsked(dashboard, link)}</div>
</div>
</section>`;
}

function keyFigures(dashboard: PortfolioDashboard, link: Linker): KeyFigure[] {
  const { glance, milestones, money, benefits, changes, posts, escalations, returns, risks } = dashboard;
  const write = (value: number): string => writeAmount(value, money.unit, money.decimals);
  const { id } = glance.portfolio;
  const amount = (measure: 'forecast' | 'baseline', period: string, part: Money): SafeHtml => {
    const isTold = period === 'life' || money.years.some(({ year }) => year === period);
    const name = `${id}/members/${measure}/${period}@${money.asAt}`;
    const href = isTold ? link(figureAddress(`portfolios/${id}`, name)) : null;
    return whenceLink(href, write(part[measure]));
  };
  const cost = (name: string, period: string, part: Money): KeyFigure => ({
    name,
    value: money.asAt === null ? '–' : percent(part.variancePercent),
    beside:
      money.asAt === null
        ? 'no money on record'
        : html`${amount('forecast', period, part)} forecast, ${amount('baseline', period, part)} baseline`,
  });
  const rated = glance.ratings.filter(({ value, count }) => value !== null && count > 0);
  return [
    {
      name: 'Confidence',
      value: html`<span class="tally-line">${rated.map(({ value, count }) => html`<span class="tally-one">${count} ${ragBadge(value)}</span>`)}</span>`,
      beside: `${glance.initiatives.length - (glance.ratings.at(-1)?.count ?? 0)} of ${glance.initiatives.length} rated`,
    },
    {
      name: 'Milestones',
      value: `${milestones.delivered} of ${milestones.all}`,
      beside: `delivered; ${milestones.slipped} slipped, ${milestones.atRisk} at risk or missed, ${milestones.overdue} overdue, ${milestones.unreported} past their day in no report, ${milestones.dueThisQuarter} due this quarter`,
    },
    cost(`Cost, ${money.year}`, money.year, money.thisYear),
    cost('Cost, whole life', 'life', money.life),
    {
      name: 'Benefits',
      value: `${benefits.short.length} of ${benefits.all}`,
      beside: 'forecast to fall short this year',
    },
    {
      name: 'Approved changes',
      value: counted(changes.approved, 'change'),
      beside: `${counted(changes.timeDays, 'day')} and ${write(changes.cost)} in all; ${changes.pending} pending`,
    },
    {
      name: 'Vacancies',
      value: writeFigure(posts.vacancies, 1),
      beside: `of ${writeFigure(posts.establishment, 1)} posts; ${writeFigure(posts.vacanciesForecast, 1)} expected in three months`,
    },
    {
      name: 'Escalations and risks',
      value: `${escalations.length} and ${risks.open}`,
      beside: html`open; ${returnWords(returns, link)}`,
    },
  ];
}

/** Who is late, by name, since a number of late returns helps nobody to chase them. */
function returnWords(returns: PortfolioDashboard['returns'], link: Linker): SafeHtml | string {
  if (returns === undefined) return 'no cycle has been commissioned';
  const late = returns.rows.filter(({ status }) => status === 'late' || status === 'missing');
  if (late.length === 0) return `all ${returns.rows.length} returns on time`;
  const names = late.map(
    ({ initiative, status }, index) =>
      html`${index === 0 ? '' : ', '}${linked(link, addresses.initiative(initiative.id), initiative.data.name)} (${status})`,
  );
  return html`returns late: ${names}`;
}

interface Named {
  readonly caption: string;
  readonly link: Linker;
}

/** Ratings of initiatives with what moved, what slipped and what it costs. */
export function confidenceTable(rows: readonly PortfolioRow[], { caption, link, facetsOf }: TableOptions): SafeHtml {
  return table<PortfolioRow>({
    caption,
    rows,
    className: 'portfolio',
    none: 'No initiative has reported.',
    facets:
      facetsOf &&
      (({ initiative, sroTitle, standing }) => ({
        ...facetsOf(initiative.id),
        owner: sroTitle,
        status: ratingWord(standing?.value ?? null),
      })),
    columns: [
      initiativeColumn(link, ({ initiative }) => [initiative.id, initiative.data.name], 'row-heading'),
      {
        heading: 'Confidence',
        kind: 'narrow',
        cell: ({ standing }) =>
          html`${ragBadge(standing?.value ?? null)}${standing?.mappedFrom ? html`<span class="sub">read from ${standing.mappedFrom}</span>` : ''}`,
      },
      { heading: 'Movement', kind: 'narrow', cell: movementCell },
      { heading: 'Milestones', kind: 'number', cell: (row) => `${row.delivered} of ${row.milestones.length}` },
      { heading: 'Slipped', kind: 'number', cell: (row) => String(row.slipped) },
      { heading: 'At risk', kind: 'number', cell: (row) => String(row.atRisk) },
      { heading: 'Cost, year', kind: 'number', cell: ({ money }) => percent(money.thisYear.variancePercent) },
      { heading: 'Cost, life', kind: 'number', cell: ({ money }) => percent(money.life.variancePercent) },
    ],
  });
}

function movementCell({ standing, standingBefore, movement }: PortfolioRow): SafeHtml | string {
  if (standing === null) return '–';
  return standingBefore === null ? 'First report' : movementBadge(movement);
}

function worstMilestones(rows: readonly MilestoneRow[], { caption, link }: Named): SafeHtml {
  return table<MilestoneRow>({
    caption,
    rows,
    className: 'compact',
    none: 'No milestone is late or at risk.',
    columns: [
      {
        heading: 'Milestone',
        kind: 'row-heading',
        cell: ({ milestone, initiativeName }) =>
          html`${milestone.title}<span class="sub">${linked(link, addresses.initiative(milestone.initiative), initiativeName)}</span>`,
      },
      {
        heading: 'Expected',
        kind: 'narrow',
        cell: ({ expected, slip }) =>
          html`${shortWhen(expected)}<span class="sub">${slip === 0 ? 'as agreed' : `${counted(slip, 'day')} late`}</span>`,
      },
      { heading: 'Status', kind: 'narrow', cell: ({ status }) => milestoneBadge(status) },
    ],
  });
}

function topRisks(rows: readonly RiskRow[], { caption, link }: Named): SafeHtml {
  return table<RiskRow>({
    caption,
    rows,
    className: 'compact',
    none: 'No risk is open.',
    columns: [
      {
        heading: 'Risk',
        kind: 'row-heading',
        cell: ({ risk, initiativeName }) =>
          html`${risk.event}<span class="sub">${linked(link, addresses.initiative(risk.initiative), initiativeName)}</span>`,
      },
      { heading: 'Score', kind: 'narrow', cell: ({ residual }) => riskBadge(residual) },
      {
        heading: 'Moved',
        kind: 'narrow',
        cell: ({ movement }) => (movement === 0 ? '–' : `${movement > 0 ? 'up' : 'down'} ${Math.abs(movement)}`),
      },
    ],
  });
}

/** More initiatives than these, or asks of more, no longer fit on one page; the whole of both stands behind it. */
const shown = { initiatives: 12, asking: 6 } as const;

/** What one initiative asks, in the order of weight: what has been escalated, then decisions, then the rest. */
interface AskRow {
  readonly id: string;
  readonly name: string;
  readonly texts: readonly string[];
}

/** Everything that is asked, by initiative, those with an escalation first. */
export function askRows({ asks, escalations }: PortfolioDashboard, wanted: (ask: Ask) => boolean): AskRow[] {
  const all = [
    ...escalations.map(({ escalation, initiativeName, daysOpen }) => ({
      id: escalation.initiative,
      name: initiativeName,
      text: `Escalated ${counted(daysOpen, 'day')} ago: ${escalation.decision_asked}`,
    })),
    ...asks.filter(wanted).map(({ initiative, ask }) => ({
      id: initiative.id,
      name: initiative.data.name,
      text: `${capital(ask.type)}: ${ask.text}`,
    })),
  ];
  return [...Map.groupBy(all, ({ id }) => id)].map(([id, own]) => ({
    id,
    name: own[0]?.name ?? id,
    texts: own.map(({ text }) => text),
  }));
}

export function askTable(rows: readonly AskRow[], { caption, link }: Named): SafeHtml {
  return table<AskRow>({
    caption,
    rows,
    className: 'compact asked',
    none: 'Nothing is asked of the board.',
    columns: [
      initiativeColumn(link, ({ id, name }) => [id, name], 'row-heading'),
      {
        heading: 'What is asked',
        cell: ({ texts }) => html`${texts.map((text) => html`<span class="line">${text}</span>`)}`,
      },
    ],
  });
}

function decisionsAsked(dashboard: PortfolioDashboard, link: Linker): SafeHtml {
  // What has been escalated is the decision that initiative waits for; its report only says so again.
  const escalated = new Set(dashboard.escalations.map(({ escalation }) => escalation.initiative));
  const all = askRows(dashboard, ({ ask, initiative }) => ask.type === 'decision' && !escalated.has(initiative.id));
  const rows = all.slice(0, shown.asking);
  const rest = rows.length === all.length ? '' : `, ${rows.length} of ${all.length} initiatives`;
  return askTable(rows, { caption: `Decisions asked of the board${rest}`, link });
}

/** The worst first: by rating, then by which way it moved. */
function worstFirst({ portfolio, initiatives }: PortfolioGlance): PortfolioRow[] {
  const scale = portfolio.data.rag_scale;
  const weight = ({ standing }: PortfolioRow): number => (standing === null ? -1 : rank(scale, standing.value));
  return initiatives
    .filter(({ report }) => report !== undefined)
    .toSorted((a, b) => weight(b) - weight(a) || a.movement - b.movement);
}
