import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import { daysBetween } from './dates.ts';

/** Where an action stands. */
export type ActionStatus = BlockEntry<'update'>['data']['status'];

/** One row of the action log. */
export interface ActionRow {
  readonly action: BlockEntry<'action'>;
  readonly boardName: string;
  /** Date of the meeting that agreed it. */
  readonly raised: string;
  readonly ownerTitle: string;
  readonly status: ActionStatus;
  /** The due date as last extended. */
  readonly due: string;
  /** The due date it was agreed with, when that has been extended since. */
  readonly firstDue: string | null;
  /** What later meetings heard, oldest first. */
  readonly updates: readonly BlockEntry<'update'>[];
  readonly isOpen: boolean;
  /** Days past the due date of an open action; 0 when it is not overdue. */
  readonly daysOverdue: number;
}

/** Whether an action of this status still has to be done, or shown to be done. */
export function isOpenStatus(status: ActionStatus): boolean {
  return status === 'open' || status === 'done-claimed';
}

/**
 * Draws the action log: open actions first, the longest overdue at the top, then those that are closed.
 *
 * @param asOf the day the log is of: what meetings up to then agreed and heard, `YYYY-MM-DD`
 */
export const actionLog = drawnOnce((library, asOf): ActionRow[] => {
  const updates = Map.groupBy(library.updates, (update) => update.reference);
  return Object.values(library.actions)
    .filter((action) => meetingDate(action) <= asOf)
    .map((action) => {
      const heard = (updates.get(action.reference) ?? []).filter((update) => meetingDate(update) <= asOf);
      return toRow(library, action, heard, asOf);
    })
    .toSorted(
      (a, b) =>
        Number(b.isOpen) - Number(a.isOpen) ||
        (a.isOpen ? byCodeUnit(a.due, b.due) : byCodeUnit(b.raised, a.raised)) ||
        byCodeUnit(a.action.reference, b.action.reference),
    );
});

function toRow(
  library: Library,
  action: BlockEntry<'action'>,
  updates: readonly BlockEntry<'update'>[],
  asOf: string,
): ActionRow {
  const [board] = action.meeting.split('/');
  const status = updates.at(-1)?.data.status ?? 'open';
  const due = updates.findLast((update) => update.data.extended_to !== undefined)?.data.extended_to ?? action.data.due;
  const isOpen = isOpenStatus(status);
  return {
    action,
    boardName: find(library.boards, board)?.data.name ?? '',
    raised: meetingDate(action),
    ownerTitle: find(library.roles, action.data.owner)?.title ?? action.data.owner,
    status,
    due,
    firstDue: due === action.data.due ? null : action.data.due,
    updates,
    isOpen,
    daysOverdue: isOpen ? Math.max(0, daysBetween(due, asOf)) : 0,
  };
}

function meetingDate(block: BlockEntry): string {
  return block.meeting.split('/')[1] ?? '';
}
