import { reportSections } from './report-composition.ts';
import type { Rule } from './rule.ts';

const capOf = { Summary: 'summary', 'Achieved this period': 'achieved', 'Planned next period': 'planned' } as const;

export const wordCaps: Rule = {
  id: 'word-caps',
  severity: 'warning',
  asks: 'The sections of a highlight report keep to the words the organisation allows.',
  because: 'A board reads twelve reports in an evening; the one that goes on is the one that is skipped.',
  mend: 'Shorten the section, or raise the cap under "standard:" in organisation.yml.',
  check: ({ library }, report) => {
    const caps = library.organisation.standard.word_caps;
    for (const entry of Object.values(library.reports)) {
      const { body } = entry;
      if (body === null) continue;
      const lines = body.text.split('\n');
      for (const [index, heading] of body.headings.entries()) {
        const section = reportSections.find((name) => name === heading.text);
        if (section === undefined) continue;
        const next = body.headings.slice(index + 1).find(({ level }) => level <= heading.level);
        const own = lines.slice(heading.line - body.line + 1, next === undefined ? undefined : next.line - body.line);
        const words = readable(own).match(/[\p{Letter}\p{Number}][\p{Letter}\p{Number}’'.,-]*/gu)?.length ?? 0;
        const cap = caps[capOf[section]];
        if (words <= cap) continue;
        const message = `"${section}" has ${words} words; the standard allows ${cap}.`;
        report({ file: entry.file, line: heading.line, column: 1 }, message, 'Keep what the board needs to know.');
      }
    }
  },
};

/** The words a reader reads: headings within a section and the addresses of links are none of its text. */
function readable(lines: readonly string[]): string {
  return lines
    .filter((line) => !line.startsWith('#'))
    .join(' ')
    .replace(/\]\([^)]*\)/g, ']');
}
