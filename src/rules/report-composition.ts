import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

/** The sections every highlight report has, in this order. */
export const reportSections = ['Summary', 'Achieved this period', 'Planned next period'] as const;

export const reportComposition: Rule = {
  id: 'report-composition',
  severity: 'error',
  asks: 'A highlight report has its three sections, a way to green for every rating that is not, and a day for each milestone delivered.',
  because: 'Boards compare like with like; a section left out hides what nobody wanted to write.',
  source: 'PRINCE2 (2017), appendix A.11, Highlight Report',
  mend: 'Add the section, the "path_to_green:" or the "actual:" that the message names.',
  check: ({ library }, report) => {
    for (const entry of Object.values(library.reports)) {
      const headings = entry.body?.headings ?? [];
      const lines = entry.body?.text.split('\n') ?? [];
      for (const section of reportSections) {
        const found = headings.find(({ text }) => text === section);
        if (found !== undefined) {
          const start = found.line - (entry.body?.line ?? 1) + 1;
          const next = headings.find(({ line }) => line > found.line);
          const own = lines.slice(start, next === undefined ? undefined : start + next.line - found.line - 1);
          if (own.some((line) => line.trim() !== '')) continue;
          const at = { file: entry.file, line: found.line, column: 1 };
          report(at, `The section "${section}" is empty.`, 'Say what there is to say, or that there is nothing.');
          continue;
        }
        const at = { file: entry.file, line: entry.body?.line ?? 1, column: 1 };
        report(at, `The section "${section}" is missing.`, `Add a heading "## ${section}" with what belongs there.`);
      }
      for (const [dimension, rating] of Object.entries(entry.data.rag)) {
        if (rating === undefined || rating.value === 'green' || rating.path_to_green !== undefined) continue;
        const message = `${dimension} is ${rating.value}, but nothing says how it becomes green.`;
        report(fieldAt(entry, 'rag', dimension), message, 'Add "path_to_green:" with what will be done and by when.');
      }
      for (const [index, moved] of entry.data.milestones.entries()) {
        if (moved.status === 'delivered' && moved.actual === undefined) {
          const message = `The milestone "${moved.id}" is delivered, but nothing says when.`;
          report(fieldAt(entry, 'milestones', index, 'status'), message, 'Add "actual:" with the day or quarter.');
        }
      }
    }
  },
};
