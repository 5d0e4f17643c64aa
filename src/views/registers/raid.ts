import { html, type SafeHtml } from '@remix-run/html-template';
import { riskMatrixChart } from '../../charts/risk-matrix.ts';
import { anchors } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { lastDay, quarterOf, short, shortWhen } from '../../registers/dates.ts';
import { type IssueRow, issueRegister } from '../../registers/issues.ts';
import { type RiskRow, riskRegister } from '../../registers/risks.ts';
import { riskBadge, stateBadge, stateWord } from '../badges.ts';
import { chartFigure } from '../chart.ts';
import { initiativeColumn } from '../initiative-column.ts';
import { roleTitle } from '../record-facts.ts';
import { table } from '../table.ts';
import type { TableOptions } from '../tables.ts';
import { capital } from '../words.ts';
import type { ViewOptions } from './view.ts';

/** What tells whose a row is, where rows of several initiatives stand together. */
interface OwnedOptions extends TableOptions {
  readonly showInitiative?: boolean;
}

/** Risks: cause, event, effect, how they stood before and stand now. */
export function riskTable(
  rows: readonly RiskRow[],
  { caption, order, link, facetsOf, showInitiative = true }: OwnedOptions,
): SafeHtml {
  const initiative = initiativeColumn<RiskRow>(link, (row) => [row.risk.initiative, row.initiativeName]);
  return table<RiskRow>({
    caption,
    order,
    rows,
    className: 'risks',
    none: 'There are no risks.',
    facets:
      facetsOf &&
      (({ risk, ownerTitle, isOpen, reviewOverdue }) => ({
        ...facetsOf(risk.initiative),
        owner: ownerTitle,
        status: [isOpen ? 'Open' : 'Closed', ...(isOpen && reviewOverdue ? ['Review overdue'] : [])],
        quarter: quarterOf(isOpen ? risk.review : (risk.closed ?? risk.review)),
      })),
    columns: [
      { heading: 'Risk', kind: 'row-heading', cell: riskCell },
      ...(showInitiative ? [initiative] : []),
      {
        heading: 'Before',
        kind: 'narrow',
        cell: ({ risk, inherent }) => scoreBadge(risk.type, inherent),
        sort: ({ inherent }) => inherent.score,
      },
      { heading: 'Now', kind: 'narrow', cell: nowCell, sort: ({ residual }) => residual.score },
      { heading: 'Response', cell: responseCell },
      { heading: 'Owner', cell: (row) => row.ownerTitle },
      {
        heading: 'Review',
        kind: 'narrow',
        cell: reviewCell,
        sort: ({ risk, isOpen }) => (isOpen ? risk.review : (risk.closed ?? '')),
      },
    ],
  });
}

function riskCell({ risk, note }: RiskRow): SafeHtml {
  const kind = risk.type === 'opportunity' ? 'Opportunity. ' : '';
  return html`<span id="${anchors.risk(risk.id)}">${kind}${risk.event}</span><span class="sub">Because: ${risk.cause}</span><span class="sub">Effect: ${risk.effect}</span>${note === '' ? '' : html`<span class="sub">Now: ${note}</span>`}`;
}

/** A high score is bad news of a threat only. */
function scoreBadge(type: RiskRow['risk']['type'], score: RiskRow['residual']): SafeHtml {
  return type === 'threat' ? riskBadge(score) : stateBadge(`${score.score} ${score.band}`, 'none');
}

function nowCell({ risk, residual, movement }: RiskRow): SafeHtml {
  const moved =
    movement === 0 ? '' : html`<span class="sub">${movement > 0 ? 'up' : 'down'} ${Math.abs(movement)}</span>`;
  return html`${scoreBadge(risk.type, residual)}${moved}`;
}

function responseCell({ risk }: RiskRow): SafeHtml {
  return html`${capital(risk.response)}, ${risk.proximity.replaceAll('-', ' ')}${risk.actions.map((action) => html`<span class="sub">${action}</span>`)}`;
}

function reviewCell({ risk, isOpen, reviewOverdue }: RiskRow): SafeHtml | string {
  if (!isOpen) return `Closed ${short(risk.closed ?? '')}`;
  return reviewOverdue ? html`${short(risk.review)}<span class="sub">overdue</span>` : short(risk.review);
}

