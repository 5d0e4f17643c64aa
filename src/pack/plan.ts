import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { highestMarking } from '../library/markings.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { Entry } from '../records/read-records.ts';
import { cycleList } from '../registers/cycles.ts';
import { type LatePaper, latePapers } from '../registers/late-papers.ts';
import { type MeetingView, previousMeeting } from '../registers/meetings.ts';
import { isRegister, type RegisterName } from '../views/registers/registry.ts';

/** What a part of a pack shows. */
export type PartSubject =
  | { readonly kind: 'paper'; readonly paper: Entry<'paper'> }
  | { readonly kind: 'to-follow'; readonly paper: LatePaper }
  | { readonly kind: 'minutes'; readonly meeting: MeetingView; readonly minutes: Entry<'minutes'> }
  | { readonly kind: 'action-log' | 'outstanding-actions' | 'matters-arising' }
  | { readonly kind: 'register'; readonly register: RegisterName }
  | { readonly kind: 'portfolio'; readonly portfolio: string | undefined }
  | { readonly kind: 'highlight-reports' }
  | { readonly kind: 'capital-plan' };

/** A part of a pack as planned, before anything is set. It knows nothing of its place among the pages. */
export interface PlannedPart {
  /** Lower-case letters, digits and hyphens; unique in the pack. */
  readonly id: string;
  /** How it is quoted in the running head: `Item 5a`, or `Appendix A`. */
  readonly reference: string;
  readonly title: string;
  readonly subject: PartSubject;
  /** Stands on every page of the part besides its reference, e.g. `Late paper`. */
  readonly flag: string;
  /** Whether what it shows is a draft in itself, whatever the pack is. */
  readonly isDraft: boolean;
}

/** A pack as planned. */
export interface PackPlan {
  readonly view: MeetingView;
  /** `v1`, or `draft` for a meeting whose agenda has not been issued. */
  readonly version: string;
  /** Who it is for: the members of the board, or its chair alone. */
  readonly audience: 'members' | 'chair';
  /** File name without its ending, e.g. `portfolio-and-investment-board-2017-09-20-v1`. */
  readonly name: string;
  readonly marking: string;
  /** The day its registers are of: the day the pack went out, or today where that is still to come. */
  readonly asOf: string;
  readonly parts: readonly PlannedPart[];
  /** Site addresses that stand in this pack, and the part each stands in. */
  readonly places: ReadonlyMap<string, string>;
}

/**
 * Plans the pack of a meeting: a part for each item that has something to read, in the order of the agenda, then the
 * minutes of the last meeting and the action log where no item shows them.
 */
export function planPack(library: Library, view: MeetingView): PackPlan {
  const previous = previousMeeting(library, view);
  const late = new Map(latePapers(library, view).map((one) => [one.item, one]));
  const items = view.items.flatMap(({ item, paper }) => {
    const subject = subjectOf(library, view, item, { paper, late: late.get(item), previous });
    return subject === undefined ? [] : [itemPart(item, subject, late.has(item))];
  });
  const shown = new Set(items.map((part) => part.subject.kind));
  const appendices: PlannedPart[] = [];
  if (!shown.has('minutes') && previous?.minutes !== undefined) {
    const subject = { kind: 'minutes', meeting: previous, minutes: previous.minutes } as const;
    appendices.push({ ...part(subject), id: 'minutes', title: 'Minutes of the last meeting', reference: '' });
  }
  if (!shown.has('action-log') && Object.keys(library.actions).length > 0) {
    appendices.push({ ...part({ kind: 'action-log' }), id: 'action-log', title: 'Action log', reference: '' });
  }
  const lettered = appendices.map((part, index) => ({ ...part, reference: `Appendix ${'AB'.charAt(index)}` }));
  const parts = [...items, ...lettered];
  const [asOf = view.date] = [view.meeting.data.issued ?? view.date, library.asAt].toSorted();
  const version = view.meeting.data.status === 'planned' ? 'draft' : 'v1';
  const markings = parts.map(({ subject }) => (subject.kind === 'paper' ? subject.paper.data.marking : undefined));
  return {
    view,
    version,
    audience: 'members',
    name: `${view.board.id}-${view.date}-${version}`,
    marking: highestMarking(
      markings.filter((marking) => marking !== undefined),
      library.organisation.marking,
    ),
    asOf,
    parts,
    places: new Map([
      [addresses.meeting(view.id), 'front'],
      ...parts.flatMap((part) => addressesOf(part, view).map((address) => [address, part.id] as const)),
    ]),
  };
}

