import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses, anchors } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import type { ActionRow } from '../registers/actions.ts';
import { counted } from '../registers/counted.ts';
import { lastDay, quarterOf, short, shortWhen } from '../registers/dates.ts';
import { figureIndex } from '../registers/figures/figures.ts';
import type { FinanceView } from '../registers/finance.ts';
import type { ItemView, MeetingView } from '../registers/meetings.ts';
import type { MilestoneCount, MilestoneRow } from '../registers/milestones.ts';
import type { Provenance } from '../registers/provenance.ts';
import { type AgendaPart, agendaBudget, agendaItemCell, itemReading, readingCell } from './agenda-item.ts';
import { actionBadge, actionWord, milestoneBadge, milestoneWord } from './badges.ts';
import type { InitiativeFacets, RowFacets } from './facets.ts';
import { sourceLine, whence as whenceOf } from './figures.ts';
import { initiativeColumn } from './initiative-column.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { type Column, table } from './table.ts';
import { capital, plainWords } from './words.ts';

/** What every table needs to be shown somewhere. */
export interface TableOptions {
  readonly caption: string;
  /** The order of the rows, said after the caption. */
  readonly order?: string | undefined;
  readonly link: Linker;
  /** Given where readers filter and sort the rows, as on the site. */
  readonly facetsOf?: InitiativeFacets | undefined;
}

/** Milestones with lead, partners, when they were agreed for and when they are expected. */
export function milestoneTable(
  rows: readonly MilestoneRow[],
  { caption, link, facetsOf, showInitiative = true }: TableOptions & { showInitiative?: boolean },
): SafeHtml {
  const initiative = initiativeColumn<MilestoneRow>(link, (row) => [row.milestone.initiative, row.initiativeName]);
  return table<MilestoneRow>({
    caption,
    rows,
    className: 'milestones',
    none: 'There are no milestones.',
    facets:
      facetsOf &&
      (({ milestone, leadLabel, status, quarter }) => ({
        ...facetsOf(milestone.initiative),
        owner: leadLabel,
        status: milestoneWord(status),
        quarter,
      })),
    columns: [
      { heading: 'Milestone', kind: 'row-heading', cell: milestoneCell },
      ...(showInitiative ? [initiative] : []),
      { heading: 'Lead', kind: 'narrow', cell: (row) => row.leadLabel },
      { heading: 'Partners', cell: (row) => row.partnerLabels.join(', ') || '–' },
      { heading: 'Agreed for', kind: 'narrow', cell: agreedCell, sort: ({ due }) => lastDay(due) },
      { heading: 'Expected', kind: 'narrow', cell: expectedCell, sort: ({ expected }) => lastDay(expected) },
      { heading: 'Status', kind: 'narrow', cell: (row) => milestoneBadge(row.status) },
    ],
  });
}

function milestoneCell({ milestone, note, waitsForTitle }: MilestoneRow): SafeHtml {
  const condition =
    milestone.condition === undefined ? '' : html`<span class="sub">Subject to: ${milestone.condition.text}</span>`;
  const waiting =
    waitsForTitle === null ? '' : html`<span class="sub">At risk, since it waits for: ${waitsForTitle}</span>`;
  return html`<span id="${anchors.milestone(milestone.id)}">${milestone.title}</span>${condition}${waiting}${note === '' ? '' : html`<span class="sub">${note}</span>`}`;
}

function agreedCell({ first, due }: MilestoneRow): SafeHtml | string {
  return first === due ? shortWhen(due) : html`${shortWhen(due)}<span class="sub">first ${shortWhen(first)}</span>`;
}

function expectedCell({ expected, slip, sinceLast }: MilestoneRow): SafeHtml {
  const late = slip === 0 ? '' : html`<span class="sub">${counted(slip, 'day')} late</span>`;
  const moved =
    sinceLast === 0
      ? ''
      : html`<span class="sub">${counted(Math.abs(sinceLast), 'day')} ${sinceLast > 0 ? 'later' : 'sooner'} than last said</span>`;
  return html`${shortWhen(expected)}${late}${moved}`;
}

/** Actions with owner, due date and where they stand. */
export function actionTable(rows: readonly ActionRow[], { caption, order, link, facetsOf }: TableOptions): SafeHtml {
  return table<ActionRow>({
    caption,
    order,
    rows,
    className: 'actions',
    none: 'There are no actions.',
    facets:
      facetsOf &&
      (({ boardName, ownerTitle, status, daysOverdue, due }) => ({
        board: boardName,
        owner: ownerTitle,
        status: actionWord(status, daysOverdue),
        quarter: quarterOf(due),
      })),
    columns: [
      {
        heading: 'Action',
        kind: 'row-heading',
        cell: ({ action }) =>
          linked(link, `${addresses.minutes(action.meeting)}#${action.reference}`, action.reference),
      },
      {
        heading: 'What is to be done',
        cell: ({ action, updates }) => whatIsToBeDone(action.text, updates.at(-1)?.text),
      },
      { heading: 'Owner', cell: (row) => row.ownerTitle },
      { heading: 'Raised', kind: 'narrow', cell: (row) => short(row.raised), sort: ({ raised }) => raised },
      {
        heading: 'Due',
        kind: 'narrow',
        cell: ({ due, firstDue }) =>
          firstDue === null ? short(due) : html`${short(due)}<span class="sub">first ${short(firstDue)}</span>`,
        sort: ({ due }) => due,
      },
      { heading: 'Status', kind: 'narrow', cell: (row) => actionBadge(row.status, row.daysOverdue) },
    ],
  });
}

