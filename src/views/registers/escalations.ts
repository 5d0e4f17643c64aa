import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../../library/library.ts';
import { counted } from '../../registers/counted.ts';
import { quarterOf, short } from '../../registers/dates.ts';
import { type EscalationRow, escalationRegister } from '../../registers/escalations.ts';
import { stateBadge } from '../badges.ts';
import { initiativeColumn } from '../initiative-column.ts';
import { table } from '../table.ts';
import type { TableOptions } from '../tables.ts';
import { capital } from '../words.ts';
import type { ViewOptions } from './view.ts';

/** Escalations: what is asked of whom, since when, and the answer. */
export function escalationTable(
  rows: readonly EscalationRow[],
  { caption, order, link, facetsOf }: TableOptions,
): SafeHtml {
  return table<EscalationRow>({
    caption,
    order,
    rows,
    className: 'escalations',
    none: 'Nothing has been escalated.',
    facets:
      facetsOf &&
      (({ escalation, boardName, isOpen }) => ({
        ...facetsOf(escalation.initiative),
        board: boardName ?? undefined,
        status: isOpen ? 'Open' : 'Answered',
        quarter: quarterOf(escalation.raised),
      })),
    columns: [
      {
        heading: 'Decision asked',
        kind: 'row-heading',
        cell: ({ escalation: { id, decision_asked, cause } }) =>
          html`<span id="escalation-${id}">${decision_asked}</span><span class="sub">${cause}</span>`,
      },
      initiativeColumn(link, ({ escalation, initiativeName }) => [escalation.initiative, initiativeName]),
      { heading: 'Trigger', kind: 'narrow', cell: ({ escalation }) => capital(escalation.trigger) },
      { heading: 'Asked of', cell: ({ escalation, boardName }) => boardName ?? capital(escalation.to) },
      {
        heading: 'Raised',
        kind: 'narrow',
        cell: ({ escalation }) => short(escalation.raised),
        sort: (row) => row.escalation.raised,
      },
      {
        heading: 'Open',
        kind: 'narrow',
        cell: ({ isOpen, daysOpen }) =>
          isOpen
            ? stateBadge(`open for ${counted(daysOpen, 'day')}`, 'amber')
            : stateBadge(`answered in ${counted(daysOpen, 'day')}`, 'done'),
        sort: ({ daysOpen }) => daysOpen,
      },
      { heading: 'Answer', cell: ({ escalation, isOpen }) => (isOpen ? '–' : (escalation.answer ?? '–')) },
    ],
  });
}

/** All escalations. */
export function escalationsView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  return html`${escalationTable(escalationRegister(library, asOf), { caption: 'Escalations', order: 'those without an answer first', link, facetsOf })}`;
}
