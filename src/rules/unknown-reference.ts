import { didYouMean, nearest } from '../diagnostics/nearest.ts';
import { targetIds } from '../library/targets.ts';
import { kinds } from '../records/kinds.ts';
import { blockSchemas } from '../records/minutes-blocks.ts';
import { placeOf } from '../records/paths.ts';
import type { Entry } from '../records/read-records.ts';
import { collectReferences, type ReferenceTarget } from '../records/reading/references.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

/** The kind of file that each kind of target is defined in. */
const definedIn: Record<ReferenceTarget, string> = {
  role: 'roles',
  group: 'organisation',
  board: 'board',
  portfolio: 'portfolio',
  initiative: 'initiative',
  milestone: 'milestones',
  cycle: 'cycle',
  calendar: 'calendar',
  matter: 'matter',
  meeting: 'meeting',
  'finance-line': 'finance',
  risk: 'risks',
  benefit: 'benefits',
  escalation: 'escalations',
  'change-request': 'changeRequest',
  outcome: 'outcomes',
  objective: 'objectives',
  priority: 'priorities',
  decision: 'minutes',
  action: 'minutes',
};

/** The parts of a path that are themselves references. */
const pathTargets = ['board', 'initiative', 'cycle'] as const;

export const unknownReference: Rule = {
  id: 'unknown-reference',
  severity: 'error',
  binding: true,
  asks: 'Every id that a record names belongs to a record.',
  because: 'A name that leads nowhere is an owner nobody reaches, or a paper nobody finds.',
  mend: 'Write the id as its own record has it.',
  check: ({ library, records, unread }, report) => {
    const unsure = new Set<string>(
      Array.from(unread, (file) => placeOf(file)?.kind ?? (file.endsWith('.csv') ? 'finance' : '')),
    );
    // Groups are listed in the organisation’s record, whose absence is a fault of its own.
    if (records.organisation.length === 0) unsure.add('organisation');
    const known = new Map<ReferenceTarget, Set<string>>();
    const judge = (target: ReferenceTarget, id: string, at: Parameters<typeof report>[0], where = ''): void => {
      // Where a file that may define the target could not be read, nobody can say that the target is missing.
      if (unsure.has(definedIn[target])) return;
      const ids = known.get(target) ?? new Set(targetIds(library, target));
      known.set(target, ids);
      if (ids.has(id)) return;
      const hint = where !== '' && nearest(id, [...ids]) === undefined ? where : didYouMean(id, [...ids]);
      report(at, `There is no ${target.replaceAll('-', ' ')} "${id}".`, hint);
    };
    const judgeFolder = ({ file, parts: { board, date } }: Entry): void => {
      const agenda = `meetings/${board}/${date}/agenda.md`;
      if (Object.hasOwn(library.meetings, `${board}/${date}`) || unread.has(agenda)) return;
      report({ file, line: 1, column: 1 }, 'There is no agenda in this folder.', `Write it in ${agenda}.`);
    };
    for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
      for (const entry of records[kind] as readonly Entry[]) {
        for (const target of pathTargets) {
          const id = entry.parts[target];
          if (id === undefined) continue;
          const home = kinds[target].path.replace('<id>', id);
          judge(
            target,
            id,
            { file: entry.file, line: 1, column: 1 },
            `Write it in ${home}, or put the name of the folder right.`,
          );
        }
        if (kind === 'minutes' || kind === 'paper') judgeFolder(entry);
        for (const { target, id, path } of collectReferences(kinds[kind].schema, entry.data)) {
          judge(target, id, fieldAt(entry, ...path));
        }
      }
    }
    const blocks = [
      ...records.decisions,
      ...records.actions,
      ...records.updates,
      ...records.interests,
      ...records.approvals,
      ...records.corrections,
    ];
    for (const block of blocks) {
      for (const { target, id, path } of collectReferences(blockSchemas[block.name], block.data)) {
        // An action that is named and not there has vanished, which the conservation of actions says once for all places.
        if (target !== 'action') judge(target, id, fieldAt(block, ...path));
      }
    }
  },
};
