import { didYouMean } from '../diagnostics/nearest.ts';
import { find, type Shelf } from '../library/shelf.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const ownRecords: Rule = {
  id: 'own-records',
  severity: 'error',
  binding: true,
  asks: 'A highlight report speaks of the milestones, risks, benefits and escalations of its own initiative, and of each once.',
  because: 'Two initiatives that report on one milestone can disagree, and the register could not say which is right.',
  mend: 'Move it to the report of the initiative it belongs to, or name one of this initiative’s own.',
  check: ({ library }, report) => {
    const shelves = {
      milestones: library.milestones,
      risks: library.risks,
      benefits: library.benefits,
      escalations: library.escalations,
    } as const;
    const owned = Object.entries(shelves).map(([list, shelf]) => {
      const records: readonly { id: string; initiative: string }[] = Object.values(shelf);
      return [list, Map.groupBy(records, ({ initiative }) => initiative)] as const;
    });
    for (const entry of Object.values(library.reports)) {
      for (const [list, byInitiative] of owned) {
        const shelf: Shelf<{ initiative: string }> = shelves[list as keyof typeof shelves];
        const seen = new Set<string>();
        for (const [index, one] of entry.data[list as keyof typeof shelves].entries()) {
          const id = typeof one === 'string' ? one : one.id;
          // A benefit is spoken of once for each year.
          const key = typeof one !== 'string' && 'period' in one ? `${id} for ${one.period}` : id;
          const at = fieldAt(entry, list, index, ...(typeof one === 'string' ? [] : ['id']));
          // Plain lists are held against doubles by a rule for all of them.
          if (typeof one !== 'string' && seen.has(key))
            report(at, `"${key}" stands twice in this report.`, 'Keep the one that is true.');
          seen.add(key);
          const owner = find(shelf, id)?.initiative;
          if (owner === undefined || owner === entry.parts.initiative) continue;
          const own = (byInitiative.get(entry.parts.initiative ?? '') ?? []).map((record) => record.id);
          const message = `The ${list.slice(0, -1)} "${id}" belongs to ${owner}, not to this initiative.`;
          report(at, message, didYouMean(id, own));
        }
      }
    }
  },
};
