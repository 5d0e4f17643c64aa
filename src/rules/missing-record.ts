import { find } from '../library/shelf.ts';
import type { Rule } from './rule.ts';

export const missingRecord: Rule = {
  id: 'missing-record',
  severity: 'error',
  binding: true,
  asks: 'The organisation has a record, a finance table and an indicator have both their halves, and a CSV file of figures says what they are in.',
  because: 'A page cannot be made of half a record.',
  mend: 'Write the half that is missing, at the path the message names.',
  check: ({ library, records, unread }, report) => {
    const nobody = { line: 1, column: 1 };
    if (records.organisation.length === 0 && !unread.has('organisation.yml')) {
      report(
        { file: 'organisation.yml', ...nobody },
        'This file is missing.',
        'It names the organisation and its groups.',
      );
    }
    for (const { id, file } of records.series) {
      const other = `indicators/${id}.md`;
      if (records.indicator.some((entry) => entry.id === id) || unread.has(other)) continue;
      report({ file, ...nobody }, 'Nothing says what these values are.', `Define the indicator in ${other}.`);
    }
    for (const { id, file } of records.money) {
      const initiative = find(library.initiatives, id);
      if (initiative === undefined || initiative.data.finance !== undefined) continue;
      const hint = 'Add "finance: { unit: £m, decimals: 1 }" to the initiative’s index.md.';
      report({ file, ...nobody }, 'Nothing says what unit these figures are in.', hint);
    }
    const declared = new Map(records.finance.map((entry) => [entry.id, entry.file]));
    const figures = new Map(records.financeFigures.map((table) => [table.id, table.file]));
    for (const [id, file] of declared) {
      const other = `finance/${id}.csv`;
      if (figures.has(id) || unread.has(other)) continue;
      report({ file, ...nobody }, 'This finance table has no figures.', `Put them in ${other}.`);
    }
    for (const [id, file] of figures) {
      const other = `finance/${id}.md`;
      if (declared.has(id) || unread.has(other)) continue;
      report({ file, ...nobody }, 'Nothing says what these figures are.', `Describe the table in ${other}.`);
    }
  },
};
