import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import type { ChangeState } from '../../records/change-request.ts';
import { type ChangeEffect, type ChangeRow, changeEffects, changeLog } from '../../registers/changes.ts';
import { counted } from '../../registers/counted.ts';
import { quarterOf, short } from '../../registers/dates.ts';
import { writeAmount } from '../../registers/finance.ts';
import { stateBadge, stateWord } from '../badges.ts';
import { initiativeColumn } from '../initiative-column.ts';
import { linked } from '../linked.ts';
import { table } from '../table.ts';
import type { TableOptions } from '../tables.ts';
import type { ViewOptions } from './view.ts';

type Tone = Parameters<typeof stateBadge>[1];

const tones: Partial<Record<ChangeState, Tone>> = {
  approved: 'green',
  'approved-with-conditions': 'green',
  implemented: 'done',
  verified: 'done',
  closed: 'done',
  rejected: 'red',
  deferred: 'amber',
  recommended: 'amber',
  escalated: 'amber',
};

/** Change requests with where they stand, what they change, and who may decide. */
export function changeTable(rows: readonly ChangeRow[], { caption, order, link, facetsOf }: TableOptions): SafeHtml {
  return table<ChangeRow>({
    caption,
    order,
    rows,
    className: 'changes',
    none: 'There are no change requests.',
    facets:
      facetsOf &&
      (({ change, authority, state, raised }) => ({
        ...facetsOf(change.data.initiative),
        board: authority?.data.name,
        status: stateWord(state),
        quarter: quarterOf(raised),
      })),
    columns: [
      {
        heading: 'Change request',
        kind: 'row-heading',
        cell: ({ change, initiativeName }) =>
          html`${linked(link, addresses.changeRequest(change.id), `${change.id.toUpperCase()} ${change.data.title}`)}<span class="sub">${initiativeName}</span>`,
      },
      { heading: 'Type', cell: ({ change }) => change.data.type.join(', ') },
      {
        heading: 'Time',
        kind: 'number',
        cell: ({ timeDays }) => (timeDays === 0 ? '–' : counted(timeDays, 'day')),
        sort: ({ timeDays }) => timeDays,
      },
      {
        heading: 'Cost',
        kind: 'number',
        cell: ({ cost, unit, decimals }) => (cost === 0 ? '–' : writeAmount(cost, unit, decimals)),
        sort: ({ cost }) => cost,
      },
      {
        heading: 'State',
        kind: 'narrow',
        cell: ({ state, since }) =>
          html`${stateBadge(state, tones[state] ?? 'none')}<span class="sub">since ${short(since)}</span>`,
      },
      {
        heading: 'Open',
        kind: 'number',
        cell: ({ daysOpen, isOpen }) =>
          html`${counted(daysOpen, 'day')}${isOpen ? '' : html`<span class="sub">settled</span>`}`,
        sort: ({ daysOpen }) => daysOpen,
      },
      {
        heading: 'Authority',
        cell: ({ authority, decision }) => {
          const address = decision && `${addresses.minutes(decision.meeting)}#${decision.reference}`;
          return html`${authority?.data.name ?? '–'}${decision === undefined ? '' : html`<span class="sub">${linked(link, address, decision.reference)}</span>`}`;
        },
      },
    ],
  });
}

/** What approved changes add up to. */
export function changeEffectTable(rows: readonly ChangeEffect[], { caption, link }: TableOptions): SafeHtml {
  return table<ChangeEffect>({
    caption,
    rows,
    className: 'finance',
    none: 'No change has been asked for.',
    columns: [
      initiativeColumn(link, ({ initiative, initiativeName }) => [initiative, initiativeName], 'row-heading'),
      { heading: 'Approved', kind: 'number', cell: ({ approved }) => String(approved) },
      { heading: 'Pending', kind: 'number', cell: ({ pending }) => String(pending) },
      { heading: 'Effect on time', kind: 'number', cell: ({ timeDays }) => counted(timeDays, 'day') },
      {
        heading: 'Effect on cost',
        kind: 'number',
        cell: ({ cost, unit, decimals }) => writeAmount(cost, unit, decimals),
      },
    ],
  });
}

/** The change control log. */
export function changesView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  return html`${changeTable(changeLog(library, asOf), { caption: 'Change requests', order: 'those that are open first', link, facetsOf })}
<h2 id="effect">What approved changes add up to</h2>
${changeEffectTable(changeEffects(library, asOf), { caption: 'Cumulative effect of approved changes, by initiative', link })}`;
}
