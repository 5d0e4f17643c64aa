import type { Indicator, Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { daysBetween } from './dates.ts';
import { rounded } from './sums.ts';

/** A value of an indicator and the day it is of. */
export interface DatedValue {
  readonly date: string;
  readonly value: number;
}

/** One row of the scorecard. */
export interface ScorecardRow {
  readonly id: string;
  readonly indicator: Indicator;
  readonly ownerTitle: string;
  /** Its values up to the day of the scorecard, in the order of their days. */
  readonly values: Indicator['series'];
  readonly latest: DatedValue | null;
  readonly before: DatedValue | null;
  /** Where it should be on the day of the latest value, on a straight line from baseline to target; null without both. */
  readonly path: number | null;
  /** Whether the latest value is better, worse or the same as the one before. */
  readonly direction: 'better' | 'worse' | 'same' | null;
  /** Whether the latest value is at least as good as the path. */
  readonly onPath: boolean | null;
  /** The latest value of each area, by name, for an indicator that is measured by area. */
  readonly areas: readonly (DatedValue & { readonly area: string })[];
}

/** Draws the scorecard: one row for each indicator, by id. */
export function scorecard(library: Library, asOf = library.asAt): ScorecardRow[] {
  return Object.entries(library.indicators).map(([id, indicator]) => {
    const { direction, decimals, owner } = indicator.entry.data;
    const known = indicator.series.filter(({ date }) => date <= asOf);
    const whole = known.filter(({ area }) => area === undefined);
    const latest = whole.at(-1) ?? null;
    const before = whole.at(-2) ?? null;
    const path = latest === null ? null : pathAt(indicator, latest.date, decimals);
    const better = (value: number, than: number): boolean => (direction === 'up' ? value > than : value < than);
    return {
      id,
      indicator,
      ownerTitle: find(library.roles, owner)?.title ?? owner,
      values: known,
      latest,
      before,
      path,
      direction: latest === null || before === null ? null : compare(latest.value, before.value, better),
      onPath: latest === null || path === null ? null : latest.value === path || better(latest.value, path),
      areas: latestByArea(known),
    };
  });
}

function compare(
  value: number,
  before: number,
  better: (value: number, than: number) => boolean,
): 'better' | 'worse' | 'same' {
  if (value === before) return 'same';
  return better(value, before) ? 'better' : 'worse';
}

/** Where an indicator should be on a day: a straight line from its baseline to its target, and the target after that. */
function pathAt({ entry }: Indicator, day: string, decimals: number): number | null {
  const { baseline, target } = entry.data;
  if (baseline === undefined || target === undefined) return null;
  const whole = daysBetween(baseline.date, target.date);
  if (whole <= 0) return target.value;
  const gone = Math.min(1, Math.max(0, daysBetween(baseline.date, day) / whole));
  return rounded(baseline.value + (target.value - baseline.value) * gone, decimals);
}

function latestByArea(series: Indicator['series']): ScorecardRow['areas'] {
  const areas = Map.groupBy(
    series.filter(({ area }) => area !== undefined),
    ({ area }) => area ?? '',
  );
  return [...areas].flatMap(([area, values]) => {
    const last = values.at(-1);
    return last === undefined ? [] : [{ area, date: last.date, value: last.value }];
  });
}
