import type { Rule } from './rule.ts';

export const missingRecord: Rule = {
  id: 'missing-record',
  severity: 'error',
  asks: 'The organisation has a record, and so has the agenda of every meeting and both halves of every finance table.',
  because: 'A page cannot be made of half a record.',
  check: ({ records, unread }, report) => {
    const nobody = { line: 1, column: 1 };
    if (records.organisation.length === 0 && !unread.has('organisation.yml')) {
      report(
        { file: 'organisation.yml', ...nobody },
        'This file is missing.',
        'It names the organisation and its groups.',
      );
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