/** Issues: what happened, what is recommended, who sees to it. */
export function issueTable(
  library: Library,
  rows: readonly IssueRow[],
  { caption, link, facetsOf, showInitiative = true }: OwnedOptions,
): SafeHtml {
  const initiative = initiativeColumn<IssueRow>(link, ({ issue, initiativeName }) => [
    issue.initiative,
    initiativeName,
  ]);
  return table<IssueRow>({
    caption,
    rows,
    className: 'issues',
    none: 'There are no issues.',
    facets:
      facetsOf &&
      (({ issue, isOpen }) => ({
        ...facetsOf(issue.initiative),
        owner: roleTitle(library, issue.owner),
        status: isOpen ? 'Open' : 'Closed',
        quarter: quarterOf(issue.raised),
      })),
    columns: [
      {
        heading: 'Issue',
        kind: 'row-heading',
        cell: ({ issue: { id, description, impact } }) =>
          html`<span id="${anchors.issue(id)}">${description}</span>${impact === undefined ? '' : html`<span class="sub">Impact: ${impact}</span>`}`,
      },
      ...(showInitiative ? [initiative] : []),
      { heading: 'Type', cell: ({ issue: { type } }) => capital(type.replaceAll('-', ' ')) },
      { heading: 'Priority', kind: 'narrow', cell: ({ issue: { priority } }) => capital(priority ?? '–') },
      { heading: 'Recommendation', cell: ({ issue: { recommendation } }) => recommendation ?? '–' },
      { heading: 'Owner', cell: ({ issue: { owner } }) => roleTitle(library, owner) },
      {
        heading: 'Raised',
        kind: 'narrow',
        cell: ({ issue: { raised }, closed }) =>
          html`${short(raised)}${closed === null ? '' : html`<span class="sub">closed ${short(closed)}</span>`}`,
        sort: ({ issue: { raised } }) => raised,
      },
    ],
  });
}

type DependencyRow = Library['dependencies'][string];

/** Dependencies: what is given or got, by whom, and when it is needed. */
export function dependencyTable(
  library: Library,
  rows: readonly DependencyRow[],
  { caption, link, facetsOf, showInitiative = true }: OwnedOptions,
): SafeHtml {
  const initiative = initiativeColumn<DependencyRow>(link, (row) => [row.initiative, nameOf(library, row.initiative)]);
  return table<DependencyRow>({
    caption,
    rows,
    className: 'dependencies',
    none: 'There are no dependencies.',
    facets:
      facetsOf &&
      (({ initiative: id, status, need_by }) => ({
        ...facetsOf(id),
        status: stateWord(status),
        quarter: quarterOf(need_by),
      })),
    columns: [
      {
        heading: 'Dependency',
        kind: 'row-heading',
        cell: ({ id, what, milestone }) => {
          const title = find(library.milestones, milestone)?.title;
          return html`<span id="${anchors.dependency(id)}">${what}</span>${title === undefined ? '' : html`<span class="sub">Delivered by: ${title}</span>`}`;
        },
      },
      ...(showInitiative ? [initiative] : []),
      {
        heading: 'Direction',
        kind: 'narrow',
        cell: ({ direction }) => (direction === 'get' ? 'Got from' : 'Given to'),
      },
      { heading: 'Other side', cell: ({ counterpart, partner }) => otherSide(library, counterpart, partner) },
      {
        heading: 'Needed by',
        kind: 'narrow',
        cell: ({ need_by }) => shortWhen(need_by),
        sort: ({ need_by }) => lastDay(need_by),
      },
      { heading: 'Agreed', kind: 'narrow', cell: ({ agreed }) => (agreed ? 'By both' : 'Not yet') },
      { heading: 'Status', kind: 'narrow', cell: ({ status }) => stateBadge(status, dependencyTones[status]) },
    ],
  });
}

const dependencyTones = { 'on-track': 'green', 'at-risk': 'amber', missed: 'red', met: 'done' } as const;

function nameOf(library: Library, initiative: string): string {
  return find(library.initiatives, initiative)?.data.name ?? initiative;
}

function otherSide(library: Library, counterpart: string | undefined, partner: string | undefined): string {
  if (counterpart !== undefined) return nameOf(library, counterpart);
  return find(library.groups, partner)?.name ?? partner ?? '–';
}

/** Risks, issues and dependencies of all initiatives. */
export function raidView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  const risks = riskRegister(library, asOf);
  const open = risks.filter(({ isOpen }) => isOpen);
  const matrix = riskMatrixChart('all', 'all initiatives', risks);
  const issues = issueRegister(library, asOf);
  const settled = issues.filter(({ isOpen }) => !isOpen);
  return html`<h2 id="risks">Risks</h2>
${matrix === undefined ? '' : chartFigure(matrix)}
${riskTable(open, { caption: 'Open risks', order: 'the highest score first', link, facetsOf })}
${
  risks.length === open.length
    ? ''
    : riskTable(
        risks.filter((row) => !row.isOpen),
        { caption: 'Closed risks', link, facetsOf },
      )
}
<h2 id="issues">Issues</h2>
${issueTable(
  library,
  issues.filter(({ isOpen }) => isOpen),
  { caption: 'Open issues', link, facetsOf },
)}
${settled.length === 0 ? '' : issueTable(library, settled, { caption: 'Closed issues', link, facetsOf })}
<h2 id="dependencies">Dependencies</h2>
${asOf === library.asAt ? '' : html`<p class="quiet">Dependencies carry no days of their own, so they stand here as they were last recorded.</p>`}
${dependencyTable(library, Object.values(library.dependencies), { caption: 'What initiatives give to and get from others', link, facetsOf })}`;
}
