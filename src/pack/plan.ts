import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { highestMarking } from '../library/markings.ts';
import type { AgendaItem } from '../records/meeting.ts';
import { actionLog } from '../registers/actions.ts';
import { inWords } from '../registers/dates.ts';
import { latePapers } from '../registers/late-papers.ts';
import { dayOfPapers, type MeetingView, previousMeeting } from '../registers/meetings.ts';
import { annexesOf } from '../views/annexes.ts';
import { isDraftOn } from '../views/minutes-facts.ts';
import type { Edition } from './edition.ts';
import { addressesOf, type PartSubject, subjectOf } from './subject.ts';

/** A part of a pack as planned, before anything is set. It knows nothing of its place among the pages. */
export interface PlannedPart {
  /** Lower-case letters, digits and hyphens; unique in the pack. */
  readonly id: string;
  /** The id of the part that this one is an annex of. */
  readonly annexOf?: string;
  /** How it is quoted in the running head: `Item 5a`, or `Appendix A`. */
  readonly reference: string;
  readonly title: string;
  readonly subject: PartSubject;
  /** Stands on every page of the part besides its reference, e.g. `Late paper`. */
  readonly flag: string;
  /** Whether what it shows is a draft in itself, whatever the pack is. */
  readonly isDraft: boolean;
  /** `S1` of a part that came with the first supplement. */
  readonly series?: string;
}

/** Who reads a pack: the members of the board, its chair alone, or anyone. */
export type Audience = 'members' | 'chair' | 'public';

/** A pack as planned. */
export interface PackPlan {
  readonly view: MeetingView;
  /** `v1`, `v1-s1` of its first supplement, or `draft` for one that has not been issued. */
  readonly version: string;
  /** Of a supplement: whether it is that alone, or the pack with all supplements behind it. */
  readonly extent?: 'supplement' | 'full';
  readonly audience: Audience;
  readonly edition: Edition;
  /** File name without its ending, e.g. `portfolio-and-investment-board-2017-09-20-v1`. */
  readonly name: string;
  readonly marking: string;
  /** The day its registers are of: the day the pack went out, or today where that is still to come. */
  readonly asOf: string;
  readonly parts: readonly PlannedPart[];
  /** Site addresses that stand in this pack, and the part each stands in. */
  readonly places: ReadonlyMap<string, string>;
}

/** The version of a pack that nothing is known to have been issued of: the first, once its agenda has gone out. */
export function firstVersion({ meeting }: MeetingView): string {
  return meeting.data.status === 'planned' ? 'draft' : 'v1';
}

/**
 * Plans the pack of a meeting: a part for each item that has something to read, in the order of the agenda, then what no
 * item shows: the minutes that are still to be approved, and the action log.
 *
 * @param audience for the public, of a library that holds no more than the public may have, each item that is withheld has a
 * page that says so
 * @param version as it stands on its pages, `v2` or `draft`
 */
export function planPack(
  library: Library,
  view: MeetingView,
  audience: 'members' | 'public' = 'members',
  version = firstVersion(view),
): PackPlan {
  const asOf = dayOfPapers(library, view);
  const items = itemParts(library, view, audience, asOf);
  const parts = [...items, ...appendices(library, view, items, asOf)];
  const markings = parts.map(({ subject }) => (subject.kind === 'paper' ? subject.paper.data.marking : undefined));
  const itemPlaces = items
    .filter(({ annexOf }) => annexOf === undefined)
    .map(({ id }) => [`item:${view.id}/${id.replace('item-', '')}`, id] as const);
  return {
    view,
    version,
    audience,
    edition: 'standard',
    name: `${view.board.id}-${view.date}-${version}${audience === 'public' ? '-public' : ''}`,
    marking: highestMarking(
      markings.filter((marking) => marking !== undefined),
      library.organisation.marking,
    ),
    asOf,
    parts,
    places: new Map([
      [addresses.meeting(view.id), 'front'],
      ...parts.flatMap(({ id, subject }) => addressesOf(library, subject).map((address) => [address, id] as const)),
      ...itemPlaces,
    ]),
  };
}

