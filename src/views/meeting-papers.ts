import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { actionLog } from '../registers/actions.ts';
import { inWords } from '../registers/dates.ts';
import { mattersArising } from '../registers/matters-arising.ts';
import type { MeetingView } from '../registers/meetings.ts';
import type { Linker } from './linker.ts';
import { actionTable } from './tables.ts';

/** How a paper drawn for one meeting is shown. */
export interface MeetingPaperOptions {
  readonly asOf: string;
  readonly link: Linker;
}

/** The paper on outstanding actions: what the board asked for and is still owed. */
export function outstandingActionsView(library: Library, view: MeetingView, options: MeetingPaperOptions): SafeHtml {
  const { asOf, link } = options;
  const rows = actionLog(library, asOf).filter(
    ({ action, isOpen }) => isOpen && action.meeting.startsWith(`${view.board.id}/`),
  );
  return html`<p class="lead">As at ${inWords(asOf)}.</p>${actionTable(rows, { caption: 'Outstanding actions', link })}`;
}

/** The paper on matters arising: what the last meeting asked for, and where it stands. */
export function mattersArisingView(library: Library, view: MeetingView, options: MeetingPaperOptions): SafeHtml {
  const { matters } = mattersArising(library, view, options.asOf);
  return html`${matters.map(({ title }) => html`<h2>${title}</h2>`)}`;
}
