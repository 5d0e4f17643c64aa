import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { quarterOf, short } from '../../registers/dates.ts';
import { writeFigure } from '../../registers/finance.ts';
import { type ScorecardRow, scorecard } from '../../registers/scorecard.ts';
import { stateBadge } from '../badges.ts';
import { linked } from '../linked.ts';
import { table } from '../table.ts';
import type { TableOptions } from '../tables.ts';
import type { ViewOptions } from './view.ts';

const directions = { better: ['Better', 'green'], worse: ['Worse', 'red'], same: ['No change', 'none'] } as const;

/** Indicators: where they started, where they are to be, where they should be by now and are. */
export function scorecardTable(rows: readonly ScorecardRow[], { caption, link, facetsOf }: TableOptions): SafeHtml {
  return table<ScorecardRow>({
    caption,
    rows,
    className: 'scorecard',
    none: 'There are no indicators.',
    facets:
      facetsOf &&
      (({ ownerTitle, latest, ...row }) => ({
        owner: ownerTitle,
        status: stateOf(row),
        quarter: latest === null ? undefined : quarterOf(latest.date),
      })),
    columns: [
      {
        heading: 'Indicator',
        kind: 'row-heading',
        cell: ({ id, indicator }) =>
          html`${linked(link, addresses.indicator(id), indicator.entry.data.name)}<span class="sub">${indicator.entry.data.unit}, ${indicator.entry.data.direction === 'up' ? 'higher' : 'lower'} is better</span>`,
      },
      { heading: 'Baseline', kind: 'number', cell: (row) => value(row, row.indicator.entry.data.baseline) },
      { heading: 'Target', kind: 'number', cell: (row) => value(row, row.indicator.entry.data.target) },
      { heading: 'Path', kind: 'number', cell: (row) => (row.path === null ? '–' : write(row, row.path)) },
      { heading: 'Latest', kind: 'number', cell: (row) => value(row, row.latest ?? undefined) },
      {
        heading: 'Direction',
        kind: 'narrow',
        cell: ({ direction }) =>
          direction === null ? '–' : stateBadge(directions[direction][0], directions[direction][1]),
      },
      {
        heading: 'On path',
        kind: 'narrow',
        cell: ({ onPath }) => (onPath === null ? '–' : stateBadge(pathWord(onPath), onPath ? 'green' : 'amber')),
      },
      { heading: 'Owner', cell: ({ ownerTitle }) => ownerTitle },
    ],
  });
}

/** Where it stands against its path, and where it has gone since the value before. */
function stateOf({ onPath, direction }: Pick<ScorecardRow, 'onPath' | 'direction'>): string[] {
  return [
    onPath === null ? 'Without a path' : pathWord(onPath),
    ...(direction === null ? [] : [directions[direction][0]]),
  ];
}

function pathWord(onPath: boolean): string {
  return onPath ? 'On path' : 'Behind';
}

function write({ indicator }: ScorecardRow, figure: number): string {
  return writeFigure(figure, indicator.entry.data.decimals);
}

function value(row: ScorecardRow, dated: { value: number; date: string } | undefined): SafeHtml | string {
  return dated === undefined ? '–' : html`${write(row, dated.value)}<span class="sub">${short(dated.date)}</span>`;
}

/** The scorecard of all indicators. */
export function scorecardView(library: Library, { asOf, link, facetsOf }: ViewOptions): SafeHtml {
  return html`${scorecardTable(scorecard(library, asOf), { caption: 'Indicators against their baselines and targets', link, facetsOf })}
<p class="quiet">The path is a straight line from the baseline to the target, on the day of the latest value.</p>`;
}
