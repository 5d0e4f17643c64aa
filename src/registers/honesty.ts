import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { daysLate, lastDay } from './dates.ts';
import { reportsByInitiative } from './reports.ts';
import { rounded } from './sums.ts';

/** How an initiative's forecasts compare with what came about. */
export interface Honesty {
  readonly initiative: string;
  readonly initiativeName: string;
  /** Forecasts of milestones that have been delivered since. */
  readonly tested: number;
  /** Those whose milestone came by the day forecast. */
  readonly kept: number;
  /** Days that milestones came after the day forecast, on average over all that were tested; negative when they came before. */
  readonly meanDaysLate: number | null;
}

/**
 * Holds every forecast a report gave for a milestone against the day it was delivered. Only forecasts made before the
 * delivery count, and only of milestones that have been delivered: of the others nobody knows yet.
 */
export function forecastHonesty(library: Library, asOf = library.asAt): Honesty[] {
  return [...reportsByInitiative(library, asOf)]
    .map(([initiative, reports]) => {
      const moves = reports.flatMap(({ data }) => data.milestones.map((moved) => ({ ...moved, said: data.submitted })));
      const delivered = new Map(moves.flatMap(({ id, actual }) => (actual === undefined ? [] : [[id, actual]])));
      const misses = moves.flatMap(({ id, forecast, said }) => {
        const came = delivered.get(id);
        return came === undefined || forecast === undefined || said > lastDay(came) ? [] : [daysLate(forecast, came)];
      });
      const total = misses.reduce((sum, days) => sum + days, 0);
      return {
        initiative,
        initiativeName: find(library.initiatives, initiative)?.data.name ?? initiative,
        tested: misses.length,
        kept: misses.filter((days) => days <= 0).length,
        meanDaysLate: misses.length === 0 ? null : rounded(total / misses.length, 0),
      };
    })
    .toSorted((a, b) => byCodeUnit(a.initiativeName, b.initiativeName));
}
