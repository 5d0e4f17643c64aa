import { find } from '../library/shelf.ts';
import { quarterOf } from '../registers/dates.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const dateInText: Rule = {
  id: 'date-in-text',
  severity: 'warning',
  asks: 'A date or quarter in the text of a milestone is the one in its field, and there is only one.',
  because: 'Where the text says one quarter and the field another, half of the readers go by each.',
  mend: 'Take the date out of the text, since the field says it; or put right whichever is wrong.',
  check: ({ library, records }, report) => {
    for (const entry of records.milestones) {
      for (const [index, milestone] of entry.data.entries()) {
        const { due } = milestone.baseline;
        const at = (...path: PropertyKey[]) => fieldAt(entry, index, ...path);
        judge(milestone.title, due, milestone.id, at('title'), report);
        const { condition, acceptance } = milestone;
        if (acceptance !== undefined) judge(acceptance, due, milestone.id, at('acceptance'), report);
        // The text of a condition speaks of the milestone that settles it.
        const settledBy = find(library.milestones, condition?.resolved_by);
        if (condition === undefined || settledBy === undefined) continue;
        judge(condition.text, settledBy.baseline.due, settledBy.id, at('condition', 'text'), report);
      }
    }
  },
};

function judge(text: string, due: string, id: string, at: Parameters<Report>[0], report: Report): void {
  const quarters = quartersIn(text, due);
  const field = quarterOf(due);
  if (quarters.length > 1) {
    report(
      at,
      `The text names ${quarters.length} dates, in ${quarters.join(' and ')}; the field of "${id}" says ${due}.`,
      'Keep one, or make two milestones.',
    );
  } else if (quarters.length === 1 && quarters[0] !== field) {
    report(at, `The text says ${quarters[0]}, but the field of "${id}" says ${due}.`, 'Put right whichever is wrong.');
  }
}

const monthNames = 'January|February|March|April|May|June|July|August|September|October|November|December';
const dated = new RegExp(
  `\\b(?:Q([1-4])|(first|second|third|fourth) quarter|(?:by |in |of |end of |\\d{1,2} )(${monthNames})(?: (\\d{4}))?)\\b`,
  'g',
);

/**
 * The quarters that a text names, each once; a year that is not said is that of the field. Days of years before are history,
 * such as the one a number was counted on.
 */
function quartersIn(text: string, due: string): string[] {
  const year = quarterOf(due).slice(0, 7);
  const found = Array.from(text.matchAll(dated), ([, number, ordinal, month, written]) => {
    if (number !== undefined) return `${year} Q${number}`;
    if (ordinal !== undefined) return `${year} Q${['first', 'second', 'third', 'fourth'].indexOf(ordinal) + 1}`;
    const place = monthNames.split('|').indexOf(month ?? '') + 1;
    const start = Number(year.slice(0, 4));
    const named = written ?? String(place >= 4 ? start : start + 1);
    return quarterOf(`${named}-${String(place).padStart(2, '0')}-01`);
  });
  return [...new Set(found)].filter((quarter) => quarter.slice(0, 7) >= year);
}
