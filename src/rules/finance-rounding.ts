import { footings } from '../registers/footing.ts';
import type { Rule } from './rule.ts';

export const financeRounding: Rule = {
  id: 'finance-rounding',
  severity: 'note',
  asks: 'A total that is away from the sum of its parts by no more than the declared rounding is pointed out.',
  because: 'A reader who adds up the column should hear of the difference from us first.',
  mend: 'Nothing needs mending; say in the notes to the table that its figures are rounded one by one.',
  check: ({ library }, report) => {
    for (const table of Object.values(library.finance)) {
      const { tolerance, unit, decimals } = table.entry.data;
      for (const { total, figure, column, added, off } of footings(table)) {
        if (off === 0 || off > tolerance) continue;
        const message = `"${total.label}" for ${column} is ${figure.value.toFixed(decimals)}; its parts add up to ${added.toFixed(decimals)} (${unit}), within the rounding of ${tolerance}.`;
        report({ file: table.figures.file, line: figure.line, column: figure.column }, message);
      }
    }
  },
};
