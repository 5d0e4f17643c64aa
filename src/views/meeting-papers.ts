import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { actionTally } from '../registers/action-tally.ts';
import { actionLog } from '../registers/actions.ts';
import { counted } from '../registers/counted.ts';
import { inWords } from '../registers/dates.ts';
import type { DecisionRow } from '../registers/decisions.ts';
import { type MatterArising, mattersArising } from '../registers/matters-arising.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { tallySum, tallyTable } from './action-tally.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { actionTable } from './tables.ts';
import { capital, plainWords } from './words.ts';

/** How a paper drawn for one meeting is shown. */
export interface MeetingPaperOptions {
  readonly asOf: string;
  readonly link: Linker;
}

/** The papers that are drawn from the records for one meeting of one board, by the `view` that an agenda item names. */
export const meetingPapers = {
  'outstanding-actions': outstandingActionsView,
  'matters-arising': mattersArisingView,
} as const;

/** Name of such a paper. */
export type MeetingPaperName = keyof typeof meetingPapers;

/** Whether the view of an agenda item is a paper drawn for its meeting. */
export function isMeetingPaper(view: string | undefined): view is MeetingPaperName {
  return view !== undefined && Object.hasOwn(meetingPapers, view);
}

/** The paper on outstanding actions: what the board asked for and is still owed, and that none has been lost. */
export function outstandingActionsView(library: Library, view: MeetingView, options: MeetingPaperOptions): SafeHtml {
  const { asOf, link } = options;
  const rows = actionLog(library, asOf).filter(
    ({ action, isOpen }) => isOpen && action.meeting.startsWith(`${view.board.id}/`),
  );
  const late = rows.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const tallies = actionTally(library, asOf).get(view.board.id) ?? [];
  return html`<p class="lead">${capital(counted(rows.length, 'action'))} open on ${inWords(asOf)}, of which ${late} overdue.</p>
${actionTable(rows, { caption: 'Outstanding actions, the first due at the top', link })}
<h2>From meeting to meeting</h2>
${tallies.length === 0 ? '' : html`<p>${tallySum(tallies)}</p>`}
${tallyTable(tallies, { caption: `Actions of the ${view.board.data.name}, counted at each meeting`, link })}`;
}

/** The paper on matters arising: what the last meeting asked for or put off, item by item, and where it stands. */
export function mattersArisingView(library: Library, view: MeetingView, options: MeetingPaperOptions): SafeHtml {
  const { asOf, link } = options;
  const { from, matters } = mattersArising(library, view, asOf);
  if (from === undefined) return html`<p class="none">No minutes of an earlier meeting are on record.</p>`;
  const source = linked(link, addresses.minutes(from.id), `the meeting of ${inWords(from.date)}`);
  if (matters.length === 0) return html`<p class="none">Nothing arises from ${source}.</p>`;
  return html`<p class="lead">From ${source}, as it stood on ${inWords(asOf)}.</p>
${matters.map((matter) => arising(matter, options))}`;
}

function arising({ minute, title, actions, deferred }: MatterArising, { link }: MeetingPaperOptions): SafeHtml {
  const name = minute === null ? title : `Minute ${minute}: ${title}`;
  return html`<h2>${name}</h2>
${deferred.map(({ decision }) => putOff(decision, link))}${actions.length === 0 ? '' : actionTable(actions, { caption: `Actions under ${name}`, link })}
`;
}

function putOff({ meeting, reference, text, data }: DecisionRow['decision'], link: Linker): SafeHtml {
  const address = `${addresses.minutes(meeting)}#${reference}`;
  const conditions = data.conditions === undefined ? '' : html`<span class="sub">${data.conditions}</span>`;
  return html`<p>Put off by ${linked(link, address, reference)}: ${plainWords(text)}${conditions}</p>
`;
}
