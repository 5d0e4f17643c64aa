import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { Tolerances } from '../records/tolerances.ts';

/** The initiatives right below each initiative, by id. */
const childrenOf = drawnOnce((library: Library) =>
  Map.groupBy(Object.values(library.initiatives), ({ data }) => data.parent),
);

/**
 * Some initiatives with everything below them, each once: what a programme or a portfolio adds up over, so that a project
 * listed beside its own programme is not counted twice.
 */
export function withAllBelow(library: Library, ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id) || find(library.initiatives, id) === undefined) return;
    seen.add(id);
    for (const child of childrenOf(library).get(id) ?? []) visit(child.id);
  };
  for (const id of ids) visit(id);
  return [...seen];
}

/** An initiative and those it belongs to, itself first. */
export function withAllAbove(library: Library, id: string): string[] {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    at = find(library.initiatives, at)?.data.parent;
  }
  return [...seen];
}

/** The tolerances that can be measured, where neither an initiative, nor its programme, nor the organisation sets any. */
const usual = { time_days: 30, cost_percent: 10, benefits_percent: 10, risk_score: 15 } as const;

/** The tolerances of an initiative: its own, else those of what it belongs to, else the organisation's. */
export function tolerancesOf(
  library: Library,
  id: string,
): Tolerances & Required<Pick<Tolerances, keyof typeof usual>> {
  const chain = withAllAbove(library, id).map((above) => find(library.initiatives, above)?.data.tolerances ?? {});
  return Object.assign({}, usual, library.organisation.standard.tolerances, ...chain.toReversed());
}
