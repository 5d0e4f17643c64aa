import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { Entry } from '../records/read-records.ts';
import { cycleList } from '../registers/cycles.ts';
import type { LatePaper } from '../registers/late-papers.ts';
import type { MeetingView } from '../registers/meetings.ts';
import type { Annex } from '../views/annexes.ts';
import { isRegister, type RegisterName } from '../views/registers/registry.ts';

/** What a part of a pack shows. */
export type PartSubject =
  | { readonly kind: 'paper'; readonly paper: Entry<'paper'> }
  | { readonly kind: 'annex'; readonly annex: Annex }
  | { readonly kind: 'to-follow'; readonly paper: LatePaper }
  | { readonly kind: 'withheld'; readonly item: AgendaItem }
  | { readonly kind: 'minutes'; readonly meeting: MeetingView; readonly minutes: Entry<'minutes'> }
  | { readonly kind: 'action-log' | 'outstanding-actions' | 'matters-arising' }
  | { readonly kind: 'register'; readonly register: RegisterName }
  | { readonly kind: 'portfolio'; readonly portfolio: string | undefined }
  | { readonly kind: 'highlight-reports' }
  | { readonly kind: 'capital-plan' };

/** What is known of an item’s paper, and of the meeting before. */
export interface ItemGiven {
  readonly paper: Entry<'paper'> | undefined;
  readonly late: LatePaper | undefined;
  readonly previous: MeetingView | undefined;
}

/** What a pack shows for an item of its agenda; undefined where there is nothing to read. */
export function subjectOf(
  library: Library,
  view: MeetingView,
  item: AgendaItem,
  { paper, late, previous }: ItemGiven,
): PartSubject | undefined {
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

/** The addresses of the site that a part stands for in its pack, besides that of its item. */
export function addressesOf(library: Library, subject: PartSubject): string[] {
  switch (subject.kind) {
    case 'paper':
      return [addresses.paper(subject.paper.id)];
    case 'annex':
      return [addresses.asset(subject.annex.path)];
    case 'minutes':
      return [addresses.minutes(subject.meeting.id)];
    case 'capital-plan':
      return [addresses.finance('capital-plan')];
    case 'register': {
      const matters = subject.register === 'forward-plan' ? Object.keys(library.matters).map(addresses.matter) : [];
      return [addresses.register(subject.register), ...matters];
    }
    case 'portfolio':
      return subject.portfolio === undefined ? [] : [addresses.portfolio(subject.portfolio)];
    case 'action-log':
    case 'outstanding-actions':
      return [addresses.register('actions')];
    case 'to-follow':
    case 'withheld':
    case 'matters-arising':
    case 'highlight-reports':
      return [];
  }
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
