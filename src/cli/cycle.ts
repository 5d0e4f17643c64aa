import { hasErrors } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { cycleOn, cycleTracker } from '../registers/cycles.ts';
import { broughtBy } from '../source/commits.ts';
import { chasers, returnsData, returnsText } from './cycle-words.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, faultFormat, loadContent } from './options.ts';

/** Options of `boardpack cycle`. */
export interface CycleOptions extends CommonOptions {
  readonly portfolio?: string;
  readonly chase?: boolean;
}

/**
 * `boardpack cycle [CYCLE]`: who has handed in, who was late, who has not; `--chase` prints a message for each that has not.
 * Without a cycle it is the latest of each portfolio, or of the one named.
 */
export async function cycleCommand(id: string | undefined, options: CycleOptions, effects: Effects): Promise<number> {
  const { library, diagnostics } = await loadContent(options);
  if (hasErrors(diagnostics)) {
    effects.log(formats[faultFormat(options)](diagnostics, options.content));
    effects.log('The returns cannot be counted while the content has errors.\n');
    return 1;
  }
  const trackers = chosenCycles(library, id, options.portfolio).map((cycle) => cycleTracker(library, cycle));
  if (options.chase) {
    // A return that serves two portfolios is asked for once, by the cycle whose due day comes first.
    const asked = new Set<string>();
    const all = trackers
      .toSorted((a, b) => (a.cycle.data.due < b.cycle.data.due ? -1 : 1))
      .flatMap((tracker) => chasers(library, tracker, options.content))
      .filter(({ file }) => !asked.has(file) && asked.add(file));
    effects.out(options.json ? `${JSON.stringify(all, null, 2)}\n` : all.map(({ text }) => text).join('\n----\n\n'));
    return 0;
  }
  const commits = await broughtBy(options.content);
  const reports = trackers.map((tracker) => ({ tracker, returns: returnsData(tracker, commits) }));
  effects.out(
    options.json
      ? `${JSON.stringify(
          reports.map(({ tracker: { cycle, counts }, returns }) => ({
            cycle: cycle.id,
            portfolio: cycle.data.portfolio,
            period: cycle.data.period,
            due: cycle.data.due,
            counts,
            returns,
          })),
          null,
          2,
        )}\n`
      : reports.map(({ tracker, returns }) => returnsText(tracker, returns)).join('\n'),
  );
  return 0;
}

function chosenCycles(library: Library, id: string | undefined, portfolio: string | undefined) {
  if (portfolio !== undefined && find(library.portfolios, portfolio) === undefined) {
    throw new EnvironmentError(
      `There is no portfolio "${portfolio}". ${didYouMean(portfolio, Object.keys(library.portfolios))}`.trim(),
    );
  }
  if (id !== undefined) {
    const cycle = find(library.cycles, id);
    if (cycle === undefined) {
      throw new EnvironmentError(`There is no cycle "${id}". ${didYouMean(id, Object.keys(library.cycles))}`.trim());
    }
    if (portfolio === undefined || cycle.data.portfolio === portfolio) return [cycle];
    // Two cycles are of one period where they read the same reports.
    const sourceOf = (one: typeof cycle): string => one.data.reports_of ?? one.id;
    const same = Object.values(library.cycles).filter(
      (one) => one.data.portfolio === portfolio && sourceOf(one) === sourceOf(cycle),
    );
    if (same.length > 0) return same;
    throw new EnvironmentError(
      `The cycle "${id}" is of the portfolio ${cycle.data.portfolio}, and ${portfolio} has none that uses its reports.`,
    );
  }
  const wanted = portfolio === undefined ? Object.keys(library.portfolios) : [portfolio];
  const found = wanted.flatMap((one) => cycleOn(library, one) ?? []);
  if (found.length > 0) return found;
  throw new EnvironmentError(`No cycle had been commissioned by ${library.asAt}. Cycles live in cycles/<id>.yml.`);
}
