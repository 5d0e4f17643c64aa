import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { withAllBelow } from '../registers/levels.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const rowsOnce: Rule = {
  id: 'rows-once',
  severity: 'error',
  binding: true,
  asks: 'A CSV file of money, posts or indicator values has one row for each month, year and kind, and all money of a portfolio is in one unit.',
  because: 'A row that stands twice is counted twice, and pounds and millions of pounds cannot be added up.',
  mend: 'Take out the row that is wrong, or give the figures in the unit of the other initiatives.',
  check: ({ library, records }, report) => {
    for (const entry of records.money) {
      checkRows(
        entry,
        ({ as_at, year, category, type, resource, funding }) => [as_at, year, category, type, resource, funding],
        report,
      );
    }
    for (const entry of records.workforce)
      checkRows(entry, ({ as_at, role, resource }) => [as_at, role, resource], report);
    for (const entry of records.series) checkRows(entry, ({ date, area }) => [date, area], report);
    const told = new Set<string>();
    for (const portfolio of Object.values(library.portfolios)) {
      const members = withAllBelow(library, portfolio.data.members).flatMap(
        (id) => find(library.initiatives, id) ?? [],
      );
      const first = members.find(({ data }) => data.finance !== undefined);
      for (const member of members) {
        const unit = member.data.finance?.unit;
        if (unit === undefined || first === undefined || unit === first.data.finance?.unit) continue;
        // A member of two portfolios is told once.
        if (told.has(member.id)) continue;
        told.add(member.id);
        const message = `The money of "${member.id}" is in ${unit}, but that of "${first.id}" in the same portfolio is in ${first.data.finance?.unit}.`;
        report(fieldAt(member, 'finance', 'unit'), message, 'Give all figures of a portfolio in one unit.');
      }
    }
  },
};

function checkRows<Row>(
  entry: Pick<Entry, 'file' | 'positions'> & { readonly data: readonly Row[] },
  identify: (row: Row) => readonly (string | undefined)[],
  report: Report,
): void {
  const seen = new Map<string, number>();
  for (const [index, row] of entry.data.entries()) {
    const key = identify(row)
      .filter((part) => part !== undefined)
      .join(', ');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else {
      const line = fieldAt(entry, first).line;
      report(
        fieldAt(entry, index),
        `There is already a row for ${key}, on line ${line}.`,
        'Keep the one that is right.',
      );
    }
  }
}
