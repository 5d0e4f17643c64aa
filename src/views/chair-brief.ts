import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { minutesOfDay, timeOfDay, withWeekday } from '../registers/dates.ts';
import type { ItemView, MeetingView } from '../registers/meetings.ts';
import { renderBody } from './body.ts';
import { table } from './table.ts';

/** Where the brief points to. */
export interface ChairBriefOptions {
  /** The page of the members' pack that an item's paper begins on; undefined where it has none. */
  readonly pageOf: (item: string) => number | undefined;
}

/** The brief that the chair alone reads: the meeting by the clock, with how to take each item. */
export function chairBriefView(
  library: Library,
  view: MeetingView,
  brief: Entry<'chairBrief'>,
  { pageOf }: ChairBriefOptions,
): SafeHtml {
  const { start, end, place } = view.meeting.data;
  const handling = new Map(brief.data.items.map(({ item, handling }) => [item, handling]));
  let clock = minutesOfDay(start);
  const rows = view.items.map((row) => {
    const from = timeOfDay(clock);
    clock += row.item.minutes;
    return { ...row, from };
  });
  const closes = timeOfDay(clock);
  const notes = renderBody(library, brief, { link: () => null, headingShift: 1, idPrefix: 'notes-', notes: 'end' });
  return html`<header class="part-head"><p class="part-reference">For the chair only</p><h1>Brief for the chair</h1></header>
<p class="lead">${view.board.data.name}, ${withWeekday(view.date)}, ${start} to ${end}, ${place}. As planned, the items end at ${closes}.</p>
${table<ItemView & { from: string }>({
  caption: 'The meeting by the clock; pages are those of the members’ pack',
  rows,
  className: 'brief',
  none: 'The agenda has no items yet.',
  columns: [
    { heading: 'From', kind: 'narrow', cell: ({ from }) => from },
    { heading: 'Item', kind: 'narrow', cell: ({ item }) => item.number },
    {
      heading: 'Title and handling',
      kind: 'row-heading',
      cell: (row) => handlingCell(row, handling.get(row.item.number)),
    },
    { heading: 'Lead', cell: ({ leadTitle }) => leadTitle ?? '–' },
    { heading: 'Page', kind: 'number', cell: ({ item }) => String(pageOf(item.number) ?? '–') },
  ],
})}
${String(notes).trim() === '' ? '' : html`<section class="brief-notes"><h2>Notes</h2>${notes}</section>`}`;
}

function handlingCell({ item }: ItemView, handling: string | undefined): SafeHtml {
  const { title, decision, private: withheld, minutes } = item;
  return html`<b>${title}</b> <span class="sub">For ${item.purpose}, ${minutes} minutes${withheld === undefined ? '' : `. In private, from ${withheld.from}, until ${withheld.until}: ${withheld.reason}`}</span>${
    decision === undefined ? '' : html` <span class="sub">Decision asked: ${decision}</span>`
  }${handling === undefined ? '' : html` <span class="handling">${handling}</span>`}`;
}
