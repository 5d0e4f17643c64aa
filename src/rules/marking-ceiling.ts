import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { initiativeFileOf, markingsOver, type Tier, tierOf, tiers } from '../library/markings.ts';
import type { Rule } from './rule.ts';

export const markingCeiling: Rule = {
  id: 'marking-ceiling',
  severity: 'error',
  binding: true,
  asks: 'Nothing is marked above the ceiling of the site.',
  because:
    'What may not be published must not be in what is published; the record is named by its path and nothing else.',
  source: 'Government Security Classifications Policy (2023)',
  mend: 'Keep the record out of this repository, whose history holds it too.',
  check: ({ library, records }, report) => {
    const { ceiling } = library.organisation;
    for (const [file, marking] of records.markings) {
      if (!isAbove(marking, ceiling)) continue;
      const hint = 'Keep it out of this repository; its history holds it too.';
      report({ file, line: 1, column: 1 }, `This record is marked above the ceiling ${ceiling}.`, hint);
    }
  },
};

/** Whether a marking is above a ceiling. */
function isAbove(marking: string, ceiling: Tier): boolean {
  // A marking that is not written as it should be is a fault of its own; what it says is clear all the same.
  const written = marking.trim().toUpperCase();
  return /^(OFFICIAL|SECRET|TOP SECRET)\b/.test(written) && tiers.indexOf(tierOf(written)) > tiers.indexOf(ceiling);
}

/** Of some files those that are under a marking above a ceiling, their own or that of what they belong to. */
export function filesAbove(files: readonly string[], markings: ReadonlyMap<string, string>, ceiling: Tier): string[] {
  return files.filter((file) => markingsOver(file, markings).some((marking) => isAbove(marking, ceiling)));
}

/** Takes out every other fault of what is marked above the ceiling, and of the records of an initiative that is: it could quote them. */
export function withhold(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const ceiling = diagnostics.filter((fault) => fault.rule === markingCeiling.id);
  const above = new Set(ceiling.map((fault) => fault.file));
  const isUnder = (file: string): boolean => above.has(file) || above.has(initiativeFileOf(file) ?? '');
  return diagnostics.filter((fault) => fault.rule === markingCeiling.id || !isUnder(fault.file));
}
