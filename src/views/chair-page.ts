import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import type { ChairPage, DecisionAsked } from '../registers/chair-page.ts';
import { counted } from '../registers/counted.ts';
import { inWords, withWeekday } from '../registers/dates.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { readingMinutes, wordsAMinute } from '../registers/reading.ts';
import { actionsBlock, changesBlock, movementsBlock, nextBlock, papersBlock, quorumBlock } from './chair-blocks.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { duration, thousands } from './reading.ts';
import { shorten } from './shorten.ts';
import { table } from './table.ts';

/** How much of each list is shown, so that all of it stands on one page. */
export interface ChairLengths {
  /** Rows of a list; what is left out is counted, with the page it is on. */
  readonly rows: number;
  /** Rows of the list of actions, the longest by far. */
  readonly actions: number;
  /** Characters of a line. */
  readonly characters: number;
}

/** From all that there is to the least that is worth showing. */
export const chairLengths: readonly ChairLengths[] = [
  { rows: Number.POSITIVE_INFINITY, actions: 8, characters: 140 },
  { rows: Number.POSITIVE_INFINITY, actions: 5, characters: 140 },
  { rows: Number.POSITIVE_INFINITY, actions: 3, characters: 140 },
  { rows: Number.POSITIVE_INFINITY, actions: 4, characters: 90 },
  { rows: Number.POSITIVE_INFINITY, actions: 4, characters: 66 },
  { rows: 12, actions: 4, characters: 66 },
  { rows: 9, actions: 4, characters: 66 },
  { rows: 6, actions: 4, characters: 66 },
  { rows: 4, actions: 4, characters: 60 },
  { rows: 2, actions: 2, characters: 50 },
  { rows: 1, actions: 1, characters: 40 },
];

/** What page 1 says of its pack, and where things stand in it. */
export interface ChairPageOptions extends ChairLengths {
  /** `v1` or `draft`. */
  readonly version: string;
  /** Whether it is without what was taken in private. */
  readonly isPublic: boolean;
  readonly marking: string;
  readonly asOf: string;
  readonly pages: number;
  /** Words of its papers. */
  readonly words: number;
  /** The standard it was held to, in words. */
  readonly standard: string;
  readonly link: Linker;
  /** The page an address stands on; undefined where it is not in the pack. */
  readonly pageOf: (address: string) => number | undefined;
  /** Of a pack that is issued again or added to: the version before, what has changed in a few words, and the page that says all. */
  readonly since?: {
    readonly version: string;
    readonly lines: readonly string[];
    readonly page: string;
    readonly address: string;
  };
}

/** Page 1 for the chair: what a pack asks, what has gone wrong, and whether the meeting can do its work. */
export function chairPageView(
  library: Library,
  view: MeetingView,
  page: ChairPage,
  options: ChairPageOptions,
): SafeHtml {
  const { board, meeting } = view;
  const { name, notice } = library.organisation;
  const { version, marking, asOf, standard } = options;
  const reader = options.isPublic ? ' for the public' : '';
  const title = `Board pack${reader}, ${version === 'draft' ? 'draft' : `version ${version.slice(1)}`}`;
  return html`<section class="chair-page">
<header class="chair-head">
<p class="chair-organisation">${name}</p>
<h1>${board.data.name}</h1>
<p class="chair-when">${withWeekday(view.date)}, ${meeting.data.start} to ${meeting.data.end}</p>
<p class="chair-where">${meeting.data.place}</p>
<p class="chair-version"><b>${marking}</b> ${title}, ${counted(options.pages, 'page')}, as at ${inWords(asOf)}</p>
</header>
${figures(page, options)}
${decisions(view, page.decisions, options)}
<div class="chair-columns">
<div>
${movementsBlock(page, options)}
${papersBlock(page, options)}
${changesBlock(page, options)}
${quorumBlock(library, page)}
</div>
<div>
${actionsBlock(view, page, options)}
${nextBlock(page, options)}
</div>
</div>
<footer class="chair-foot"><p>${standard} Reading time at ${wordsAMinute} words a minute (Brysbaert 2019).</p>${notice === undefined ? '' : html`<p>${notice}</p>`}</footer>
</section>`;
}

function figures({ decisions, time, quorum, actions }: ChairPage, { pages, words }: ChairPageOptions): SafeHtml {
  const toDecide = decisions.reduce((sum, { item }) => sum + item.minutes, 0);
  const spare = time.slot - time.planned;
  const risk = {
    safe: '',
    'at-risk': ': at risk, one more apology and there is none',
    'too-few': ': there is none',
  }[quorum.state];
  const cells: [term: string, value: string, beside: string][] = [
    [
      'Decisions',
      decisions.length === 0 ? 'None' : String(decisions.length),
      decisions.length === 0 ? 'are asked' : `in ${toDecide} minutes`,
    ],
    [
      'Time',
      `${time.planned} of ${time.slot} min`,
      spare < 0 ? `${-spare} minutes more than the slot` : `${spare === 0 ? 'none' : spare} to spare`,
    ],
    [
      'Reading',
      words === 0 ? 'None' : duration(readingMinutes(words)),
      `${counted(pages, 'page')}, ${thousands(words)} words`,
    ],
    ['Quorum', `${quorum.fewest} of ${quorum.members}`, `expected, ${quorum.quorum} needed${risk}`],
    [
      'Actions',
      actions.overdue.length === 0 ? 'None overdue' : `${actions.overdue.length} overdue`,
      `${actions.due.length === 0 ? '' : `${actions.due.length} more due by the meeting; `}${actions.open} open in all`,
    ],
  ];
  return html`<dl class="key-figures chair-figures">${cells.map(
    ([term, value, beside]) =>
      html`<div><dt>${term}</dt><dd><span class="key-value">${value}</span> <span class="key-beside">${beside}</span></dd></div>`,
  )}</dl>`;
}

function decisions(view: MeetingView, all: readonly DecisionAsked[], options: ChairPageOptions): SafeHtml {
  const { rows, characters, link, pageOf } = options;
  const left = all.length - rows;
  const agenda = pageOf(addresses.meeting(view.id)) ?? 2;
  const pageOfItem = ({ item }: DecisionAsked): number | undefined => pageOf(`item:${view.id}/${item.number}`);
  return html`<section class="chair-decisions">
<h2>Decisions asked today</h2>
${table<DecisionAsked>({
  caption: 'What is recommended, by whom, and where it is written',
  rows: all.slice(0, rows),
  none: 'No decision is asked of this meeting.',
  columns: [
    { heading: 'Item', kind: 'narrow', cell: ({ item }) => item.number },
    {
      heading: 'Recommendation',
      kind: 'row-heading',
      cell: ({ item, recommendation }) =>
        html`<b>${shorten(item.title, characters / 2)}</b> <span class="recommendation">${shorten(recommendation, characters)}</span>`,
    },
    {
      heading: 'Sponsor',
      cell: ({ sponsorTitle }) => html`<span class="sponsor">${shorten(sponsorTitle ?? '–', characters / 2)}</span>`,
    },
    { heading: 'Minutes', kind: 'number', cell: ({ item }) => String(item.minutes) },
    {
      heading: 'Page',
      kind: 'number',
      cell: (row) => {
        const page = pageOfItem(row);
        const address = page === undefined ? addresses.meeting(view.id) : `item:${view.id}/${row.item.number}`;
        return linked(link, address, String(page ?? agenda));
      },
    },
  ],
})}
${left > 0 ? html`<p class="chair-more">And ${left} more, in the agenda on page ${agenda}.</p>` : ''}
</section>`;
}