function whatIsToBeDone(text: string, heard: string | undefined): SafeHtml {
  return html`${plainWords(text)}${heard === undefined ? '' : html`<span class="sub">${plainWords(heard)}</span>`}`;
}

/** What there is to read of an agenda, and the address at which a page of the pack is opened. */
interface AgendaOptions extends TableOptions {
  readonly parts?: readonly AgendaPart[];
  readonly opensAt?: (page: number) => string;
}

/** The agenda of a meeting; each item leads to its paper. What there is to read is said where a pack has been made. */
export function agendaTable(view: MeetingView, { caption, link, parts = [], opensAt }: AgendaOptions): SafeHtml {
  const reading: Column<ItemView> = {
    heading: 'To read',
    kind: 'narrow',
    cell: ({ item }) => readingCell(itemReading(parts, item.number), opensAt),
  };
  const agenda = table<ItemView>({
    caption,
    rows: view.items,
    className: 'agenda',
    none: 'There is no agenda yet.',
    rowClass: ({ item }) => (/[a-z]$/.test(item.number) ? 'sub-item' : ''),
    columns: [
      {
        heading: 'Item',
        kind: 'narrow',
        cell: ({ item: { number } }) => html`<span id="${anchors.item(number)}">${number}</span>`,
      },
      { heading: 'Starts', kind: 'narrow', cell: ({ starts }) => starts },
      { heading: 'Title', kind: 'row-heading', cell: (row) => agendaItemCell(view, row, link) },
      { heading: 'For', kind: 'narrow', cell: ({ item }) => capital(item.purpose) },
      { heading: 'Lead', cell: (row) => row.leadTitle ?? '–' },
      { heading: 'Minutes', kind: 'number', cell: ({ item }) => String(item.minutes) },
      ...(parts.length === 0 ? [] : [reading]),
    ],
  });
  return parts.length === 0 ? agenda : html`${agenda}${agendaBudget(view, parts)}`;
}

/** How a finance table is shown: on the site its figures lead to where they come from, and the line below names the commit. */
interface FinanceOptions {
  readonly caption?: string;
  readonly whence?: { readonly library: Library; readonly link: Linker; readonly provenance: Provenance };
  /** Given where readers filter and sort the rows: what a line is found by. Totals are not. */
  readonly facetsOfLine?: (line: string) => RowFacets;
}

/** A finance table, figure for figure as it was published, and what it was read from. */
export function financeTable(view: FinanceView, { caption, whence, facetsOfLine }: FinanceOptions = {}): SafeHtml {
  const shown = (row: FinanceView['rows'][number], index: number): SafeHtml | string => {
    const written = row.cells[index] ?? '';
    if (whence === undefined) return written;
    const figure = figureIndex(whence.library).get(`${view.id}/${row.id}/${view.columns[index]?.id}`);
    return whenceOf(figure, written, whence.link);
  };
  const figures = table<FinanceView['rows'][number]>({
    caption: caption ?? `${view.title} (${view.unit})`,
    rows: view.rows,
    className: 'finance',
    rowClass: (row) => (isLine(row) ? '' : row.style),
    facets: facetsOfLine && ((row) => (isLine(row) ? facetsOfLine(row.id) : undefined)),
    columns: [
      { heading: view.unit, kind: 'row-heading', cell: (row) => row.label },
      ...view.columns.map(
        (column, index): Column<FinanceView['rows'][number]> => ({
          heading: column.label,
          kind: 'number',
          cell: (row) => shown(row, index),
        }),
      ),
    ],
  });
  return html`${figures}${sourceLine([view.file], view.asAt, { link: () => null, ...whence, page: `finance/${view.id}` })}`;
}

function isLine({ style }: FinanceView['rows'][number]): boolean {
  return style === 'line' || style === 'funding';
}

/** How many there are under each heading, with the total. */
export function countTable(
  counts: readonly MilestoneCount[],
  { caption, heading }: { caption: string; heading: string },
): SafeHtml {
  const all = { label: 'All', count: counts.reduce((sum, { count }) => sum + count, 0) };
  return table<MilestoneCount>({
    caption,
    rows: [...counts, all],
    className: 'counts',
    rowClass: (row) => (row === all ? 'total' : ''),
    columns: [
      { heading, kind: 'row-heading', cell: (row) => row.label },
      { heading: 'Milestones', kind: 'number', cell: (row) => String(row.count) },
    ],
  });
}
