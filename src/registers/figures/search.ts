import type { Library } from '../../library/library.ts';
import { drawnOnce } from '../../library/memo.ts';
import { type Figure, isStored } from './figure.ts';
import { figureIndex } from './figures.ts';
import { columnsOf, financeSum, isRun } from './finance-tables.ts';
import { moneySums, monthsOf } from './money.ts';
import { roughness, type Said, says } from './said.ts';

/**
 * Every figure that a number is looked for among: those of the index; each sum of consecutive columns of a line; each two parts
 * of one declared total; the money of initiatives as it stood at the end of every month. Any two numbers of a record add up to
 * something, so no other sums are tried.
 */
export const candidates = drawnOnce((library: Library): readonly Figure[] => {
  const all = new Map(figureIndex(library));
  for (const figure of [...columnRuns(library), ...pairs(library), ...earlierMoney(library)]) {
    if (!all.has(figure.name)) all.set(figure.name, figure);
  }
  return [...all.values()];
});

/** The figures an amount may stand for: those of records first, then sums of few, the least rounded first. */
export function figuresSaid(library: Library, said: Said): Figure[] {
  const weight = (figure: Figure): number => (isStored(figure) ? 1 : figure.terms.length);
  return candidates(library)
    .filter((figure) => says(said, figure))
    .filter((figure, _index, all) => isWorthNaming(figure, all))
    .map((figure) => ({ figure, rough: roughness(said, figure) }))
    .toSorted(
      (a, b) =>
        Number(!isStored(a.figure)) - Number(!isStored(b.figure)) ||
        a.rough - b.rough ||
        weight(a.figure) - weight(b.figure),
    )
    .map(({ figure }) => figure);
}

function isWorthNaming(figure: Figure, all: readonly Figure[]): boolean {
  // A sum of one figure is told as that figure.
  return isStored(figure) || figure.terms.length !== 1 || !all.includes(figure.terms[0]?.figure as Figure);
}

function columnRuns(library: Library): Figure[] {
  return Object.values(library.finance).flatMap((table) => {
    const columns = columnsOf(table);
    const runs = columns.flatMap((_first, from) =>
      columns.slice(from + 1).flatMap((_last, more) => {
        const run = columns.slice(from, from + more + 2);
        return isRun(run) ? [run] : [];
      }),
    );
    return table.figures.lines.flatMap((line) => runs.map((run) => financeSum(table, [line], run)));
  });
}

function pairs(library: Library): Figure[] {
  return Object.values(library.finance).flatMap((table) => {
    const lines = new Map(table.figures.lines.map((line) => [line.id, line]));
    return table.entry.data.footing.flatMap(({ of }) => {
      const parts = of.flatMap((id) => lines.get(id) ?? []);
      return parts.flatMap((one, index) =>
        parts
          .slice(index + 1)
          .flatMap((other) => columnsOf(table).map((column) => financeSum(table, [one, other], [column]))),
      );
    });
  });
}

/** Money at the end of earlier months, where it was another than it is now. */
function earlierMoney(library: Library): Figure[] {
  return Object.keys(library.money).flatMap((id) => {
    const seen = new Set<string>();
    const isNew = (figure: Figure): boolean => {
      const key = `${figure.name.split('@')[0]} ${figure.value}`;
      return !seen.has(key) && Boolean(seen.add(key));
    };
    return [undefined, ...monthsOf(library, id).toReversed()].flatMap((month) =>
      moneySums(library, id, month).filter(isNew),
    );
  });
}
