import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import type { Rating } from '../records/report.ts';
import { inWords, shortWhen } from '../registers/dates.ts';
import { milestoneBadge, ragBadge } from './badges.ts';
import { type BodyOptions, renderBody } from './body.ts';
import { factList } from './facts.ts';
import { roleTitle } from './record-facts.ts';
import { table } from './table.ts';

type Movement = Entry<'report'>['data']['milestones'][number];

/** A highlight report: ratings, what moved, what is asked, and its three sections. */
export function reportView(library: Library, report: Entry<'report'>, options: BodyOptions): SafeHtml {
  const { author, submitted, rag, milestones, asks } = report.data;
  const cycle = find(library.cycles, report.parts.cycle);
  const initiative = find(library.initiatives, report.parts.initiative)?.data.name ?? '';
  const ratings = Object.entries(rag).filter((entry): entry is [string, Rating] => entry[1] !== undefined);
  return html`${factList([
    ['Period', cycle?.data.period],
    ['Author', roleTitle(library, author)],
    ['Submitted', inWords(submitted)],
  ])}
${table<[string, Rating]>({
  caption: `Ratings of ${initiative}`,
  rows: ratings,
  className: 'ratings',
  columns: [
    { heading: 'Dimension', kind: 'row-heading', cell: ([name]) => name.charAt(0).toUpperCase() + name.slice(1) },
    { heading: 'Rating', kind: 'narrow', cell: ([, rating]) => ragBadge(rating.value) },
    { heading: 'Path to green, or reason', cell: ([, rating]) => rating.path_to_green ?? rating.reason ?? '–' },
  ],
})}
${milestones.length === 0 ? '' : movementTable(library, initiative, milestones)}
${asks.length === 0 ? '' : html`<p class="asks-title">Asked of the board</p><ul class="asks">${asks.map((ask) => html`<li><strong>${ask.type.charAt(0).toUpperCase() + ask.type.slice(1)}:</strong> ${ask.text}</li>`)}</ul>`}
${renderBody(library, report, options)}`;
}

function movementTable(library: Library, initiative: string, movements: readonly Movement[]): SafeHtml {
  return table<Movement>({
    caption: `Milestones of ${initiative} that moved`,
    rows: movements,
    className: 'movements',
    columns: [
      { heading: 'Milestone', kind: 'row-heading', cell: ({ id }) => find(library.milestones, id)?.title ?? id },
      {
        heading: 'Agreed for',
        kind: 'narrow',
        cell: ({ id }) => shortWhen(find(library.milestones, id)?.baseline.due ?? '–'),
      },
      {
        heading: 'Expected',
        kind: 'narrow',
        cell: ({ id, actual, forecast }) =>
          shortWhen(actual ?? forecast ?? find(library.milestones, id)?.baseline.due ?? '–'),
      },
      { heading: 'Status', kind: 'narrow', cell: ({ status }) => milestoneBadge(status) },
      { heading: 'Note', cell: ({ note }) => note ?? '–' },
    ],
  });
}
