import { html, type SafeHtml } from '@remix-run/html-template';
import type { Rating } from '../records/report.ts';
import type { ActionStatus } from '../registers/actions.ts';
import type { MilestoneStatus } from '../registers/milestones.ts';

type Tone = 'green' | 'amber' | 'red' | 'done' | 'none';

/**
 * A shape for each tone, so that no status is told by colour alone. Drawn, because few fonts have these signs.
 * Each is a path in a square of ten units.
 */
const shapes: Record<Tone, string> = {
  green: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  amber: 'M5 .5L10 9.5H0z',
  red: 'M.5 .5h9v9h-9z',
  done: 'M0 5.2l1.6-1.6l2.2 2.2l4.6-5l1.6 1.5l-6.2 6.7z',
  none: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM5 1.6a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8z',
};

/** A status as a word with a shape and a colour. */
function badge(tone: Tone, word: string): SafeHtml {
  const shape = html`<svg class="badge-shape" viewBox="0 0 10 10" aria-hidden="true"><path d="${shapes[tone]}"/></svg>`;
  return html`<span class="badge badge-${tone}">${shape} ${word}</span>`;
}

/** A rating: green, amber, red, or not rated. */
export function ragBadge(value: Rating['value'] | null): SafeHtml {
  return value === null ? badge('none', 'Not rated') : badge(value, value.charAt(0).toUpperCase() + value.slice(1));
}

const milestoneWords: Record<MilestoneStatus, readonly [Tone, string]> = {
  'not-reported': ['none', 'No report yet'],
  'not-started': ['none', 'Not started'],
  'on-track': ['green', 'On track'],
  'at-risk': ['amber', 'At risk'],
  missed: ['red', 'Missed'],
  delivered: ['done', 'Delivered'],
  cancelled: ['none', 'Cancelled'],
};

/** What has become of a milestone. */
export function milestoneBadge(status: MilestoneStatus): SafeHtml {
  return badge(...milestoneWords[status]);
}

const actionWords: Record<ActionStatus, readonly [Tone, string]> = {
  open: ['amber', 'Open'],
  'done-claimed': ['green', 'Said to be done'],
  'verified-closed': ['done', 'Closed'],
  superseded: ['none', 'Superseded'],
  'not-pursued': ['none', 'Not pursued'],
};

/** Where an action stands; an overdue one says by how many days. */
export function actionBadge(status: ActionStatus, daysOverdue: number): SafeHtml {
  if (daysOverdue === 0) return badge(...actionWords[status]);
  return badge('red', `Overdue by ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'}`);
}
