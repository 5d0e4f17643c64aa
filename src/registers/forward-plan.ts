import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { Entry } from '../records/read-records.ts';
import { type DecisionRow, decisionRegister } from './decisions.ts';
import { type MeetingView, meetingList, wasHeld } from './meetings.ts';

/** A matter on the agenda of one meeting. */
export interface Visit {
  readonly meeting: MeetingView;
  readonly item: AgendaItem;
  /** What that board decided on it; undefined before, or where it was not for decision. */
  readonly decision: DecisionRow | undefined;
  /** Whether the meeting has been held. */
  readonly isHeld: boolean;
}

/** Where a board on the route of a matter stands: it has dealt with it, has it on an agenda, or has not been given a day. */
export type StepState = 'done' | 'on-agenda' | 'no-day';

/** One board on the route of a matter. */
export interface RouteStep {
  readonly board: Entry<'board'>;
  readonly state: StepState;
  /** The meetings that have it on their agenda, the earliest first. */
  readonly visits: readonly Visit[];
}

/** A matter and its way through the boards. */
export interface MatterView {
  readonly matter: Entry<'matter'>;
  readonly initiative: Entry<'initiative'> | undefined;
  readonly leadTitle: string;
  readonly steps: readonly RouteStep[];
  /** The first step that is not done; undefined when it has been all the way. */
  readonly next: RouteStep | undefined;
  /** Whether it still has somewhere to go. */
  readonly isOpen: boolean;
}

/** Draws the forward plan: the matters entered by a day, those that are still on their way first, by their next day. */
export function forwardPlan(library: Library, asOf: string): MatterView[] {
  return matterViews(library, asOf).filter(({ matter }) => matter.data.raised <= asOf);
}

/** Every matter as it stands on a day, in the order of the forward plan, with those that are still to be entered. */
export const matterViews = drawnOnce((library, asOf): MatterView[] => {
  const visits = visitsByMatter(library, asOf);
  return Object.values(library.matters)
    .map((matter) => matterView(library, matter, visits.get(matter.id) ?? [], asOf))
    .toSorted((a, b) => {
      const [one, other] = [sortKey(a), sortKey(b)];
      return one < other ? -1 : one > other ? 1 : 0;
    });
});

function visitsByMatter(library: Library, asOf: string): Map<string, Visit[]> {
  const decisions = Map.groupBy(
    decisionRegister(library, asOf),
    ({ decision }) => `${decision.meeting} ${decision.data.item}`,
  );
  const visits = new Map<string, Visit[]>();
  for (const meeting of meetingList(library).toReversed()) {
    const { status } = meeting.meeting.data;
    if (status === 'cancelled') continue;
    for (const { item } of meeting.items) {
      if (item.matter === undefined) continue;
      const isHeld = meeting.date <= asOf && wasHeld(status);
      const [decision] = isHeld ? (decisions.get(`${meeting.id} ${item.number}`) ?? []) : [];
      const own = visits.get(item.matter) ?? [];
      visits.set(item.matter, own);
      own.push({ meeting, item, decision, isHeld });
    }
  }
  return visits;
}

function matterView(library: Library, matter: Entry<'matter'>, visits: readonly Visit[], asOf: string): MatterView {
  const steps = matter.data.route.flatMap((id): RouteStep[] => {
    const board = find(library.boards, id);
    if (board === undefined) return [];
    const own = visits.filter(({ meeting }) => meeting.board.id === id);
    return [{ board, state: stateOf(own), visits: own }];
  });
  const next = steps.find(({ state }) => state !== 'done');
  const { closed, lead, initiative } = matter.data;
  return {
    matter,
    initiative: find(library.initiatives, initiative),
    leadTitle: find(library.roles, lead)?.title ?? lead,
    steps,
    next,
    isOpen: next !== undefined && (closed === undefined || closed.date > asOf),
  };
}

/** A board that put a matter off has not done with it. */
function stateOf(visits: readonly Visit[]): StepState {
  const last = visits.at(-1);
  if (last === undefined) return 'no-day';
  if (!last.isHeld) return 'on-agenda';
  return last.decision?.decision.data.outcome === 'deferred' ? 'no-day' : 'done';
}

/** Open matters by the day of their next step, those without a day after them, then what is done; each by id. */
function sortKey({ isOpen, next, matter }: MatterView): string {
  const day = next?.visits.find(({ isHeld }) => !isHeld)?.meeting.date ?? '9999';
  return `${isOpen ? 0 : 1} ${day} ${matter.id}`;
}
