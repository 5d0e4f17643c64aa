import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import { type ActionRow, actionLog } from './actions.ts';
import { minutesOfDay } from './dates.ts';
import { type LatePaper, latePapers } from './late-papers.ts';
import { type ItemView, type MeetingView, nextMeeting, previousMeeting } from './meetings.ts';
import { portfoliosOf, type Worsening, worsenings } from './movements.ts';
import { type QuorumRisk, quorumRisk } from './quorum-risk.ts';

/** A decision that a meeting is asked for. */
export interface DecisionAsked {
  readonly item: AgendaItem;
  /** Title of the paper’s sponsor, else of who leads the item; null where nobody is named. */
  readonly sponsorTitle: string | null;
  /** The paper’s first recommendation, else what the agenda asks. */
  readonly recommendation: string;
}

/** What has changed in a pack since it went out. */
export interface ChangeSinceIssue {
  readonly item: AgendaItem;
  readonly kind: 'came' | 'handed-in';
  /** The day it came; null where the paper does not say. */
  readonly date: string | null;
}

/** What the chair of a meeting needs to know on one page. Where it stands in the pack is not known here. */
export interface ChairPage {
  readonly decisions: readonly DecisionAsked[];
  /** Null for a meeting whose agenda has not been issued. */
  readonly changes: readonly ChangeSinceIssue[] | null;
  /** Date of the board’s last meeting; null where this is its first on record. */
  readonly lastMeeting: string | null;
  /** What has become worse since the last meeting, the worst first; null where no portfolio reports to the board. */
  readonly movements: readonly Worsening[] | null;
  readonly actions: {
    readonly open: number;
    /** Overdue on the day of the page, the longest first. */
    readonly overdue: readonly ActionRow[];
    /** Not overdue yet, and due by the meeting. */
    readonly due: readonly ActionRow[];
  };
  readonly quorum: QuorumRisk;
  readonly time: {
    /** Minutes of the items together. */
    readonly planned: number;
    /** Minutes from the start of the meeting to its end. */
    readonly slot: number;
  };
  readonly papers: readonly LatePaper[];
  /** The board’s next meeting and the items it is to decide; undefined where none is on record. */
  readonly next: NextMeeting | undefined;
}

/** What was known of the next meeting of a board. */
export interface NextMeeting {
  readonly view: MeetingView;
  /** Where its agenda went out later, the matters of the forward plan that it took, each by the name it has there. */
  readonly decisions: readonly AgendaItem[];
  readonly isFromForwardPlan: boolean;
}

/**
 * Draws page 1 for the chair.
 *
 * @param asOf the day it is of: what was known by then, `YYYY-MM-DD`
 */
export function chairPage(library: Library, view: MeetingView, asOf: string): ChairPage {
  const { meeting, board, date } = view;
  const last = previousMeeting(library, view)?.date ?? null;
  const own = actionLog(library, asOf).filter((row) => row.isOpen && row.action.meeting.startsWith(`${board.id}/`));
  return {
    decisions: decisionsAsked(library, view),
    changes: changesSinceIssue(view),
    lastMeeting: last,
    movements:
      portfoliosOf(library, board).length === 0 ? null : last === null ? [] : worsenings(library, board, last, asOf),
    actions: {
      open: own.length,
      overdue: own.filter(({ daysOverdue }) => daysOverdue > 0),
      due: own.filter(({ daysOverdue, due }) => daysOverdue === 0 && due <= date),
    },
    quorum: quorumRisk(library, view, asOf),
    time: { planned: view.minutesPlanned, slot: minutesOfDay(meeting.data.end) - minutesOfDay(meeting.data.start) },
    papers: latePapers(library, view),
    next: nextAsked(library, view, asOf),
  };
}

/** The next meeting that had been set by a day; of an agenda that went out later, only what the forward plan had by then. */
function nextAsked(library: Library, view: MeetingView, asOf: string): NextMeeting | undefined {
  let next = nextMeeting(library, view, asOf);
  while (next !== undefined && next.meeting.data.short_notice !== undefined && wentOutAfter(next, asOf)) {
    next = nextMeeting(library, next, asOf);
  }
  if (next === undefined) return undefined;
  const isFromForwardPlan = wentOutAfter(next, asOf);
  const decisions = next.items.flatMap(({ item, matter }) => {
    if (item.purpose !== 'decision') return [];
    if (!isFromForwardPlan) return item;
    return matter === undefined || matter.data.raised > asOf ? [] : { ...item, title: matter.data.title };
  });
  return { view: next, decisions, isFromForwardPlan };
}

function wentOutAfter({ meeting }: MeetingView, day: string): boolean {
  return (meeting.data.issued ?? day) > day;
}

/** The decisions that a meeting is asked for, in the order of its agenda. */
export function decisionsAsked(library: Library, { items }: MeetingView): DecisionAsked[] {
  return items.filter(({ item }) => item.purpose === 'decision').map((row) => decisionAsked(library, row));
}

function decisionAsked(library: Library, { item, leadTitle, paper }: ItemView): DecisionAsked {
  const sponsor = find(library.roles, paper?.data.sponsor);
  const [first] = paper?.data.recommendations ?? [];
  // Of an item taken in private the public knows no more than that.
  const withheld = item.private === undefined ? item.title : 'What is asked is withheld: the item is taken in private.';
  return {
    item,
    sponsorTitle: sponsor?.title ?? leadTitle,
    recommendation: first ?? item.decision ?? paper?.data.decision_sought ?? withheld,
  };
}

/** Papers that were to follow and have come, and papers handed in after the day of issue. */
function changesSinceIssue({ meeting, items }: MeetingView): ChangeSinceIssue[] | null {
  const { issued, status } = meeting.data;
  if (status === 'planned') return null;
  return items.flatMap(({ item, paper }): ChangeSinceIssue[] => {
    if (paper === undefined) return [];
    const date = paper.data.submitted ?? null;
    if (item.to_follow !== undefined) return [{ item, kind: 'came', date }];
    return date !== null && issued !== undefined && date > issued ? [{ item, kind: 'handed-in', date }] : [];
  });
}
