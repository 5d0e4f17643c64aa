import type { Rule } from './rule.ts';

/** Level of the title that every page and paper begins with. */
const titleLevel = 1;

export const headingLevels: Rule = {
  id: 'heading-levels',
  severity: 'error',
  binding: true,
  asks: 'Going down from a heading to those under it, no level is left out.',
  because: 'Who cannot see the page finds the way through it by the levels of its headings.',
  source: 'PDF/UA-1 (ISO 14289-1), 7.4.2',
  mend: 'Give the heading one sign # more than the one it stands under.',
  check: ({ records }, report) => {
    for (const [file, { headings }] of records.bodies) {
      let above = titleLevel;
      for (const { level, line, column } of headings) {
        if (level > above + 1) {
          const under = above === titleLevel ? 'the title' : `one of level ${above}`;
          report(
            { file, line, column },
            `This heading is of level ${level} and stands under ${under}.`,
            hint(above + 1),
          );
        }
        above = level;
      }
    }
  },
};

function hint(level: number): string {
  return `Begin it with "${'#'.repeat(level)} ".`;
}
