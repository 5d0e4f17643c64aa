import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import type { Rating } from '../records/report.ts';
import { baselineOn } from '../registers/baselines.ts';
import { inWords, shortWhen } from '../registers/dates.ts';
import { writeExact } from '../registers/finance.ts';
import { score } from '../registers/risks.ts';
import { milestoneBadge, ragBadge, riskBadge } from './badges.ts';
import { type BodyOptions, renderBody } from './body.ts';
import { factList } from './facts.ts';
import { roleTitle } from './record-facts.ts';
import { table } from './table.ts';

type Movement = Entry<'report'>['data']['milestones'][number];

/** A highlight report: ratings, what moved, what is asked, and its three sections. */
export function reportView(library: Library, report: Entry<'report'>, options: BodyOptions): SafeHtml {
  const {
    author,
    submitted,
    rag,
    milestones,
    risks,
    benefits,
    asks,
    finance,
    delivery_confidence: confidence,
  } = report.data;
  const cycle = find(library.cycles, report.parts.cycle);
  // Reports of several cycles may stand on one page, so what is in them is named with the period.
  const name = find(library.initiatives, report.parts.initiative)?.data.name ?? '';
  const subject = `${name}, ${cycle?.data.period ?? ''}`;
  const ratings = Object.entries(rag).filter((entry): entry is [string, Rating] => entry[1] !== undefined);
  return html`${factList([
    ['Period', cycle?.data.period],
    ['Author', roleTitle(library, author)],
    ['Submitted', inWords(submitted)],
    ['Delivery confidence', confidence && html`${ragBadge(confidence.sro)} by the senior responsible owner`],
    [
      'Independent confidence',
      confidence?.independent && html`${ragBadge(confidence.independent)} ${confidence.review ?? ''}`,
    ],
    ['Finance', finance.narrative],
  ])}
${table<[string, Rating]>({
  caption: `Ratings of ${subject}`,
  rows: ratings,
  className: 'ratings',
  columns: [
    { heading: 'Dimension', kind: 'row-heading', cell: ([name]) => name.charAt(0).toUpperCase() + name.slice(1) },
    { heading: 'Rating', kind: 'narrow', cell: ([, rating]) => ragBadge(rating.value) },
    { heading: 'Path to green, or reason', cell: ([, rating]) => ratingWords(library, rating) },
  ],
})}
${milestones.length === 0 ? '' : movementTable(library, subject, milestones, cycle?.data.cutoff ?? submitted)}
${risks.length === 0 ? '' : riskMovements(library, subject, risks)}
${benefits.length === 0 ? '' : benefitMovements(library, subject, benefits)}
${asks.length === 0 ? '' : html`<p class="asks-title">Asked of the board</p><ul class="asks">${asks.map((ask) => html`<li><strong>${ask.type.charAt(0).toUpperCase() + ask.type.slice(1)}:</strong> ${ask.text}</li>`)}</ul>`}
${renderBody(library, report, options)}`;
}

function ratingWords(library: Library, { path_to_green: path, reason, by }: Rating): SafeHtml | string {
  if (reason === undefined) return path ?? '–';
  const judged = by === undefined ? reason : `${reason} (${roleTitle(library, by)})`;
  return path === undefined ? judged : html`${path}<span class="sub">${judged}</span>`;
}

type Data = Entry<'report'>['data'];

function riskMovements(library: Library, subject: string, rows: Data['risks']): SafeHtml {
  return table<Data['risks'][number]>({
    caption: `Risks that moved: ${subject}`,
    rows,
    className: 'movements',
    columns: [
      { heading: 'Risk', kind: 'row-heading', cell: ({ id }) => find(library.risks, id)?.event ?? id },
      { heading: 'Score', kind: 'narrow', cell: (row) => riskBadge(score(row)) },
      { heading: 'Note', cell: ({ note }) => note ?? '–' },
    ],
  });
}

function benefitMovements(library: Library, subject: string, rows: Data['benefits']): SafeHtml {
  const unit = (id: string): string => find(library.benefits, id)?.unit ?? '';
  return table<Data['benefits'][number]>({
    caption: `Benefits that moved: ${subject}`,
    rows,
    className: 'movements',
    columns: [
      {
        heading: 'Benefit',
        kind: 'row-heading',
        cell: ({ id }) => `${find(library.benefits, id)?.title ?? id} (${unit(id)})`,
      },
      { heading: 'Year', kind: 'narrow', cell: ({ period }) => period },
      { heading: 'Forecast', kind: 'number', cell: ({ forecast }) => writeExact(forecast) },
      { heading: 'Measured', kind: 'number', cell: ({ actual }) => writeExact(actual) },
      { heading: 'Note', cell: ({ note }) => note ?? '–' },
    ],
  });
}

function movementTable(library: Library, subject: string, movements: readonly Movement[], day: string): SafeHtml {
  // As it was agreed when the report was written, whatever has been moved since.
  const agreed = (id: string): string => {
    const milestone = find(library.milestones, id);
    return milestone === undefined ? '–' : baselineOn(library, milestone, day).due;
  };
  return table<Movement>({
    caption: `Milestones that moved: ${subject}`,
    rows: movements,
    className: 'movements',
    columns: [
      { heading: 'Milestone', kind: 'row-heading', cell: ({ id }) => find(library.milestones, id)?.title ?? id },
      {
        heading: 'Agreed for',
        kind: 'narrow',
        cell: ({ id }) => shortWhen(agreed(id)),
      },
      {
        heading: 'Expected',
        kind: 'narrow',
        cell: ({ id, actual, forecast }) => shortWhen(actual ?? forecast ?? agreed(id)),
      },
      { heading: 'Status', kind: 'narrow', cell: ({ status }) => milestoneBadge(status) },
      { heading: 'Note', cell: ({ note }) => note ?? '–' },
    ],
  });
}
