import { html, type SafeHtml } from '@remix-run/html-template';
import type { RatingValue } from '../records/scales.ts';
import type { ActionStatus } from '../registers/actions.ts';
import type { MilestoneStatus } from '../registers/milestones.ts';
import type { RiskBand, RiskScore } from '../registers/risks.ts';
import { capital } from './words.ts';

export type Tone = RatingValue | 'done' | 'none';

/**
 * A shape for each tone, so that no status is told by colour alone. Drawn, because few fonts have these signs.
 * Each is a path in a square of ten units.
 */
const shapes: Record<Tone, string> = {
  green: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  'amber-green': 'M5 0l5 5l-5 5l-5-5z',
  amber: 'M5 .5L10 9.5H0z',
  'amber-red': 'M0 .5h10L5 9.5z',
  red: 'M.5 .5h9v9h-9z',
  done: 'M0 5.2l1.6-1.6l2.2 2.2l4.6-5l1.6 1.5l-6.2 6.7z',
  none: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM5 1.6a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8z',
};

/** A status as a word with a shape and a colour. */
function badge(tone: Tone, word: string): SafeHtml {
  const shape = html`<svg class="badge-shape" viewBox="0 0 10 10" aria-hidden="true"><path d="${shapes[tone]}"/></svg>`;
  return html`<span class="badge badge-${tone}">${shape} ${word}</span>`;
}

/** A rating on any scale as a word, e.g. `Amber/red`. */
export function ratingWord(value: RatingValue | null): string {
  return value === null ? 'Not rated' : capital(value).replace('-', '/');
}

/** A rating on any scale, or that there is none. */
export function ragBadge(value: RatingValue | null): SafeHtml {
  return badge(value ?? 'none', ratingWord(value));
}

/** Which way something moved; steps above nought are for the better. */
export function movementBadge(steps: number): SafeHtml {
  if (steps === 0) return badge('none', 'No change');
  return steps > 0 ? badge('green', 'Better') : badge('red', 'Worse');
}

const bandTones: Record<RiskBand, Tone> = { low: 'green', medium: 'amber-green', high: 'amber', 'very-high': 'red' };

/** The score of a risk with its band. */
export function riskBadge({ score, band }: Pick<RiskScore, 'score' | 'band'>): SafeHtml {
  return badge(bandTones[band], `${score} ${band.replace('-', ' ')}`);
}

/** Any other state, as a word in a tone. */
export function stateBadge(state: string, tone: Tone): SafeHtml {
  return badge(tone, stateWord(state));
}

/** A state as people write it, e.g. `In hand` for `in-hand`. */
export function stateWord(state: string): string {
  return capital(state.replaceAll('-', ' '));
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

/** What has become of a milestone, in words. */
export function milestoneWord(status: MilestoneStatus): string {
  return milestoneWords[status][1];
}

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

/** Where an action stands in words, all that are overdue under the same. */
export function actionWord(status: ActionStatus, daysOverdue: number): string {
  return daysOverdue === 0 ? actionWords[status][1] : 'Overdue';
}

/** Where an action stands; an overdue one says by how many days. */
export function actionBadge(status: ActionStatus, daysOverdue: number): SafeHtml {
  if (daysOverdue === 0) return badge(...actionWords[status]);
  return badge('red', `Overdue by ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'}`);
}
