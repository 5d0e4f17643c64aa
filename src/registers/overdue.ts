import type { Library } from '../library/library.ts';
import { type ActionRow, actionLog } from './actions.ts';
import { lastDay } from './dates.ts';
import { type MilestoneRow, milestoneRegister } from './milestones.ts';

/** What should have been done by the day the content speaks of, and has not been. */
export interface Overdue {
  /** The longest overdue first. */
  readonly actions: readonly ActionRow[];
  /** Neither delivered nor cancelled, and agreed for a date or quarter that has ended; the earliest first. */
  readonly milestones: readonly MilestoneRow[];
  /** Still to come, but missed, at risk or expected later than agreed; the earliest first. */
  readonly threatened: readonly MilestoneRow[];
}

/** Finds what is overdue, and which milestones are about to be. */
export function overdue(library: Library): Overdue {
  const unfinished = milestoneRegister(library).rows.filter(
    ({ status }) => status !== 'delivered' && status !== 'cancelled',
  );
  const isLate = (row: MilestoneRow): boolean => lastDay(row.due) < library.asAt;
  return {
    actions: actionLog(library).filter((row) => row.daysOverdue > 0),
    milestones: unfinished.filter(isLate),
    threatened: unfinished.filter(
      (row) => !isLate(row) && (row.slipped || row.status === 'at-risk' || row.status === 'missed'),
    ),
  };
}
