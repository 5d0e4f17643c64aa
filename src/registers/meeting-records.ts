import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { type ActionRow, actionLog } from './actions.ts';
import { type DecisionRow, decisionRegister } from './decisions.ts';
import { type MeetingView, meetingView } from './meetings.ts';

/** What came out of a meeting: the decisions it took and the actions it agreed, in the order of their references. */
export function outcomesOf(library: Library, meeting: string): { decisions: DecisionRow[]; actions: ActionRow[] } {
  return {
    decisions: decisionRegister(library).filter(({ decision }) => decision.meeting === meeting),
    actions: actionLog(library)
      .filter(({ action }) => action.meeting === meeting)
      .toSorted((a, b) => (a.action.reference < b.action.reference ? -1 : 1)),
  };
}

/** A paper's place on the agenda: its item, and the papers before and after it. */
export interface PaperPlace {
  readonly meeting: MeetingView;
  readonly paper: Entry<'paper'>;
  /** The agenda item that names it; null for a paper that no item names. */
  readonly itemNumber: string | null;
  readonly previous: Entry<'paper'> | undefined;
  readonly next: Entry<'paper'> | undefined;
}

/** All papers of all meetings with their places; a paper that no item names comes after those that are named. */
export function paperPlaces(library: Library): PaperPlace[] {
  return Object.keys(library.meetings).flatMap((id) => {
    const meeting = meetingView(library, id);
    if (meeting === undefined) return [];
    const named = meeting.items.flatMap(({ paper }) => paper ?? []);
    const unnamed = Object.values(library.papers).filter(
      (paper) => paper.id.startsWith(`${id}/`) && !named.includes(paper),
    );
    return [...named, ...unnamed].map((paper, index, all) => ({
      meeting,
      paper,
      itemNumber: meeting.items.find((row) => row.paper === paper)?.item.number ?? null,
      previous: all[index - 1],
      next: all[index + 1],
    }));
  });
}
