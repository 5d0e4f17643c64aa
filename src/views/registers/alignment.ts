import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { type AlignedObjective, type Alignment, alignment } from '../../registers/alignment.ts';
import { stateBadge } from '../badges.ts';
import { facetsOfSeveral } from '../facets.ts';
import { linked } from '../linked.ts';
import type { Linker } from '../linker.ts';
import { type Column, table } from '../table.ts';
import type { ViewOptions } from './view.ts';

const nothing = html`<p class="none">No outcomes and no objectives are on record.</p>`;

const undelivered = 'Nothing delivers it';
const unmeasured = 'Nothing measures it';

function stateOf({ initiatives, indicators }: AlignedObjective): string[] {
  const gaps = [...(initiatives.length === 0 ? [undelivered] : []), ...(indicators.length === 0 ? [unmeasured] : [])];
  return gaps.length === 0 ? ['Delivered and measured'] : gaps;
}

function initiativeList({ initiatives }: AlignedObjective, link: Linker): SafeHtml {
  if (initiatives.length === 0) return stateBadge(undelivered, 'red');
  return html`<ul class="in-cell">${initiatives.map(({ id, data }) => html`<li>${linked(link, addresses.initiative(id), data.name)}</li>`)}</ul>`;
}

function indicatorList({ indicators }: AlignedObjective, link: Linker): SafeHtml {
  if (indicators.length === 0) return stateBadge(unmeasured, 'amber');
  return html`<ul class="in-cell">${indicators.map(({ id, data }) => html`<li>${linked(link, addresses.indicator(id), data.name)}</li>`)}</ul>`;
}

/** Outcomes, objectives, what delivers and measures each, and the priorities each serves; gaps stand out in words. */
export function alignmentView(library: Library, { link, facetsOf }: ViewOptions): SafeHtml {
  const drawn = alignment(library);
  const priorities = drawn.priorities.map(
    (priority, index): Column<AlignedObjective> => ({
      heading: priority.title,
      kind: 'narrow',
      cell: ({ serves }) =>
        serves[index] ? html`<span class="mark">Yes</span>` : html`<span class="no-mark">–</span>`,
    }),
  );
  if (drawn.outcomes.length === 0) return nothing;
  return html`${drawn.outcomes.map(
    ({
      outcome,
      objectives,
    }) => html`<h2 id="outcome-${outcome?.id ?? 'none'}">${outcome?.title ?? 'Under no outcome'}</h2>
${table<AlignedObjective>({
  caption: outcome === null ? 'Objectives that serve no outcome' : `Objectives for: ${outcome.title}`,
  rows: objectives,
  className: 'alignment',
  none: 'No objective serves this outcome.',
  facets:
    facetsOf &&
    ((row) => ({
      ...facetsOfSeveral(
        facetsOf,
        row.initiatives.map(({ id }) => id),
      ),
      owner: find(library.roles, row.objective.owner)?.title,
      status: stateOf(row),
    })),
  columns: [
    { heading: 'Objective', kind: 'row-heading', cell: ({ objective }) => objective.title },
    { heading: 'Delivered by', cell: (row) => initiativeList(row, link) },
    { heading: 'Measured by', cell: (row) => indicatorList(row, link) },
    ...priorities,
  ],
})}`,
  )}
<h2 id="gaps">Gaps</h2>
${gapList(drawn.gaps, link)}`;
}

function gapList(gaps: Alignment['gaps'], link: Linker): SafeHtml {
  const lists: [string, readonly (string | SafeHtml)[]][] = [
    ['Objectives that nothing delivers', gaps.undelivered.map(({ title }) => title)],
    ['Objectives that nothing measures', gaps.unmeasured.map(({ title }) => title)],
    ['Priorities that nothing serves', gaps.unserved.map(({ title }) => title)],
    [
      'Initiatives that name no objective',
      gaps.adrift.map(({ id, data }) => linked(link, addresses.initiative(id), data.name)),
    ],
  ];
  const found = lists.filter(([, list]) => list.length > 0);
  if (found.length === 0) return html`<p class="none">There is no gap.</p>`;
  return html`${found.map(
    ([name, list]) => html`<h3>${name}</h3><ul>${list.map((one) => html`<li>${one}</li>`)}</ul>`,
  )}`;
}

/** The strategy on one page: outcomes, under each its objectives, under each what delivers it. */
export function strategyMapView(library: Library, { link }: ViewOptions): SafeHtml {
  const { outcomes, priorities } = alignment(library);
  const answersTo =
    priorities.length === 0
      ? html`<p class="none">No priorities are on record.</p>`
      : html`<ul>${priorities.map(({ title, source }) => html`<li>${title}${source === undefined ? '' : html` <span class="sub">${source}</span>`}</li>`)}</ul>`;
  return html`${
    outcomes.length === 0
      ? nothing
      : html`<ul class="strategy-map">${outcomes.map(
          ({
            outcome,
            objectives,
          }) => html`<li class="strategy-outcome"><p class="strategy-title">${outcome?.title ?? 'Under no outcome'}</p>
<ul>${objectives.map(
            (row) =>
              html`<li class="strategy-objective"><p class="strategy-title">${row.objective.title}</p>${initiativeList(row, link)}</li>`,
          )}</ul></li>`,
        )}</ul>`
  }
<h2 id="priorities">The priorities it answers to</h2>
${answersTo}`;
}
