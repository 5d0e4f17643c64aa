import { didYouMean } from '../diagnostics/nearest.ts';
import type { FinanceTable } from '../library/library.ts';
import { footings } from '../registers/footing.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const financeFooting: Rule = {
  id: 'finance-footing',
  severity: 'error',
  asks: 'The columns of a finance table are those declared, and every total is the sum of its parts within the declared rounding.',
  because: 'Figures that are each rounded may miss their total by the rounding; by more, one of them is wrong.',
  mend: 'Correct the cell that is wrong, or declare the rounding that the figures were given to.',
  check: ({ library }, report) => {
    for (const table of Object.values(library.finance)) {
      checkColumns(table, report);
      checkTotals(table, report);
    }
  },
};

function checkColumns({ entry, figures }: FinanceTable, report: Report): void {
  const declared = entry.data.columns.map((column) => column.id);
  const given = figures.columns.map((column) => column.name);
  for (const column of figures.columns) {
    if (declared.includes(column.name)) continue;
    const at = { file: figures.file, line: column.line, column: column.column };
    const free = declared.filter((id) => !given.includes(id));
    report(at, `The column "${column.name}" is not declared in ${entry.file}.`, didYouMean(column.name, free));
  }
  for (const [index, id] of declared.entries()) {
    if (given.includes(id)) continue;
    const free = given.filter((name) => !declared.includes(name));
    report(fieldAt(entry, 'columns', index, 'id'), `${figures.file} has no column "${id}".`, didYouMean(id, free));
  }
  if (declared.join() !== given.join() && declared.toSorted().join() === given.toSorted().join()) {
    report(
      fieldAt(entry, 'columns'),
      `The columns stand in another order in ${figures.file}.`,
      'Use one order in both.',
    );
  }
}

function checkTotals(table: FinanceTable, report: Report): void {
  const { entry, figures } = table;
  const { tolerance, unit, decimals, footing } = entry.data;
  const rows = figures.lines.map(({ id }) => id);
  const known = new Set(rows);
  for (const [index, { total, of }] of footing.entries()) {
    for (const id of [total, ...of].filter((row) => !known.has(row))) {
      report(fieldAt(entry, 'footing', index), `${figures.file} has no row "${id}".`, didYouMean(id, rows));
    }
  }
  for (const { total, figure, column, parts, added, off } of footings(table)) {
    if (off <= tolerance) continue;
    const message = `"${total.label}" for ${column} is ${figure.value.toFixed(decimals)}, but its parts add up to ${added.toFixed(decimals)} (${unit}), which is ${off} apart.`;
    const at = { file: figures.file, line: figure.line, column: figure.column };
    report(at, message, `Its parts are ${parts.join(', ')}; up to ${tolerance} is allowed for rounding.`);
  }
}
