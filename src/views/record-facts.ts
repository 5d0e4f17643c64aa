import type { SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { inWords, shortWhen, withWeekday } from '../registers/dates.ts';
import { tolerancesOf } from '../registers/levels.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { bullets, type Fact, factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';

/** The title of a role, or its id where the role is not on record. */
export function roleTitle(library: Library, role: string): string {
  return find(library.roles, role)?.title ?? role;
}

function roleTitles(library: Library, roles: readonly string[]): SafeHtml | null {
  return bullets(roles.map((role) => roleTitle(library, role)));
}

const implicationNames = {
  financial: 'Financial',
  legal: 'Legal',
  risk: 'Risk',
  equality: 'Equality',
  data_protection: 'Data protection',
  workforce: 'Workforce',
} as const;

/** The cover sheet of a paper. */
export function paperFacts(library: Library, paper: Entry<'paper'>): SafeHtml {
  const { data } = paper;
  const implications = Object.entries(implicationNames).flatMap(([key, name]): Fact[] => [
    [`${name} implications`, data.implications[key as keyof typeof implicationNames]],
  ]);
  const before = data.considered_before.map(
    ({ board, date, outcome }) => `${find(library.boards, board)?.data.name ?? board}, ${inWords(date)}: ${outcome}`,
  );
  return factList([
    ['Reference', data.reference],
    ['Purpose', `For ${data.purpose}`],
    ['Decision sought', data.decision_sought],
    ['Recommendations', bullets(data.recommendations)],
    ['Summary', data.summary],
    ['Author', roleTitle(library, data.author)],
    ['Sponsor', roleTitle(library, data.sponsor)],
    ['Considered before', bullets(before)],
    ['Options', bullets(data.options)],
    ...implications,
    ['Background papers', bullets(data.background_papers)],
  ]);
}

/** When and where a meeting is, and who chairs it. */
export function meetingFacts(library: Library, view: MeetingView): SafeHtml {
  const { start, end, place, issued } = view.meeting.data;
  return factList([
    ['Date', withWeekday(view.date)],
    ['Time', `${start} to ${end}`],
    ['Place', place],
    ['Chair', roleTitle(library, view.board.data.chair)],
    ['Time planned', `${view.minutesPlanned} minutes for ${view.items.length} items`],
    ['Agenda issued', issued === undefined ? null : inWords(issued)],
  ]);
}

/** Who was at a meeting, and whether its minutes have been approved. */
export function minutesFacts(library: Library, minutes: Entry<'minutes'>): SafeHtml {
  const { chair, present, apologies, in_attendance, status, approved_at } = minutes.data;
  const approved = approved_at === undefined ? 'Approved' : `Approved on ${inWords(approved_at)}`;
  return factList([
    ['Status', status === 'draft' ? 'Draft, until approved by the next meeting' : approved],
    ['In the chair', roleTitle(library, chair)],
    ['Present', roleTitles(library, present)],
    ['Apologies', roleTitles(library, apologies)],
    ['In attendance', roleTitles(library, in_attendance)],
  ]);
}

/** Who sits on a board and how it meets. */
export function boardFacts(library: Library, board: Entry<'board'>, link: Linker): SafeHtml {
  const { data } = board;
  const parent = find(library.boards, data.parent);
  return factList([
    ['Chair', roleTitle(library, data.chair)],
    ['Members', roleTitles(library, data.members)],
    ['Quorum', typeof data.quorum === 'number' ? `${data.quorum} members` : `${data.quorum} of the members`],
    ['Meets', data.cadence],
    ['Notice', `${data.notice.clear_days} clear days`],
    ['Reports to', parent === undefined ? null : linked(link, addresses.board(parent.id), parent.data.name)],
  ]);
}

/** A start or an end in the words of its record, e.g. `agreed for 31 Mar 2018, now expected 2018-19 Q1`. */
function lifeDates(dates: Entry<'initiative'>['data']['start']): string | null {
  if (dates === undefined) return null;
  const { baseline, approved, forecast, actual } = dates;
  const words = [
    baseline && `first agreed for ${shortWhen(baseline)}`,
    approved && approved !== baseline && `approved for ${shortWhen(approved)}`,
    forecast && actual === undefined && `now expected ${shortWhen(forecast)}`,
    actual && `came about ${shortWhen(actual)}`,
  ];
  return words.filter(Boolean).join(', ');
}

function toleranceWords(library: Library, initiative: Entry<'initiative'>): SafeHtml | null {
  const { time_days, cost_percent, benefits_percent, risk_score, scope, quality } = tolerancesOf(
    library,
    initiative.id,
  );
  return bullets([
    `Time: ${time_days} days`,
    `Cost: ${cost_percent} % over`,
    `Benefits: ${benefits_percent} % short`,
    `Risk: a score of ${risk_score}`,
    ...(scope === undefined ? [] : [`Scope: ${scope}`]),
    ...(quality === undefined ? [] : [`Quality: ${quality}`]),
  ]);
}

/** Who owns an initiative, where it belongs and when it runs. */
export function initiativeFacts(library: Library, initiative: Entry<'initiative'>, link: Linker): SafeHtml {
  const { data } = initiative;
  const parent = find(library.initiatives, data.parent);
  const portfolios = Object.values(library.portfolios).filter(({ data: { members } }) =>
    members.includes(initiative.id),
  );
  return factList([
    ['Level', data.level],
    ['Strand', data.strand],
    ['Part of', parent === undefined ? null : linked(link, addresses.initiative(parent.id), parent.data.name)],
    ['Portfolios', portfolios.map(({ data: { name } }) => name).join(', ')],
    ['Senior responsible owner', roleTitle(library, data.sro)],
    ['Manager', data.manager === undefined ? null : roleTitle(library, data.manager)],
    ['Stage', data.stage],
    ['Start', lifeDates(data.start)],
    ['End', lifeDates(data.end)],
    ['Objectives', bullets(data.objectives.map((id) => find(library.objectives, id)?.title ?? id))],
    ['Priorities', bullets(data.aligned_to.map((id) => find(library.priorities, id)?.title ?? id))],
    ['Tolerances', toleranceWords(library, initiative)],
  ]);
}
