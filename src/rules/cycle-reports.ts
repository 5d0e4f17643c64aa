import { find } from '../library/shelf.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const cycleReports: Rule = {
  id: 'cycle-reports',
  severity: 'error',
  binding: true,
  asks: 'A report is written for a cycle of its own, and a cycle that uses another’s reports names one that does not do so itself.',
  because: 'A report that no cycle reads is a report nobody sees.',
  mend: 'Give the report the name of the cycle whose reports are used, and let "reports_of:" name that cycle.',
  check: ({ library }, report) => {
    for (const cycle of Object.values(library.cycles)) {
      const source = find(library.cycles, cycle.data.reports_of);
      if (source?.data.reports_of === undefined) continue;
      const message = `"${source.id}" uses the reports of ${source.data.reports_of}, so it has none to give.`;
      report(fieldAt(cycle, 'reports_of'), message, `Name a cycle that has reports of its own.`);
    }
    for (const entry of Object.values(library.reports)) {
      const cycle = find(library.cycles, entry.parts.cycle);
      const source = cycle?.data.reports_of;
      if (source === undefined) continue;
      const message = `The cycle "${cycle?.id}" uses the reports of ${source}, so this one would not be read.`;
      report(
        { file: entry.file, line: 1, column: 1 },
        message,
        `Write it to initiatives/${entry.parts.initiative}/reports/${source}.md.`,
      );
    }
  },
};
