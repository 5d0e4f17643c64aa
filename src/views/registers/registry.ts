import { alignmentView, strategyMapView } from './alignment.ts';
import { auditView } from './audit.ts';
import { benefitsView } from './benefits.ts';
import { changesView } from './changes.ts';
import { escalationsView } from './escalations.ts';
import { forwardPlanView } from './forward-plan.ts';
import { governanceCalendarView } from './governance-calendar.ts';
import { milestonesView } from './milestones.ts';
import { moneyView } from './money.ts';
import { raidView } from './raid.ts';
import { ratingsView } from './ratings.ts';
import { scorecardView } from './scorecard.ts';
import type { RegisterView } from './view.ts';
import { workforceView } from './workforce.ts';

/** The registers that have a page of their own and can stand in a pack as an item, by the last step of their address. */
export const registerViews = {
  milestones: {
    title: 'Milestones',
    says: 'What was agreed, for when, and what is expected now.',
    rows: { one: 'milestone', many: 'milestones', files: ['milestones'] },
    wide: true,
    content: milestonesView,
  },
  raid: {
    title: 'Risks, issues and dependencies',
    says: 'What may go wrong, what has, and who waits for whom.',
    rows: { one: 'entry', many: 'entries', files: ['risks', 'issues', 'dependencies'] },
    wide: true,
    content: raidView,
  },
  benefits: {
    title: 'Benefits',
    says: 'What the work is to bring, and whether it will.',
    rows: { one: 'benefit', many: 'benefits', files: ['benefits'] },
    wide: true,
    content: benefitsView,
  },
  finance: {
    title: 'Finance of initiatives',
    says: 'Cost against baseline, by month, year and whole life.',
    rows: { one: 'line', many: 'lines', files: ['finance', 'spending'] },
    content: moneyView,
  },
  workforce: {
    title: 'Workforce',
    says: 'Posts, filled and vacant.',
    rows: { one: 'line', many: 'lines', files: ['workforce'] },
    content: workforceView,
  },
  'change-requests': {
    title: 'Change control log',
    says: 'What was asked to change, who decided, and what it adds up to.',
    rows: { one: 'change request', many: 'change requests', files: ['change-requests'] },
    wide: true,
    content: changesView,
  },
  escalations: {
    title: 'Escalations',
    says: 'What was taken to the level above, and how long it has waited.',
    rows: { one: 'escalation', many: 'escalations', files: ['escalations'] },
    wide: true,
    content: escalationsView,
  },
  ratings: {
    title: 'Ratings, claimed and computed',
    says: 'Where reports claim better than their records give, and whose judgement that is.',
    rows: { one: 'rating', many: 'ratings', files: ['ratings', 'forecast-honesty'] },
    content: ratingsView,
  },
  scorecard: {
    title: 'Scorecard',
    says: 'Indicators against baseline, target and path.',
    rows: { one: 'indicator', many: 'indicators', files: ['scorecard', 'indicator-values'] },
    wide: true,
    content: scorecardView,
  },
  alignment: {
    title: 'Alignment',
    says: 'What delivers each objective, which priorities it serves, and where nothing does.',
    rows: { one: 'line', many: 'lines', files: ['alignment'] },
    wide: true,
    content: alignmentView,
  },
  'strategy-map': {
    title: 'Strategy map',
    says: 'Outcomes, objectives and what delivers them, on one page.',
    content: strategyMapView,
  },
  'forward-plan': {
    title: 'Forward plan',
    says: 'What is coming to which board, and how far it has come.',
    rows: { one: 'matter', many: 'matters', files: ['forward-plan'] },
    wide: true,
    content: forwardPlanView,
  },
  'governance-calendar': {
    title: 'Governance calendar',
    says: 'When boards meet, and what is due before and after.',
    wide: true,
    content: governanceCalendarView,
  },
  audit: {
    title: 'Decisions followed through',
    says: 'From each decision to its actions, their evidence and how long it took.',
    rows: { one: 'decision', many: 'decisions', files: ['audit'] },
    wide: true,
    content: auditView,
  },
} as const satisfies Record<string, RegisterView>;

/** Name of such a register. */
export type RegisterName = keyof typeof registerViews;

/** Whether a name is that of a register that has a view. */
export function isRegister(name: string): name is RegisterName {
  return Object.hasOwn(registerViews, name);
}