/**
 * The cycle that reports to a meeting, one with reports of its own before one that uses another's; else the last whose data
 * were cut off before it and whose portfolio reports to the same board.
 */
export function cycleFor(library: Library, view: MeetingView): Entry<'cycle'> | undefined {
  const cycles = cycleList(library).toSorted((a, b) => Number(hasSource(a)) - Number(hasSource(b)));
  const boardOf = ({ data }: Entry<'cycle'>): string | undefined =>
    find(library.portfolios, data.portfolio)?.data.board;
  return (
    cycles.find(({ data }) => data.meeting === view.id) ??
    cycles.find((cycle) => cycle.data.cutoff < view.date && boardOf(cycle) === view.board.id)
  );
}

function hasSource({ data }: Entry<'cycle'>): boolean {
  return data.reports_of !== undefined;
}

function itemPart(item: AgendaItem, subject: PartSubject, isLate: boolean): PlannedPart {
  const isMissing = subject.kind === 'to-follow';
  return {
    ...part(subject, isMissing ? 'To follow' : isLate ? 'Late paper' : ''),
    id: `item-${item.number}`,
    reference: `Item ${item.number}`,
    title: isMissing ? `${item.title}: to follow` : item.title,
  };
}

function part(subject: PartSubject, flag = ''): Pick<PlannedPart, 'subject' | 'flag' | 'isDraft'> {
  const isDraft = subject.kind === 'minutes' && subject.minutes.data.status === 'draft';
  return { subject, flag: isDraft ? 'minutes' : flag, isDraft };
}

function subjectOf(
  library: Library,
  view: MeetingView,
  item: AgendaItem,
  given: {
    readonly paper: Entry<'paper'> | undefined;
    readonly late: LatePaper | undefined;
    readonly previous: MeetingView | undefined;
  },
): PartSubject | undefined {
  const { paper, late, previous } = given;
  if (paper !== undefined) return { kind: 'paper', paper };
  if (late !== undefined) return { kind: 'to-follow', paper: late };
  if (item.view === undefined) return undefined;
  if (isRegister(item.view)) return { kind: 'register', register: item.view };
  if (item.view === 'portfolio') {
    return { kind: 'portfolio', portfolio: item.portfolio ?? cycleFor(library, view)?.data.portfolio };
  }
  if (item.view !== 'last-minutes') return { kind: item.view };
  return previous?.minutes === undefined
    ? undefined
    : { kind: 'minutes', meeting: previous, minutes: previous.minutes };
}

function addressesOf({ subject, id }: PlannedPart, view: MeetingView): string[] {
  const item = `item:${view.id}/${id.replace('item-', '')}`;
  switch (subject.kind) {
    case 'paper':
      return [item, addresses.paper(subject.paper.id)];
    case 'minutes':
      return [item, addresses.minutes(subject.meeting.id)];
    case 'capital-plan':
      return [item, addresses.finance('capital-plan')];
    case 'register':
      return [item, addresses.register(subject.register)];
    case 'portfolio':
      return subject.portfolio === undefined ? [item] : [item, addresses.portfolio(subject.portfolio)];
    case 'action-log':
      return [item, addresses.register('actions')];
    case 'to-follow':
    case 'outstanding-actions':
    case 'matters-arising':
    case 'highlight-reports':
      return [item];
  }
}
