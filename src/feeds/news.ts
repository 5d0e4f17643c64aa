import { byCodeUnit } from '../diagnostics/order.ts';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { correctionsOf } from '../registers/approvals.ts';
import { inWords } from '../registers/dates.ts';
import { type DecisionRow, decisionRegister } from '../registers/decisions.ts';
import { dayOfPapers, type MeetingView, meetingView } from '../registers/meetings.ts';
import { privateItems } from '../registers/public.ts';
import { oneLine, plainWords } from './plain-words.ts';

/** What a feed tells of a pack that is on the site. */
export interface PublishedPack {
  /** The meeting, as `board/date`. */
  readonly meeting: string;
  /** The file’s name in `/packs/`. */
  readonly file: string;
  readonly pages: number;
  readonly bytes: number;
  /** `v1`, or `draft` for one that has not been issued. */
  readonly version: string;
  readonly marking: string;
}

/** Something that was published. */
export interface NewsItem {
  /** The record it is of, e.g. `minutes/pib/2017-09-20`; see `stableId`. */
  readonly name: string;
  readonly kind: 'pack' | 'minutes' | 'decision';
  /** The id of the board it is of. */
  readonly board: string;
  readonly title: string;
  /** Plain text, in lines. */
  readonly summary: string;
  /** The day it was first there, and the day of its last change that a reader should hear of. */
  readonly published: string;
  readonly updated: string;
  /** The page that shows it. */
  readonly address: string;
  /** The file it is about. */
  readonly file: { readonly address: string; readonly bytes: number } | null;
}

/** All that was published up to the day the library speaks of, what changed last first. */
export function newsOf(library: Library, packs: readonly PublishedPack[]): NewsItem[] {
  return [
    ...packs.flatMap((pack) => packNews(library, pack)),
    ...Object.values(library.minutes).flatMap((minutes) => minutesNews(library, minutes)),
    ...decisionRegister(library).map((row) => decisionNews(library, row)),
  ].toSorted((a, b) => byCodeUnit(b.updated, a.updated) || byCodeUnit(a.name, b.name));
}

function packNews(library: Library, pack: PublishedPack): NewsItem[] {
  const view = meetingView(library, pack.meeting);
  if (view === undefined || (view.meeting.data.issued ?? '') > library.asAt) return [];
  const { id, board, date } = view;
  const day = dayOfPapers(library, view);
  // The members’ pack has the papers of private items: the public is told of such a pack, but led to its own only.
  const isOpen = privateItems(library, id).size === 0 || pack.file.endsWith('-public.pdf');
  const version = pack.version === 'draft' ? 'draft' : `version ${pack.version.replace(/^v/, '')}`;
  return [
    {
      name: `pack/${pack.file}`,
      kind: 'pack',
      board: board.id,
      title: `Pack of ${oneLine(board.data.name)}, ${inWords(date)}: ${version}`,
      summary: `${pack.pages} pages, ${pack.marking}.`,
      published: day,
      updated: day,
      address: addresses.meeting(id),
      file: isOpen ? { address: `/packs/${pack.file}`, bytes: pack.bytes } : null,
    },
  ];
}

function minutesNews(library: Library, minutes: Entry<'minutes'>): NewsItem[] {
  const view = meetingView(library, minutes.id);
  if (view === undefined || view.date > library.asAt) return [];
  const approved = approvedOn(library, view);
  const corrections = correctionsOf(library, view.id)
    .map(({ meeting }) => meeting.split('/')[1] ?? '')
    .filter((day) => day <= library.asAt);
  const said = [
    approved === null ? 'A draft until a later meeting has approved it.' : `Approved on ${inWords(approved)}.`,
    ...new Set(corrections.map((day) => `Corrected on ${inWords(day)}.`)),
  ];
  return [
    {
      name: `minutes/${view.id}`,
      kind: 'minutes',
      board: view.board.id,
      title: `Minutes of ${oneLine(view.board.data.name)}, ${inWords(view.date)}: ${approved === null ? 'draft' : 'approved'}`,
      summary: said.join('\n'),
      published: view.date,
      updated: latest(view.date, approved, ...corrections),
      address: addresses.minutes(view.id),
      file: null,
    },
  ];
}

function decisionNews(
  library: Library,
  { decision, board, boardName, date, itemTitle, supersededBy }: DecisionRow,
): NewsItem {
  const { outcome, reasons, conditions } = decision.data;
  const view = meetingView(library, decision.meeting);
  const approved = view === undefined ? null : approvedOn(library, view);
  const replaced = find(library.decisions, supersededBy ?? undefined)?.meeting.split('/')[1] ?? null;
  const lines = [
    `${oneLine(boardName)}, ${inWords(date)}: ${outcome}.`,
    plainWords(decision.text),
    `Reasons: ${plainWords(reasons)}`,
    conditions === undefined ? '' : `Conditions: ${plainWords(conditions)}`,
    supersededBy === null ? '' : `Replaced by ${supersededBy}.`,
    approved === null ? 'The minutes it stands in are a draft.' : '',
  ];
  return {
    name: `decision/${decision.reference}`,
    kind: 'decision',
    board,
    title: `${decision.reference}: ${oneLine(itemTitle)} (${outcome})`,
    summary: lines.filter((line) => line !== '').join('\n'),
    published: date,
    updated: latest(date, approved, replaced),
    address: addresses.minutes(decision.meeting),
    file: null,
  };
}

/** The day the minutes of a meeting were approved, if they had been by the day the library speaks of. */
function approvedOn(library: Library, { date, minutes }: MeetingView): string | null {
  if (minutes?.data.status !== 'approved') return null;
  const day = minutes.data.approved_at ?? date;
  return day <= library.asAt ? day : null;
}

function latest(first: string, ...others: readonly (string | null)[]): string {
  return others.reduce<string>((last, day) => (day !== null && day > last ? day : last), first);
}
