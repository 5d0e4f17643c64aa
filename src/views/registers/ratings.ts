import { html, type SafeHtml } from '@remix-run/html-template';
import type { Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { counted } from '../../registers/counted.ts';
import { forecastHonesty, type Honesty } from '../../registers/honesty.ts';
import { computedAspects, type RatedReport, ratedReports, watermelons } from '../../registers/ratings.ts';
import { ragBadge, ratingWord } from '../badges.ts';
import type { InitiativeFacets, RowFacets } from '../facets.ts';
import { initiativeColumn } from '../initiative-column.ts';
import type { Linker } from '../linker.ts';
import { roleTitle } from '../record-facts.ts';
import { table } from '../table.ts';
import { capital } from '../words.ts';
import type { ViewOptions } from './view.ts';

interface AspectRow {
  readonly rated: RatedReport;
  readonly aspect: RatedReport['unexplained'][number];
}

function nameOf(library: Library, { report }: RatedReport): string {
  return find(library.initiatives, report.parts.initiative)?.data.name ?? '';
}

/** What was claimed in a report beside what its records give. */
export function ratingTable(library: Library, rated: RatedReport, { caption }: { caption: string }): SafeHtml {
  return table<AspectRow>({
    caption,
    rows: computedAspects.map((aspect) => ({ rated, aspect })),
    className: 'ratings',
    columns: [
      { heading: 'Aspect', kind: 'row-heading', cell: ({ aspect }) => capital(aspect) },
      {
        heading: 'Claimed',
        kind: 'narrow',
        cell: ({ aspect }) => ragBadge(rated.report.data.rag[aspect]?.value ?? null),
      },
      { heading: 'By the records', kind: 'narrow', cell: ({ aspect }) => ragBadge(rated.computed[aspect].value) },
      { heading: 'Because', cell: (row) => because(library, row) },
    ],
  });
}

function because(library: Library, { rated, aspect }: AspectRow): SafeHtml {
  const claimed = rated.report.data.rag[aspect];
  const override =
    rated.overridden.includes(aspect) && claimed?.by !== undefined
      ? html`<span class="sub">${roleTitle(library, claimed.by)} holds it to be ${claimed.value}: ${claimed.reason}</span>`
      : '';
  return html`${capital(named(library, rated.computed[aspect].because))}.${override}`;
}

/** A reason with the titles of what it names by id: a board reads titles. */
function named(library: Library, reason: string): string {
  return reason.replace(/"([a-z0-9-]+)"/g, (id, key: string) => {
    const title =
      find(library.milestones, key)?.title ?? find(library.benefits, key)?.title ?? find(library.risks, key)?.event;
    return title === undefined ? id : `“${title.replace(/\.$/, '')}”`;
  });
}

function asideTable(
  library: Library,
  rows: readonly AspectRow[],
  caption: string,
  none: string,
  { link, facetsOf }: ViewOptions,
): SafeHtml {
  return table<AspectRow>({
    caption,
    rows,
    className: 'overrides',
    none,
    facets: facetsOf && ((row) => aspectFacets(row, facetsOf)),
    columns: [
      initiativeColumn(
        link,
        ({ rated }) => [rated.report.parts.initiative ?? '', nameOf(library, rated)],
        'row-heading',
      ),
      { heading: 'Aspect', kind: 'narrow', cell: ({ aspect }) => capital(aspect) },
      {
        heading: 'Claimed',
        kind: 'narrow',
        cell: ({ rated, aspect }) => ragBadge(rated.report.data.rag[aspect]?.value ?? null),
      },
      {
        heading: 'By the records',
        kind: 'narrow',
        cell: ({ rated, aspect }) => ragBadge(rated.computed[aspect].value),
      },
      { heading: 'Because', cell: (row) => because(library, row) },
    ],
  });
}

function aspectFacets({ rated, aspect }: AspectRow, facetsOf: InitiativeFacets): RowFacets {
  return {
    ...facetsOf(rated.report.parts.initiative),
    status: ratingWord(rated.computed[aspect].value),
  };
}

function lateness(days: number | null): string {
  if (days === null) return '–';
  if (days === 0) return 'on the day';
  return `${counted(Math.abs(days), 'day')} ${days > 0 ? 'late' : 'early'}`;
}

/** How forecasts compare with what came about. */
export function honestyTable(rows: readonly Honesty[], { caption, link }: { caption: string; link: Linker }): SafeHtml {
  return table<Honesty>({
    caption,
    rows,
    className: 'finance',
    none: 'No forecast can be held against a delivery yet.',
    columns: [
      initiativeColumn(link, ({ initiative, initiativeName }) => [initiative, initiativeName], 'row-heading'),
      { heading: 'Forecasts tested', kind: 'number', cell: ({ tested }) => String(tested) },
      { heading: 'Kept', kind: 'number', cell: ({ kept }) => String(kept) },
      {
        heading: 'On average',
        kind: 'number',
        cell: ({ meanDaysLate }) => lateness(meanDaysLate),
      },
    ],
  });
}

/** Claimed beside computed: what is claimed to be better than it is, with a named reason and without one. */
export function ratingsView(library: Library, options: ViewOptions): SafeHtml {
  const { asOf, link } = options;
  const latest = [...ratedReports(library, asOf).values()].flatMap((all) => all.at(-1) ?? []);
  const overridden = latest.flatMap((rated) => rated.overridden.map((aspect) => ({ rated, aspect })));
  const tested = forecastHonesty(library, asOf).filter((row) => row.tested > 0);
  return html`<h2 id="watermelons">Green without, another colour within</h2>
${asideTable(library, watermelons(library, asOf), 'Claimed green without a named reason', 'No rating is claimed green that its records do not give, unless a named role says why.', options)}
<h2 id="overrides">Better by a named judgement</h2>
${asideTable(library, overridden, 'Claimed better than the records give, and by whose judgement', 'No rating is overridden.', options)}
<h2 id="honesty">Forecasts and what came of them</h2>
${honestyTable(tested, { caption: 'Forecasts of milestones that have been delivered since', link })}`;
}
