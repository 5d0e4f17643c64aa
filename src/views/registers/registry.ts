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
    wide: true,
    content: milestonesView,
  },
  raid: {
    title: 'Risks, issues and dependencies',
    says: 'What may go wrong, what has, and who waits for whom.',
    wide: true,
    content: raidView,
  },
  benefits: {
    title: 'Benefits',
    says: 'What the work is to bring, and whether it will.',
    wide: true,
    content: benefitsView,
  },
  finance: {
    title: 'Finance of initiatives',
    says: 'Cost against baseline, by month, year and whole life.',
    content: moneyView,
  },
  workforce: { title: 'Workforce', says: 'Posts, filled and vacant.', content: workforceView },
  'change-requests': {
    title: 'Change control log',
    says: 'What was asked to change, who decided, and what it adds up to.',
    wide: true,
    content: changesView,
  },
  escalations: {
    title: 'Escalations',
    says: 'What was taken to the level above, and how long it has waited.',
    wide: true,
    content: escalationsView,
  },
  ratings: {
    title: 'Ratings, claimed and computed',
    says: 'Where reports claim better than their records give, and whose judgement that is.',
    content: ratingsView,
  },
  scorecard: {
    title: 'Scorecard',
    says: 'Indicators against baseline, target and path.',
    wide: true,
    content: scorecardView,
  },
  alignment: {
    title: 'Alignment',
    says: 'What delivers each objective, which priorities it serves, and where nothing does.',
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
