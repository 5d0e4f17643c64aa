import { byCodeUnit } from '../diagnostics/order.ts';
import { drawnOnce } from '../library/memo.ts';
import { type ActionRow, actionLog } from './actions.ts';
import { daysBetween } from './dates.ts';
import { type DecisionRow, decisionRegister } from './decisions.ts';

/**
 * What has followed from a decision: nothing, though something should; an action that is overdue; actions in hand; all done;
 * or nothing that needs to.
 */
export type Following = 'unfollowed' | 'overdue' | 'in-hand' | 'done' | 'nothing-needed';

/** In the order an auditor looks at them. */
const order: readonly Following[] = ['unfollowed', 'overdue', 'in-hand', 'done', 'nothing-needed'];

/** A decision followed to its actions and their evidence. */
export interface AuditRow {
  readonly decision: DecisionRow;
  readonly actions: readonly ActionRow[];
  readonly following: Following;
  /** From the decision to the day its last action was closed; to the day of the view while that has not come. */
  readonly days: number;
}

/** Follows every decision up to a day to what carries it out, unfollowed ones first, then the oldest. */
export const auditTrail = drawnOnce((library, asOf): AuditRow[] => {
  const actions = Map.groupBy(actionLog(library, asOf), ({ action }) => action.data.decision);
  return decisionRegister(library, asOf)
    .map((decision): AuditRow => {
      const own = (actions.get(decision.decision.reference) ?? []).toSorted((a, b) =>
        byCodeUnit(a.action.reference, b.action.reference),
      );
      const following = followingOf(decision, own);
      const closed = own.flatMap(({ updates }) => updates.at(-1)?.meeting.split('/')[1] ?? []).toSorted(byCodeUnit);
      const end = following === 'done' ? (closed.at(-1) ?? decision.date) : asOf;
      return { decision, actions: own, following, days: daysBetween(decision.date, end) };
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.following) - order.indexOf(b.following) ||
        byCodeUnit(a.decision.date, b.decision.date) ||
        byCodeUnit(a.decision.decision.reference, b.decision.decision.reference),
    );
});

function followingOf(
  { decision, item, changeRequests, supersededBy }: DecisionRow,
  own: readonly ActionRow[],
): Following {
  if (own.some(({ daysOverdue }) => daysOverdue > 0)) return 'overdue';
  if (own.some(({ isOpen }) => isOpen)) return 'in-hand';
  if (own.length > 0) return 'done';
  const { outcome, no_action } = decision.data;
  // Nobody has to act on what was turned down, put off, taken back or heard, nor on the approval of minutes.
  const asks = (outcome === 'approved' || outcome === 'delegated') && item?.view !== 'last-minutes';
  const isSettled = no_action !== undefined || supersededBy !== null || changeRequests.length > 0;
  return asks && !isSettled ? 'unfollowed' : 'nothing-needed';
}
