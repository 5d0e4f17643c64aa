import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { type ActionRow, actionLog } from './actions.ts';
import { type DecisionAsked, decisionsAsked } from './chair-page.ts';
import { type EscalationRow, escalationRegister } from './escalations.ts';
import { type MeetingView, nextMeetings } from './meetings.ts';
import type { MilestoneRow } from './milestones.ts';
import { overdue } from './overdue.ts';
import { type InitiativeGlance, initiativeGlances } from './portfolio.ts';
import { type RiskRow, riskRegister } from './risks.ts';

/** A decision that a coming meeting is asked for. */
export interface AskedDecision extends DecisionAsked {
  readonly view: MeetingView;
}

/** What is asked of one owner of actions. */
export interface AskedOwner {
  readonly title: string;
  readonly open: number;
  readonly overdue: number;
  /** Of the action whose day is next, or was first. */
  readonly next: ActionRow;
}

/** What a reader asks first: what is coming and when, what is asked of whom, and what is going wrong. */
export interface HomeAnswers {
  /** The next meeting of each board, the next first. */
  readonly coming: readonly MeetingView[];
  readonly decisions: readonly AskedDecision[];
  /** Those with most overdue first. */
  readonly owners: readonly AskedOwner[];
  readonly wrong: {
    /** Rated red or amber/red by their latest report, red first. */
    readonly initiatives: readonly InitiativeGlance[];
    readonly actions: readonly ActionRow[];
    /** Past their date, and spoken of in a report. */
    readonly milestones: readonly MilestoneRow[];
    /** Past their date, and in no report. */
    readonly unreported: number;
    /** Still to come, and at risk of being late. */
    readonly threatened: readonly MilestoneRow[];
    /** Open threats in the highest band. */
    readonly risks: readonly RiskRow[];
    /** Not answered yet, the longest waiting first. */
    readonly escalations: readonly EscalationRow[];
  };
}

/** Draws the answers of the home page as of the day the content speaks of. */
export function homeAnswers(library: Library): HomeAnswers {
  const coming = nextMeetings(library);
  const late = overdue(library);
  const reported = late.milestones.filter(({ reported: said }) => said !== 'not-reported');
  const glances = initiativeGlances(library, library.asAt);
  return {
    coming,
    // That the last minutes are to be approved is true of every meeting.
    decisions: coming.flatMap((view) =>
      decisionsAsked(library, view).flatMap((decision) =>
        decision.item.view === 'last-minutes' ? [] : { ...decision, view },
      ),
    ),
    owners: owners(actionLog(library).filter(({ isOpen }) => isOpen)),
    wrong: {
      initiatives: (['red', 'amber-red'] as const).flatMap((value) => glances.filter(({ rating }) => rating === value)),
      actions: late.actions,
      milestones: reported,
      unreported: late.milestones.length - reported.length,
      threatened: late.threatened,
      risks: riskRegister(library, library.asAt).filter(
        ({ isOpen, risk, residual }) => isOpen && risk.type === 'threat' && residual.band === 'very-high',
      ),
      escalations: escalationRegister(library).filter(({ isOpen }) => isOpen),
    },
  };
}

function owners(open: readonly ActionRow[]): AskedOwner[] {
  return [...Map.groupBy(open, ({ ownerTitle }) => ownerTitle)]
    .flatMap(([title, rows]): AskedOwner[] => {
      const [next] = rows.toSorted((a, b) => byCodeUnit(a.due, b.due));
      const late = rows.filter(({ daysOverdue }) => daysOverdue > 0).length;
      return next === undefined ? [] : [{ title, open: rows.length, overdue: late, next }];
    })
    .toSorted((a, b) => b.overdue - a.overdue || byCodeUnit(a.next.due, b.next.due) || byCodeUnit(a.title, b.title));
}
