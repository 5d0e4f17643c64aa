import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library, OfInitiative } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { Benefit } from '../records/benefits.ts';
import { yearOf } from './dates.ts';
import { reportsByInitiative } from './reports.ts';
import { rounded } from './sums.ts';

/** One year of a benefit's path. */
export interface BenefitYear {
  readonly period: string;
  readonly planned: number | null;
  readonly forecast: number | null;
  readonly actual: number | null;
}

/** One row of the benefits register. */
export interface BenefitRow {
  readonly benefit: OfInitiative<Benefit>;
  readonly initiativeName: string;
  readonly ownerTitle: string;
  readonly path: readonly BenefitYear[];
  /** The year of the path that the day falls in, else the last before it; null where the path starts later. */
  readonly current: BenefitYear | null;
  /**
   * How far the current year's forecast falls short of its plan, in percent of the change planned from the baseline, to one
   * decimal place; 0 where it does not, null where nothing was planned or forecast.
   */
  readonly shortfallPercent: number | null;
  readonly note: string;
}

/** Draws the benefits register, by initiative. */
export const benefitsRegister = drawnOnce((library: Library, asOf: string): readonly BenefitRow[] => {
  const words = movements(library, asOf);
  return Object.values(library.benefits)
    .map((benefit): BenefitRow => {
      const said = words.get(benefit.id) ?? [];
      const path = pathOf(benefit, said);
      const year = yearOf(asOf);
      const current = currentYear(path, year);
      return {
        benefit,
        initiativeName: find(library.initiatives, benefit.initiative)?.data.name ?? benefit.initiative,
        ownerTitle: find(library.roles, benefit.owner)?.title ?? benefit.owner,
        path,
        current,
        shortfallPercent: current === null ? null : shortfall(benefit, current),
        note: said.at(-1)?.note ?? '',
      };
    })
    .toSorted((a, b) => byCodeUnit(a.initiativeName, b.initiativeName) || byCodeUnit(a.benefit.id, b.benefit.id));
});

type BenefitMovement = Library['reports'][string]['data']['benefits'][number];

function movements(library: Library, asOf: string): Map<string, BenefitMovement[]> {
  const said = [...reportsByInitiative(library, asOf).values()].flat().flatMap(({ data }) => data.benefits);
  return Map.groupBy(said, ({ id }) => id);
}

/** The years that were planned or spoken of, each with what was said of it last. */
export function pathOf(benefit: Benefit, said: readonly BenefitMovement[]): BenefitYear[] {
  const periods = new Set([...benefit.path, ...said].map(({ period }) => period));
  return [...periods].toSorted(byCodeUnit).map((period) => {
    const words = said.filter((one) => one.period === period);
    return {
      period,
      planned: benefit.path.find((one) => one.period === period)?.planned ?? null,
      forecast: words.findLast((one) => one.forecast !== undefined)?.forecast ?? null,
      actual: words.findLast((one) => one.actual !== undefined)?.actual ?? null,
    };
  });
}

/** The year of a path that a financial year is spoken of by: itself, else the last before it. */
export function currentYear(path: readonly BenefitYear[], year: string): BenefitYear | null {
  return path.findLast(({ period }) => period <= year) ?? null;
}

/** How far a year falls short of its plan, in percent of the change planned from the baseline; see `BenefitRow`. */
export function shortfall(benefit: Benefit, { planned, forecast, actual }: BenefitYear): number | null {
  const expected = actual ?? forecast;
  if (planned === null || expected === null) return null;
  const start = benefit.baseline?.value ?? 0;
  // A year that is to hold the level it started from is measured by the change that is aimed for in the end.
  const change = planned - start || (benefit.target?.value ?? start) - start;
  if (change === 0) return 0;
  // More of a dis-benefit than was planned is what falls short of the plan.
  const missed = benefit.class === 'dis-benefit' ? expected - planned : planned - expected;
  return Math.max(0, rounded((missed / change) * 100, 1));
}
