import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { inWords } from '../registers/dates.ts';
import { type MeetingView, meetingList, wasHeld } from '../registers/meetings.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const forwardPlanRoutes: Rule = {
  id: 'forward-plan',
  severity: 'error',
  asks: 'A matter goes up from board to board, to those on its route only, after it was entered and until it is closed, and to meetings that are held.',
  because:
    'A matter off its route is decided by a board that was not to decide it, or waits for a meeting that is over.',
  mend: 'Put the route in the record of the matter right, or the item on the agenda.',
  check: ({ library }, report) => {
    for (const matter of Object.values(library.matters)) checkRoute(library, matter, report);
    for (const view of meetingList(library)) {
      if (view.meeting.data.status === 'cancelled') continue;
      for (const index of view.items.keys()) checkItem(library, view, index, report);
    }
  },
};

function checkRoute(library: Library, matter: Entry<'matter'>, report: Report): void {
  const { route, closed, raised } = matter.data;
  for (const [index, id] of route.entries()) {
    const [below, board] = [find(library.boards, route[index - 1]), find(library.boards, id)];
    // That a board is named twice is for the rule on lists.
    if (below === undefined || board === undefined || below === board || isAbove(library, board, below)) continue;
    const message = `The ${below.data.name} does not report to the ${board.data.name}, so the matter cannot go up to it from there.`;
    report(fieldAt(matter, 'route', index), message, 'Name the boards from the lowest to the highest.');
  }
  if (closed === undefined || closed.date >= raised) return;
  const message = `This matter was closed on ${inWords(closed.date)}, before it was entered on ${inWords(raised)}.`;
  report(fieldAt(matter, 'closed', 'date'), message, 'Put one of the two days right.');
}

/** Whether a board reports to another, by way of others or not. */
function isAbove(library: Library, board: Entry<'board'>, below: Entry<'board'>): boolean {
  const seen = new Set<string>();
  for (let next = below.data.parent; next !== undefined && !seen.has(next); ) {
    if (next === board.id) return true;
    seen.add(next);
    next = find(library.boards, next)?.data.parent;
  }
  return false;
}

function checkItem(
  library: Library,
  { meeting, date, board, items }: MeetingView,
  index: number,
  report: Report,
): void {
  const { item, matter } = items[index] ?? {};
  if (item === undefined || matter === undefined) return;
  const at = fieldAt(meeting, 'items', index, 'matter');
  const { route, closed, raised } = matter.data;
  if (!route.includes(board.id)) {
    const message = `The route of the matter "${matter.id}" does not lead to the ${board.data.name}.`;
    report(at, message, `Add "${board.id}" to "route:" in ${matter.file}, or take "matter:" out.`);
  }
  if (date < raised) {
    const message = `The matter "${matter.id}" was entered in the forward plan on ${inWords(raised)} only, after this meeting.`;
    report(at, message, `Put "raised:" right in ${matter.file}, or take "matter:" out.`);
  } else if (closed !== undefined && date > closed.date) {
    const message = `The matter "${matter.id}" was closed on ${inWords(closed.date)}, before this meeting.`;
    report(at, message, `Take the item off the agenda, or "closed:" out of ${matter.file}.`);
  } else if (date < library.asAt && !wasHeld(meeting.data.status)) {
    const message = `The matter "${matter.id}" waits for this meeting, which is past and is said to be ${meeting.data.status}.`;
    report(at, message, 'Say in "status:" what became of the meeting, or give the matter another day.');
  }
}
