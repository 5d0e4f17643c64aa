import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { rounded, sum } from '../registers/sums.ts';
import { agreedMeasures } from './agreed-values.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const financePublished: Rule = {
  id: 'finance-published',
  severity: 'error',
  asks: 'The baseline of an initiative that has a line in a published finance table is that line, year by year.',
  because: 'A dashboard that starts from another figure than the published plan contradicts it from the first day.',
  mend: 'Put the baseline in finance.csv right, or name another line under "finance:" in index.md.',
  check: ({ library, records }, report) => {
    for (const entry of records.money) {
      const initiative = find(library.initiatives, entry.id);
      const published = lineOf(library, initiative?.data.finance?.line);
      if (initiative === undefined || published === undefined) continue;
      const decimals = initiative.data.finance?.decimals ?? 0;
      const rows = entry.data
        .map((row, index) => ({ row, index }))
        .filter(({ row }) => row.category === published.category);
      for (const group of Map.groupBy(rows, ({ row }) => `${row.as_at} ${row.year}`).values()) {
        const [first] = group;
        const figures = published.figures.filter(({ year }) => year === first?.row.year);
        if (first === undefined || figures.length === 0) continue;
        const baseline = sum(
          group.map(({ row }) => row.baseline),
          decimals,
        );
        if (figures.some(({ value }) => rounded(baseline - value, decimals) === 0)) continue;
        const message = `The ${published.category} baseline for ${first.row.year} is ${baseline}, but the published line "${published.label}" has ${inWords(figures)}.`;
        const rows = group.map(({ index }) => fieldAt(entry, index).line).join(', ');
        report(
          fieldAt(entry, first.index, 'baseline'),
          message,
          `It adds up the rows on lines ${rows}; the published line is ${initiative.data.finance?.line}.`,
        );
      }
    }
  },
};

interface Published {
  readonly year: string;
  readonly measure: string;
  readonly value: number;
}

/** `1.5`; of several columns for one year `1.5 as baseline and 1.6 as budget`, since it may be either. */
function inWords(figures: readonly Published[]): string {
  if (figures.length === 1) return String(figures[0]?.value);
  return figures.map(({ value, measure }) => `${value} as ${measure}`).join(' and ');
}

/** A published line: what was agreed for each year. Past years in it are outturns and no baseline. */
function lineOf(library: Library, name: string | undefined) {
  const [table, line] = name?.split('/') ?? [];
  const found = find(library.finance, table);
  const row = found?.figures.lines.find(({ id }) => id === line);
  if (found === undefined || row === undefined) return undefined;
  const figures = found.entry.data.columns.flatMap(({ id, year, measure }): Published[] => {
    const value = row.figures[found.figures.columns.findIndex(({ name }) => name === id)]?.value;
    return value !== undefined && agreedMeasures.includes(measure) ? [{ year, measure, value }] : [];
  });
  return { category: found.entry.data.category, label: row.label, figures };
}
