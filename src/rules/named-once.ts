import { kinds } from '../records/kinds.ts';
import type { Entry } from '../records/read-records.ts';
import { collectReferences } from '../records/reading/references.ts';
import { pointer } from '../records/reading/yaml.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const namedOnce: Rule = {
  id: 'named-once',
  severity: 'error',
  asks: 'A list names each member, partner, objective or role once.',
  because: 'What stands twice in a list is counted twice, or hides that another was meant.',
  mend: 'Take out the one that is too many, or write the one that was meant.',
  check: ({ records }, report) => {
    for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
      for (const entry of records[kind] as readonly Entry[]) {
        const seen = new Set<string>();
        for (const { target, id, path } of collectReferences(kinds[kind].schema, entry.data)) {
          // Plain lists only: where an entry of a list has fields, the same name may stand in several for good reason.
          if (typeof path.at(-1) !== 'number') continue;
          const key = `${pointer(path.slice(0, -1))} ${id}`;
          if (seen.has(key))
            report(
              fieldAt(entry, ...path),
              `The ${target.replaceAll('-', ' ')} "${id}" is named twice.`,
              'Take one out.',
            );
          seen.add(key);
        }
      }
    }
  },
};
