import { nearest } from '../../diagnostics/nearest.ts';
import type { Library } from '../../library/library.ts';
import { drawnOnce } from '../../library/memo.ts';
import type { Figure, FigureFault } from './figure.ts';
import { financeCells, financeNamed } from './finance-tables.ts';
import { moneyNamed, moneySums, portfolioSums } from './money.ts';
import { benefitValues, changeCosts, indicatorValues } from './values.ts';

/**
 * The figures of a library that have a name without being asked for: every cell of a finance table, the money of initiatives and
 * portfolios as it last stood with the rows it adds up, the values of benefits and indicators, the costs of change requests.
 */
export const figureIndex = drawnOnce((library: Library): ReadonlyMap<string, Figure> => {
  const index = new Map<string, Figure>();
  const add = (figure: Figure): void => {
    // Two records of different kinds may have one id; the first keeps the name.
    if (!index.has(figure.name)) index.set(figure.name, figure);
    if ('terms' in figure) for (const term of figure.terms) add(term.figure);
  };
  for (const figure of financeCells(library)) add(figure);
  for (const id of Object.keys(library.money)) for (const figure of moneySums(library, id)) add(figure);
  for (const id of Object.keys(library.portfolios)) for (const figure of portfolioSums(library, id)) add(figure);
  for (const figure of [...indicatorValues(library), ...benefitValues(library), ...changeCosts(library)]) add(figure);
  return index;
});

/**
 * The figure that a name stands for.
 *
 * @param name of a figure of a record, e.g. `capital-plan/nctphq/budget-2017-18`, or of a sum, e.g.
 *   `capital-plan/nctphq/2017-18..2020-21` of columns, `revenue-budget/pay+running-expenses/2017-18` of lines
 * @returns the figure, or why there is none
 */
export function figureNamed(library: Library, name: string): Figure | FigureFault {
  const found = figureIndex(library).get(name) ?? moneyNamed(library, name) ?? financeNamed(library, name);
  if (found !== undefined) return found;
  const near = nearest(name, [...figureIndex(library).keys()]);
  const hint =
    near === undefined ? '"boardpack why" with the id of a record names its figures.' : `Did you mean "${near}"?`;
  return { message: `There is no figure "${name}".`, hint };
}

/** Whether a name was found. */
export function isFigure(found: Figure | FigureFault): found is Figure {
  return 'name' in found;
}
