import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { type ActionRow, actionLog } from './actions.ts';
import { type DecisionRow, decisionRegister } from './decisions.ts';
import { type MeetingView, previousMeeting } from './meetings.ts';
import { minutesSections } from './minutes-sections.ts';

/** What the last meeting asked for under one of its items, and where that stands. */
export interface MatterArising {
  /** Number of the minute, e.g. `59`; null where it has none. */
  readonly minute: number | null;
  readonly title: string;
  readonly actions: readonly ActionRow[];
  /** Decisions that were put off, which come back. */
  readonly deferred: readonly DecisionRow[];
}

/** Draws the matters arising: the meeting they arise from, and what it asked for item by item. */
export function mattersArising(
  library: Library,
  view: MeetingView,
  asOf: string,
): { from: MeetingView | undefined; matters: MatterArising[] } {
  const from = previousMeeting(library, view);
  if (from?.minutes === undefined) return { from: undefined, matters: [] };
  const sections = minutesSections(from.minutes);
  const actions = actionLog(library, asOf).filter(({ action }) => action.meeting === from.id);
  const deferred = decisionRegister(library, asOf).filter(
    ({ decision }) => decision.meeting === from.id && decision.data.outcome === 'deferred',
  );
  const matters = from.items.map(({ item }): MatterArising => {
    const section = sections.find(({ items }) => items.includes(item.number));
    return {
      minute: section?.number ?? null,
      title: item.title,
      actions: actions
        .filter(({ action }) => action.data.item === item.number)
        .toSorted((a, b) => byCodeUnit(a.action.reference, b.action.reference)),
      deferred: deferred.filter(({ decision }) => decision.data.item === item.number),
    };
  });
  return { from, matters: matters.filter((matter) => matter.actions.length > 0 || matter.deferred.length > 0) };
}
