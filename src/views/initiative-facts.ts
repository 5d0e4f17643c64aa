import type { SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { shortWhen } from '../registers/dates.ts';
import { tolerancesOf } from '../registers/levels.ts';
import { bullets, factList } from './facts.ts';
import { linked } from './linked.ts';
import type { Linker } from './linker.ts';
import { roleTitle } from './record-facts.ts';

/** A start or an end in the words of its record, e.g. `agreed for 31 Mar 2018, now expected 2018-19 Q1`. */
function lifeDates(dates: Entry<'initiative'>['data']['start']): string | null {
  if (dates === undefined) return null;
  const { baseline, approved, forecast, actual } = dates;
  const words = [
    baseline && `first agreed for ${shortWhen(baseline)}`,
    approved && approved !== baseline && `approved for ${shortWhen(approved)}`,
    forecast && actual === undefined && `now expected ${shortWhen(forecast)}`,
    actual && `came about ${shortWhen(actual)}`,
  ];
  return words.filter(Boolean).join(', ');
}

function toleranceWords(library: Library, initiative: Entry<'initiative'>): SafeHtml | null {
  const { time_days, cost_percent, benefits_percent, risk_score, scope, quality } = tolerancesOf(
    library,
    initiative.id,
  );
  return bullets([
    `Time: ${time_days} days`,
    `Cost: ${cost_percent}% over`,
    `Benefits: ${benefits_percent}% short`,
    `Risk: a score of ${risk_score}`,
    ...(scope === undefined ? [] : [`Scope: ${scope}`]),
    ...(quality === undefined ? [] : [`Quality: ${quality}`]),
  ]);
}

/** Who owns an initiative, where it belongs and when it runs. */
export function initiativeFacts(library: Library, initiative: Entry<'initiative'>, link: Linker): SafeHtml {
  const { data } = initiative;
  const parent = find(library.initiatives, data.parent);
  const portfolios = Object.values(library.portfolios).filter(({ data: { members } }) =>
    members.includes(initiative.id),
  );
  return factList([
    ['Level', data.level],
    ['Strand', data.strand],
    ['Part of', parent === undefined ? null : linked(link, addresses.initiative(parent.id), parent.data.name)],
    ['Portfolios', portfolios.map(({ data: { name } }) => name).join(', ')],
    ['Senior responsible owner', roleTitle(library, data.sro)],
    ['Manager', data.manager === undefined ? null : roleTitle(library, data.manager)],
    ['Stage', data.stage],
    ['Start', lifeDates(data.start)],
    ['End', lifeDates(data.end)],
    ['Objectives', bullets(data.objectives.map((id) => find(library.objectives, id)?.title ?? id))],
    ['Priorities', bullets(data.aligned_to.map((id) => find(library.priorities, id)?.title ?? id))],
    ['Tolerances', toleranceWords(library, initiative)],
  ]);
}
