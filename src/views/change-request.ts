import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { authorityFor, costOf } from '../registers/changes.ts';
import { counted } from '../registers/counted.ts';
import { inWords, short, shortWhen } from '../registers/dates.ts';
import { writeAmount } from '../registers/finance.ts';
import { bullets, type Fact, factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { roleTitle } from './record-facts.ts';
import { table } from './table.ts';
import { capital } from './words.ts';

type Change = Entry<'changeRequest'>;
type Step = Change['data']['history'][number];

/** A change request: what is asked, what it means for every part of the plan, and how it went from state to state. */
export function changeRequestView(library: Library, change: Change, link: Linker): SafeHtml {
  const { data } = change;
  const initiative = find(library.initiatives, data.initiative);
  const decision = find(library.decisions, data.decision);
  const address = decision && `${addresses.minutes(decision.meeting)}#${decision.reference}`;
  const facts: Fact[] = [
    ['Initiative', linked(link, addresses.initiative(data.initiative), initiative?.data.name ?? data.initiative)],
    ['Raised by', roleTitle(library, data.raised_by)],
    ['Type', data.type.join(', ')],
    ['Urgency', capital(data.urgency)],
    ['Reason', data.reason],
    ['Options', bullets(data.options)],
    ['Recommendation', data.recommendation],
    ['Authority', authorityFor(library, change)?.data.name],
    ['Decision', decision === undefined ? null : linked(link, address, decision.reference)],
    ['Conditions', bullets(data.conditions)],
  ];
  return html`${factList(facts)}
<h2 id="impact">Impact</h2>
${factList(impactFacts(library, change))}
<h2 id="history">History</h2>
${table<Step>({
  caption: 'States it came into',
  rows: data.history,
  className: 'counts',
  columns: [
    { heading: 'State', kind: 'row-heading', cell: ({ state }) => capital(state.replaceAll('-', ' ')) },
    { heading: 'Day', kind: 'narrow', cell: ({ date }) => short(date) },
    { heading: 'By', cell: ({ by }) => (by === undefined ? '–' : roleTitle(library, by)) },
    { heading: 'Until', kind: 'narrow', cell: ({ until }) => (until === undefined ? '–' : inWords(until)) },
  ],
})}`;
}

function impactFacts(library: Library, change: Change): Fact[] {
  const { impact, initiative } = change.data;
  const { unit = '', decimals = 1 } = find(library.initiatives, initiative)?.data.finance ?? {};
  const costs = impact.cost.map(({ year, amount }) => `${year}: ${writeAmount(amount, unit, decimals)}`);
  const all = `In all: ${writeAmount(costOf(change), unit, decimals)}`;
  const moves = impact.baselines.map(
    ({ milestone, from, to }) =>
      `${find(library.milestones, milestone)?.title ?? milestone}: from ${shortWhen(from)} to ${shortWhen(to)}`,
  );
  return [
    ['Time', impact.time_days === 0 ? 'None' : counted(impact.time_days, 'day')],
    ['Cost', costs.length === 0 ? 'None' : bullets([...costs, all])],
    ['Scope', impact.scope],
    ['Quality', impact.quality],
    ['Benefits', impact.benefits],
    ['Risk', impact.risk],
    ['Resource', impact.resource],
    ['Dependencies', impact.dependencies],
    ['Baselines moved', moves.length === 0 ? 'None' : bullets(moves)],
  ];
}
