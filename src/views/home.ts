import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import { counted } from '../registers/counted.ts';
import { inWords, short } from '../registers/dates.ts';
import type { AskedDecision, AskedOwner, HomeAnswers } from '../registers/home.ts';
import { ragBadge, stateBadge } from './badges.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { table } from './table.ts';
import type { TableOptions } from './tables.ts';
import { plainWords } from './words.ts';

/** What the coming meetings are asked to decide, and who asks. */
export function askedTable(rows: readonly AskedDecision[], { caption, link }: TableOptions): SafeHtml {
  return table<AskedDecision>({
    caption,
    rows,
    className: 'asked-decisions',
    none: 'No decision is asked of a coming meeting.',
    columns: [
      {
        heading: 'Decision asked',
        kind: 'row-heading',
        cell: ({ view, item, recommendation }) =>
          html`${linked(link, `item:${view.id}/${item.number}`, html`Item ${item.number}, ${item.title}`)}<span class="sub">${plainWords(recommendation)}</span>`,
      },
      {
        heading: 'Of',
        cell: ({ view }) => html`${view.board.data.name}<span class="sub">${inWords(view.date)}</span>`,
      },
      { heading: 'By', cell: ({ sponsorTitle }) => sponsorTitle ?? 'Nobody is named' },
    ],
  });
}

/** Who has what to do: open actions by owner. */
export function ownersTable(rows: readonly AskedOwner[], { caption, link }: TableOptions): SafeHtml {
  return table<AskedOwner>({
    caption,
    rows,
    className: 'asked-owners',
    none: 'No action is open.',
    columns: [
      { heading: 'Owner', kind: 'row-heading', cell: ({ title }) => title },
      { heading: 'Open', kind: 'number', cell: ({ open }) => String(open) },
      { heading: 'Overdue', kind: 'number', cell: ({ overdue }) => (overdue === 0 ? '–' : String(overdue)) },
      {
        heading: 'The first due',
        cell: ({ next: { action, due, daysOverdue } }) =>
          html`${linked(link, `${addresses.minutes(action.meeting)}#${action.reference}`, action.reference)}, ${
            daysOverdue > 0 ? stateBadge(`since ${short(due)}`, 'red') : short(due)
          }`,
      },
    ],
  });
}

/** What is going wrong as figures, each leading to the register that has it all. */
export function wrongFigures({ wrong }: HomeAnswers, link: Linker): SafeHtml {
  const { initiatives, actions, milestones, unreported, threatened, risks, escalations } = wrong;
  const figures = [
    { name: 'Rated red or amber/red', count: initiatives.length, one: 'initiative', to: '/initiatives/' },
    {
      name: 'Milestones past their date',
      count: milestones.length,
      one: 'milestone',
      to: addresses.register('milestones'),
    },
    {
      name: 'Past their date, in no report',
      count: unreported,
      one: 'milestone',
      to: addresses.register('milestones'),
    },
    { name: 'At risk of being late', count: threatened.length, one: 'milestone', to: addresses.register('milestones') },
    { name: 'Overdue actions', count: actions.length, one: 'action', to: addresses.register('actions') },
    { name: 'Highest band of risk', count: risks.length, one: 'risk', to: addresses.register('raid') },
    {
      name: 'Waiting for an answer',
      count: escalations.length,
      one: 'escalation',
      to: addresses.register('escalations'),
    },
  ];
  return html`<dl class="key-figures wrong-figures">${figures.map(
    ({ name, count, one, to }) =>
      html`<div><dt>${name}</dt><dd><span class="key-value">${count}</span> <span class="key-beside">${linked(link, to, counted(count, one).replace(/^\S+ /, ''))}</span></dd></div>`,
  )}</dl>`;
}

/** Initiatives in trouble by name, each with its rating. */
export function troubledList({ wrong: { initiatives } }: HomeAnswers, link: Linker): SafeHtml {
  if (initiatives.length === 0) return html`<p class="none">No initiative is rated red or amber/red.</p>`;
  return html`<ul class="plain-list troubled">${initiatives.map(
    ({ initiative, rating }) =>
      html`<li>${ragBadge(rating)} ${linked(link, addresses.initiative(initiative.id), initiative.data.name)}</li>`,
  )}</ul>`;
}
