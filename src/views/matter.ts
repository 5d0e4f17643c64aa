import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import { inWords, short } from '../registers/dates.ts';
import type { MatterView, RouteStep, StepState } from '../registers/forward-plan.ts';
import { stateBadge, type Tone } from './badges.ts';
import { factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';

const states: Record<StepState, { words: string; tone: Tone }> = {
  done: { words: 'Done', tone: 'done' },
  'on-agenda': { words: 'On an agenda', tone: 'none' },
  'no-day': { words: 'No day set', tone: 'amber' },
};

/** What a matter is, who leads it and what it comes from. */
export function matterFacts({ matter, initiative, leadTitle, isOpen }: MatterView, link: Linker): SafeHtml {
  const { raised, asks, change_request: change, closed } = matter.data;
  return factList([
    ['Asks', asks],
    ['Lead', leadTitle],
    ['Raised', inWords(raised)],
    ['From', initiative && linked(link, addresses.initiative(initiative.id), initiative.data.name)],
    ['Change request', change && linked(link, addresses.changeRequest(change), change.toUpperCase())],
    ['Taken off the plan', isOpen || closed === undefined ? null : `${inWords(closed.date)}. ${closed.reason}`],
  ]);
}

/** The boards that a matter goes through, in order, with where it was heard, what came of it and where it goes next. */
export function routeList(steps: readonly RouteStep[], link: Linker): SafeHtml {
  return html`<ol class="route">${steps.map(({ board, state, visits }) => {
    const { words, tone } = states[state];
    return html`<li><span class="route-board">${board.data.name}</span> ${stateBadge(words, tone)}${visits.map((visit) => html`<span class="sub">${visitWords(visit, link)}</span>`)}</li>`;
  })}</ol>`;
}

function visitWords({ meeting, item, decision, isHeld }: RouteStep['visits'][number], link: Linker): SafeHtml {
  const said = isHeld ? (decision?.decision.data.outcome ?? 'considered') : `for ${item.purpose}`;
  return html`${linked(link, addresses.meeting(meeting.id), `${short(meeting.date)}, item ${item.number}`)}: ${said}`;
}
