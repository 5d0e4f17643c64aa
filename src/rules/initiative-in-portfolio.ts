import { withAllAbove } from '../registers/levels.ts';
import type { Rule } from './rule.ts';

export const initiativeInPortfolio: Rule = {
  id: 'initiative-in-portfolio',
  severity: 'warning',
  asks: 'Every initiative, or a programme it belongs to, is a member of a portfolio.',
  because: 'What is in no portfolio is asked for no report and seen on no dashboard.',
  source: 'GovS 002 (2021), Project delivery: portfolios',
  mend: 'Add it to "members:" of a portfolio, or to a programme by "parent:".',
  check: ({ library, unread }, report) => {
    if ([...unread].some((file) => file.startsWith('portfolios/'))) return;
    const members = new Set(Object.values(library.portfolios).flatMap(({ data }) => data.members));
    for (const initiative of Object.values(library.initiatives)) {
      if (withAllAbove(library, initiative.id).some((id) => members.has(id))) continue;
      const at = { file: initiative.file, line: 1, column: 1 };
      const message = `"${initiative.id}" is in no portfolio, so it is asked for no report and shown on no dashboard.`;
      report(at, message, 'Add it to "members:" of a portfolio.');
    }
  },
};
