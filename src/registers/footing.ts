import type { FinanceTable } from '../library/library.ts';
import type { Figure, FinanceLine } from '../records/finance-figures.ts';
import { sum } from './sums.ts';

/** One total of a finance table held against its parts. */
export interface Footing {
  readonly total: FinanceLine;
  readonly figure: Figure;
  readonly column: string;
  readonly parts: readonly string[];
  /** What the parts add up to. */
  readonly added: number;
  /** How far the total is from that, in the unit of the table; never negative. */
  readonly off: number;
}

/** Adds up the parts of every declared total, column by column; a total with a row that is not there is left out. */
export function footings({ entry, figures }: FinanceTable): Footing[] {
  const lines = new Map(figures.lines.map((line) => [line.id, line]));
  const { decimals, footing } = entry.data;
  return footing.flatMap(({ total: id, of }) => {
    const total = lines.get(id);
    const parts = of.flatMap((part) => lines.get(part) ?? []);
    if (total === undefined || parts.length < of.length) return [];
    return total.figures.map((figure, place): Footing => {
      const added = sum(
        parts.map((part) => part.figures[place]?.value ?? 0),
        decimals,
      );
      const column = figures.columns[place]?.name ?? '';
      return { total, figure, column, parts: of, added, off: Math.abs(sum([figure.value, -added], decimals)) };
    });
  });
}
