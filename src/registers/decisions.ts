import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';

/** One row of the decision register. */
export interface DecisionRow {
  readonly decision: BlockEntry<'decision'>;
  readonly boardName: string;
  readonly date: string;
  /** Title of the agenda item it was taken under. */
  readonly itemTitle: string;
  /** Whether the minutes it stands in are still a draft. */
  readonly isDraft: boolean;
  /** References of the actions that carry it out. */
  readonly actions: readonly string[];
}

/** Draws the decision register, the latest decision first. */
export function decisionRegister(library: Library): DecisionRow[] {
  const actions = Map.groupBy(Object.values(library.actions), (action) => action.data.decision);
  return Object.values(library.decisions)
    .map((decision): DecisionRow => {
      const [board, date = ''] = decision.meeting.split('/');
      const items = find(library.meetings, decision.meeting)?.data.items ?? [];
      return {
        decision,
        boardName: find(library.boards, board)?.data.name ?? '',
        date,
        itemTitle: items.find((item) => item.number === decision.data.item)?.title ?? '',
        isDraft: find(library.minutes, decision.meeting)?.data.status !== 'approved',
        actions: (actions.get(decision.reference) ?? []).map((action) => action.reference),
      };
    })
    .toSorted((a, b) =>
      a.date === b.date ? (a.decision.reference < b.decision.reference ? -1 : 1) : a.date < b.date ? 1 : -1,
    );
}
