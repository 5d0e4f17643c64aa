import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { approvalOf, type Correction } from '../registers/approvals.ts';
import { attendanceAt } from '../registers/attendance.ts';
import { counted } from '../registers/counted.ts';
import { inWords } from '../registers/dates.ts';
import { correctionsBy } from '../registers/minutes-text.ts';
import { stateBadge } from './badges.ts';
import { factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { roleTitle, roleTitles } from './record-facts.ts';

/** Where minutes are shown, and of when. */
export interface MinutesOptions {
  /** The day they are shown as of: what later meetings made of them does not show. */
  readonly asOf?: string;
  readonly link?: Linker;
}

/** Whether minutes had not been approved by a day. */
export function isDraftOn({ data: { status, approved_at } }: Entry<'minutes'>, day: string): boolean {
  return status === 'draft' || (approved_at ?? day) > day;
}

/** What minutes are worth, then who was at the meeting: that they are a draft or were corrected stands before all else. */
export function minutesFacts(library: Library, minutes: Entry<'minutes'>, options: MinutesOptions = {}): SafeHtml {
  const { asOf = library.asAt, link = () => null } = options;
  const { chair, present, apologies, in_attendance, carried_forward } = minutes.data;
  const corrections = correctionsBy(library, minutes.id, asOf);
  const carried = carried_forward.length;
  return html`${isDraftOn(minutes, asOf) ? draftNote() : ''}${correctionNote(corrections, link)}${factList([
    ['Status', statusWords(library, minutes, asOf, link)],
    ['In the chair', roleTitle(library, chair)],
    ['Present', withParts(library, minutes, present)],
    ['Apologies', roleTitles(library, apologies)],
    ['In attendance', withParts(library, minutes, in_attendance)],
    ['Quorum', quorumMet(library, minutes)],
    ['Carried forward', carried === 0 ? null : `${counted(carried, 'action')} open when the meeting ended`],
  ])}`;
}

function draftNote(): SafeHtml {
  return html`<p class="draft" role="note"><strong>DRAFT</strong> These minutes have not been approved yet. The next meeting of the board may correct them.</p>
`;
}

function statusWords(library: Library, minutes: Entry<'minutes'>, asOf: string, link: Linker): SafeHtml {
  if (isDraftOn(minutes, asOf)) return stateBadge('Draft, until approved by the next meeting', 'amber');
  const approval = approvalOf(library, minutes.id);
  const day = minutes.data.approved_at;
  if (day === undefined) return stateBadge('Approved', 'done');
  const at = `${minutes.parts.board}/${day}`;
  const address = find(library.minutes, at) === undefined ? undefined : addresses.minutes(at);
  const mark = approval?.data.fingerprint;
  return html`${stateBadge('Approved', 'done')} on ${linked(link, address, inWords(day))}${mark === undefined ? '' : html`<span class="sub">Fingerprint of the words approved: <span class="fingerprint">${mark}</span></span>`}`;
}

function correctionNote(corrections: readonly Correction[], link: Linker): SafeHtml {
  if (corrections.length === 0) return html``;
  return html`<div class="corrections" role="note"><p class="corrections-title">Corrected since</p>
<ul>${corrections.map((correction) => html`<li>${correctedBy(correction, link)}: ${correctionWords(correction)}.</li>`)}</ul></div>
`;
}

function correctedBy({ meeting, data: { minute } }: Correction, link: Linker): SafeHtml {
  const day = inWords(meeting.split('/')[1] ?? '');
  return html`${linked(link, addresses.minutes(meeting), `On ${day}`)}, minute ${minute}`;
}

/** A correction as an exact edit, e.g. `for “1,200 houses” read “1,020 houses”`. */
export function correctionWords({ data }: Correction): SafeHtml {
  return html`for “${data.replace}” read “${data.with}”`;
}

function withParts(library: Library, minutes: Entry<'minutes'>, roles: readonly string[]): SafeHtml | null {
  if (roles.length === 0) return null;
  const numbers = find(library.meetings, minutes.id)?.data.items.map(({ number }) => number) ?? [];
  const parts = new Map(minutes.data.in_part.map((part) => [part.role, part]));
  return html`<ul>${roles.map((role) => {
    const part = parts.get(role);
    const from = part?.from ?? numbers[0];
    const to = part?.to ?? numbers.at(-1);
    const span = from === to ? `item ${from}` : `items ${from} to ${to}`;
    return html`<li>${roleTitle(library, role)}${part === undefined ? '' : ` (for ${span})`}</li>`;
  })}</ul>`;
}

/** Whether enough members were there, and for which items they were not. */
function quorumMet(library: Library, minutes: Entry<'minutes'>): SafeHtml | string | null {
  const attendance = attendanceAt(library, minutes);
  const board = find(library.boards, minutes.parts.board);
  if (attendance === undefined || board === undefined) return null;
  const present = minutes.data.present.filter((role) => board.data.members.includes(role)).length;
  const words = `${present} of the ${attendance.members} members were present; ${attendance.quorum} are a quorum`;
  if (!attendance.isQuorate) return html`${words} ${stateBadge('Not quorate', 'red')}`;
  const short = attendance.items.flatMap(({ item, isQuorate }) => (isQuorate ? [] : item));
  return short.length === 0
    ? words
    : html`${words} ${stateBadge(`Not quorate for ${short.length === 1 ? 'item' : 'items'} ${short.join(', ')}`, 'red')}`;
}
