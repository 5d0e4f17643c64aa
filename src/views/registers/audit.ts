import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import type { ActionRow } from '../../registers/actions.ts';
import { type AuditRow, auditTrail, type Following } from '../../registers/audit.ts';
import { counted } from '../../registers/counted.ts';
import { quarterOf, short } from '../../registers/dates.ts';
import { actionBadge, stateBadge, stateWord, type Tone } from '../badges.ts';
import { linked } from '../linked.ts';
import type { Linker } from '../linker.ts';
import { table } from '../table.ts';
import { capital } from '../words.ts';
import type { ViewOptions } from './view.ts';

const tones: Record<Following, Tone> = {
  unfollowed: 'red',
  overdue: 'red',
  'in-hand': 'amber',
  done: 'done',
  'nothing-needed': 'none',
};

/** Each decision with the actions that carry it out, what shows that they were done, and the days it took. */
export function auditView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  const rows = auditTrail(library, asOf);
  const count = (state: Following): number => rows.filter(({ following }) => following === state).length;
  return html`<p class="lead">${capital(counted(rows.length, 'decision'))}: ${count('unfollowed')} unfollowed, ${count('overdue')} with an overdue action, ${count('in-hand')} in hand, ${count('done')} done, ${count('nothing-needed')} that need nothing.</p>
${table<AuditRow>({
  caption: 'Decisions followed through',
  order: 'unfollowed first',
  rows,
  className: 'audit',
  none: 'There are no decisions.',
  facets:
    facetsOf &&
    (({ decision, actions, following }) => ({
      board: decision.boardName,
      owner: [...new Set(actions.map(({ ownerTitle }) => ownerTitle))],
      status: stateWord(following),
      quarter: quarterOf(decision.date),
    })),
  columns: [
    { heading: 'Decision', kind: 'row-heading', cell: ({ decision }) => decisionCell(decision, link) },
    { heading: 'Outcome', kind: 'narrow', cell: ({ decision }) => decision.decision.data.outcome },
    { heading: 'Actions and evidence', cell: ({ actions }) => actionsCell(actions, link) },
    {
      heading: 'Days',
      kind: 'number',
      cell: ({ following, days }) => (following === 'nothing-needed' ? '–' : String(days)),
    },
    { heading: 'State', kind: 'narrow', cell: ({ following }) => stateBadge(following, tones[following]) },
  ],
})}`;
}

function decisionCell({ decision, itemTitle, boardName, date }: AuditRow['decision'], link: Linker): SafeHtml {
  const address = `${addresses.minutes(decision.meeting)}#${decision.reference}`;
  return html`${linked(link, address, decision.reference)}<span class="sub">${itemTitle}</span><span class="sub">${boardName}, ${short(date)}</span>`;
}

function actionsCell(actions: readonly ActionRow[], link: Linker): SafeHtml | string {
  if (actions.length === 0) return '–';
  return html`<ul>${actions.map(({ action, ownerTitle, status, daysOverdue, updates }) => {
    const address = `${addresses.minutes(action.meeting)}#${action.reference}`;
    const evidence = updates.at(-1)?.data.evidence;
    return html`<li>${linked(link, address, action.reference)}, ${ownerTitle} ${actionBadge(status, daysOverdue)}${evidence === undefined ? '' : html`<span class="sub">Evidence: ${evidence}</span>`}</li>`;
  })}</ul>`;
}
