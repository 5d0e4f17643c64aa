import { tierOf, tiers } from '../library/markings.ts';
import type { Rule } from './rule.ts';

export const markingCeiling: Rule = {
  id: 'marking-ceiling',
  severity: 'error',
  asks: 'Nothing is marked above the ceiling of the site.',
  because:
    'What may not be published must not be in what is published; the record is named by its path and nothing else.',
  check: ({ library, records }, report) => {
    const { ceiling, marking } = library.organisation;
    const marked = [
      { file: 'organisation.yml', marking },
      ...[...records.initiative, ...records.paper].map(({ file, data }) => ({ file, marking: data.marking })),
    ];
    for (const { file, marking } of marked) {
      if (marking === undefined || tiers.indexOf(tierOf(marking)) <= tiers.indexOf(ceiling)) continue;
      const hint = 'Keep it out of this repository; its history holds it too.';
      report({ file, line: 1, column: 1 }, `This record is marked above the ceiling ${ceiling}.`, hint);
    }
  },
};
