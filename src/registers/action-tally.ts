import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { type ActionStatus, isOpenStatus } from './actions.ts';

/** What became of a board’s actions at one meeting, by their references. */
export interface MeetingTally {
  readonly minutes: Entry<'minutes'>;
  /** Open when the meeting began. */
  readonly broughtForward: readonly string[];
  /** Agreed at the meeting. */
  readonly raised: readonly string[];
  readonly closed: readonly string[];
  readonly superseded: readonly string[];
  readonly notPursued: readonly string[];
  /** Open when the meeting ended. */
  readonly carriedForward: readonly string[];
  /** Open when the meeting began, and the minutes do not say what was heard of it. */
  readonly unanswered: readonly string[];
}

/**
 * Counts the actions of each board from meeting to meeting. What a meeting begins with and what it raises is what it closes
 * and what it carries forward: nothing comes from nowhere, and nothing goes without a word.
 *
 * @param asOf the last day whose meetings are counted, `YYYY-MM-DD`
 * @returns the meetings of each board that have minutes, the earliest first
 */
export function actionTally(library: Library, asOf: string): Map<string, MeetingTally[]> {
  const raisedAt = Map.groupBy(Object.values(library.actions), ({ meeting }) => meeting);
  const heardAt = Map.groupBy(library.updates, ({ meeting }) => meeting);
  const minutes = Object.values(library.minutes)
    .filter(({ parts }) => (parts.date ?? '') <= asOf)
    .toSorted((a, b) => byCodeUnit(a.parts.date ?? '', b.parts.date ?? ''));
  const boards = new Map<string, MeetingTally[]>();
  for (const entry of minutes) {
    const board = entry.parts.board ?? '';
    const before = boards.get(board) ?? [];
    boards.set(board, before);
    const broughtForward = before.at(-1)?.carriedForward ?? [];
    const status = new Map<string, ActionStatus>();
    for (const { reference, data } of heardAt.get(entry.id) ?? []) {
      // A board closes its own actions only.
      if (find(library.actions, reference)?.meeting.split('/')[0] === board) status.set(reference, data.status);
    }
    const raised = (raisedAt.get(entry.id) ?? []).map(({ reference }) => reference);
    const all = [...new Set([...broughtForward, ...raised])];
    const nowAt = (state: ActionStatus): string[] => all.filter((reference) => status.get(reference) === state);
    before.push({
      minutes: entry,
      broughtForward,
      raised,
      closed: nowAt('verified-closed'),
      superseded: nowAt('superseded'),
      notPursued: nowAt('not-pursued'),
      carriedForward: all.filter((reference) => isOpenStatus(status.get(reference) ?? 'open')).toSorted(byCodeUnit),
      unanswered: broughtForward.filter((reference) => !status.has(reference)),
    });
  }
  return boards;
}