function itemParts(library: Library, view: MeetingView, audience: Audience, asOf: string): PlannedPart[] {
  const previous = lastBefore(library, view, asOf);
  const late = new Map(latePapers(library, view).map((one) => [one.item, one]));
  return view.items.flatMap(({ item, paper }) => {
    const isWithheld = audience === 'public' && item.private !== undefined;
    const subject: PartSubject | undefined = isWithheld
      ? { kind: 'withheld', item }
      : subjectOf(library, view, item, { paper, late: late.get(item), previous });
    if (subject === undefined) return [];
    const own = itemPart(item, subject, late.has(item), asOf);
    return [own, ...annexParts(own)];
  });
}

function itemPart(item: AgendaItem, subject: PartSubject, isLate: boolean, asOf: string): PlannedPart {
  const isMissing = subject.kind === 'to-follow';
  const isWithheld = subject.kind === 'withheld';
  return {
    ...part(subject, asOf, isMissing ? 'To follow' : isWithheld ? 'Withheld' : isLate ? 'Late paper' : ''),
    id: `item-${item.number}`,
    reference: `Item ${item.number}`,
    title: isMissing ? `${item.title}: to follow` : isWithheld ? `${item.title}: withheld` : item.title,
  };
}

/** A part for each annex of a paper that can be printed. What is said at the top of a paper’s pages stands on theirs too. */
function annexParts({ id, reference, subject, flag, isDraft }: PlannedPart): PlannedPart[] {
  if (subject.kind !== 'paper') return [];
  return annexesOf(subject.paper)
    .filter(({ form }) => form !== 'not-printed')
    .map((annex) => ({
      id: `${id}-annex-${annex.number}`,
      annexOf: id,
      reference: `${reference} Annex ${annex.number}`,
      title: annex.title,
      subject: { kind: 'annex', annex },
      flag,
      isDraft,
    }));
}

function appendices(library: Library, view: MeetingView, items: readonly PlannedPart[], asOf: string): PlannedPart[] {
  const minutesShown = items.flatMap(({ subject }) => (subject.kind === 'minutes' ? subject.meeting.id : []));
  const minutes = unapprovedBefore(library, view, asOf)
    .filter(({ id }) => !minutesShown.includes(id))
    .flatMap((meeting, index) => {
      if (meeting.minutes === undefined) return [];
      const subject = { kind: 'minutes', meeting, minutes: meeting.minutes } as const;
      const id = index === 0 && minutesShown.length === 0 ? 'minutes' : `minutes-${meeting.date}`;
      return [{ ...part(subject, asOf), id, title: `Minutes of the meeting of ${inWords(meeting.date)}` }];
    });
  const actionsShown = items.some(({ subject: { kind } }) => kind === 'action-log' || kind === 'outstanding-actions');
  const log =
    actionsShown || actionLog(library, asOf).length === 0
      ? []
      : [{ ...part({ kind: 'action-log' }, asOf), id: 'action-log', title: 'Action log' }];
  return [...minutes, ...log].map((one, index) => ({
    ...one,
    reference: `Appendix ${String.fromCodePoint(65 + index)}`,
  }));
}

/**
 * The last meeting, whose minutes this one approves; and where that had no quorum and so could approve none, the one before
 * it, and so on. The latest first.
 */
function unapprovedBefore(library: Library, view: MeetingView, asOf: string): MeetingView[] {
  const found: MeetingView[] = [];
  let earlier = lastBefore(library, view, asOf);
  while (earlier !== undefined) {
    found.push(earlier);
    const next: MeetingView | undefined =
      earlier.meeting.data.status === 'inquorate' ? previousMeeting(library, earlier) : undefined;
    earlier = next?.minutes !== undefined && isDraftOn(next.minutes, asOf) ? next : undefined;
  }
  return found;
}

/** The last meeting, where it had been held when the pack went out. */
function lastBefore(library: Library, view: MeetingView, asOf: string): MeetingView | undefined {
  const last = previousMeeting(library, view);
  return last === undefined || last.date > asOf ? undefined : last;
}

function part(subject: PartSubject, asOf: string, flag = ''): Pick<PlannedPart, 'subject' | 'flag' | 'isDraft'> {
  const isDraft = subject.kind === 'minutes' && isDraftOn(subject.minutes, asOf);
  return { subject, flag: isDraft ? 'minutes' : flag, isDraft };
}
