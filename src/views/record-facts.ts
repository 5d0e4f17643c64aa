import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { counted } from '../registers/counted.ts';
import { inWords, minutesOfDay, withWeekday } from '../registers/dates.ts';
import { dayOfPapers, type MeetingView, meetingView } from '../registers/meetings.ts';
import { meetingTimetable } from '../registers/timetable.ts';
import { stateBadge } from './badges.ts';
import { bullets, type Fact, factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { calendarWords, noticeWords, quorumWords, timetableWords } from './notice.ts';
import { capital } from './words.ts';

/** Leads nowhere: for facts that are shown where nothing can be reached. */
const nowhere: Linker = () => null;

/** The title of a role, or its id where the role is not on record. */
export function roleTitle(library: Library, role: string): string {
  return find(library.roles, role)?.title ?? role;
}

/** The title of a role, and whether it was vacant on a day and who answered for it. */
export function roleOn(library: Library, role: string, day: string): string {
  const { vacant } = find(library.roles, role) ?? {};
  const title = roleTitle(library, role);
  if (vacant === undefined || vacant.from > day || (vacant.until ?? day) < day) return title;
  const cover = vacant.covered_by === undefined ? '' : `, covered by ${roleTitle(library, vacant.covered_by)}`;
  return `${title} (vacant since ${inWords(vacant.from)}${cover})`;
}

/** Roles as a list of their titles, or null when there are none. */
export function roleTitles(library: Library, roles: readonly string[]): SafeHtml | null {
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
export function paperFacts(library: Library, paper: Entry<'paper'>, link: Linker = nowhere): SafeHtml {
  const { data } = paper;
  const meeting = `${paper.parts.board}/${paper.parts.date}`;
  const row = meetingView(library, meeting)?.items.find((one) => one.paper === paper);
  const implications = Object.entries(implicationNames).flatMap(([key, name]): Fact[] => [
    [`${name} implications`, data.implications[key as keyof typeof implicationNames]],
  ]);
  const before = data.considered_before.map(
    ({ board, date, outcome }) => `${find(library.boards, board)?.data.name ?? board}, ${inWords(date)}: ${outcome}`,
  );
  const annexes = data.annexes.map(({ file, title }, index) => {
    const address = addresses.asset(`meetings/${meeting}/${file}`);
    return html`<li>${linked(link, address, `Annex ${index + 1}`)}: ${title}</li>`;
  });
  const signed = data.sign_offs.map(
    ({ role, date, for: what }) =>
      `${what === undefined ? '' : `${capital(what)}: `}${roleTitle(library, role)}, ${inWords(date)}`,
  );
  const matter = row?.matter;
  return factList([
    ['Reference', data.reference],
    ['Item', row && `${row.item.number}, ${row.item.title}`],
    ['Purpose', `For ${data.purpose}`],
    ['Decision sought', data.decision_sought],
    ['Recommendations', bullets(data.recommendations)],
    ['Summary', data.summary],
    ['Author', roleTitle(library, data.author)],
    ['Sponsor', roleTitle(library, data.sponsor)],
    ['Signed off', bullets(signed)],
    ['Handed in', data.submitted === undefined ? null : inWords(data.submitted)],
    ['Late', lateWords(library, data.late)],
    ['Considered before', bullets(before)],
    ['Forward plan', matter && linked(link, addresses.matter(matter.id), matter.data.title)],
    ['Options', bullets(data.options)],
    ...implications,
    ['Annexes', annexes.length === 0 ? null : html`<ul>${annexes}</ul>`],
    ['Background papers', bullets(data.background_papers)],
  ]);
}

function lateWords(library: Library, late: Entry<'paper'>['data']['late']): string | null {
  if (late === undefined) return null;
  const { reason, agreed_by, agreed } = late;
  return `${reason} The ${roleTitle(library, agreed_by)} agreed to take it on ${inWords(agreed)}.`;
}

/** When and where a meeting is, who chairs it, and what is due for it. */
export function meetingFacts(library: Library, view: MeetingView): SafeHtml {
  const { start, end, place, issued, status, cancelled, short_notice, apologies } = view.meeting.data;
  const day = dayOfPapers(library, view);
  const due = meetingTimetable(library, view);
  // What was heard before the meeting gives way to what its minutes say of it.
  const isComing = view.minutes === undefined && status !== 'cancelled';
  return factList([
    ['Cancelled', cancelled && `On ${inWords(cancelled.on)}. ${cancelled.reason}`],
    ['Date', withWeekday(view.date)],
    ['Time', `${start} to ${end}`],
    ['Place', place],
    ['Chair', roleOn(library, view.board.data.chair, day)],
    ['Quorum', isComing ? quorumWords(view.board) : null],
    ['Apologies so far', isComing ? roleTitles(library, apologies) : null],
    ['Time planned', timePlanned(view, minutesOfDay(end) - minutesOfDay(start))],
    ['Papers handed in', status === 'planned' ? `By ${inWords(due.submission)}` : null],
    ['Pack out', status === 'planned' ? `By ${inWords(due.dispatch)}` : null],
    ['Agenda issued', issued === undefined ? null : inWords(issued)],
    [
      'Short notice',
      short_notice && `${short_notice.reason} Agreed by the ${roleTitle(library, short_notice.agreed_by)}.`,
    ],
  ]);
}

function timePlanned({ items, minutesPlanned }: MeetingView, slot: number): SafeHtml | string {
  if (items.length === 0) return 'No agenda yet';
  const words = `${minutesPlanned} of ${slot} minutes, for ${counted(items.length, 'item')}`;
  if (minutesPlanned <= slot) return words;
  return html`${words} ${stateBadge(`${counted(minutesPlanned - slot, 'minute')} too long`, 'red')}`;
}

/** Who sits on a board and how it meets. */
export function boardFacts(library: Library, board: Entry<'board'>, link: Linker): SafeHtml {
  const { data } = board;
  const parent = find(library.boards, data.parent);
  return factList([
    ['Chair', roleOn(library, data.chair, library.asAt)],
    ['Members', bullets(data.members.map((role) => roleOn(library, role, library.asAt))) ?? 'None have been named yet'],
    ['Quorum', quorumWords(board)],
    ['Meets', capital(data.cadence.replace('-', ' '))],
    ['Notice', noticeWords(board)],
    ['Timetable', timetableWords(board)],
    ['Bank holidays', calendarWords(library, board)],
    ['Minutes', `Numbered from 1 each ${capital(data.minutes_year)}`],
    ['Reports to', parent === undefined ? null : linked(link, addresses.board(parent.id), parent.data.name)],
  ]);
}
