import { find } from '../library/shelf.ts';
import { actionTally } from '../registers/action-tally.ts';
import { endOfTime } from '../registers/dates.ts';
import { countedUntil, sectionAt, titleOf, topOf } from './minutes-parts.ts';
import type { FoundAt, Rule } from './rule.ts';

export const actionsAnswered: Rule = {
  id: 'actions-answered',
  severity: 'error',
  asks: 'Every action that is open when a meeting begins is answered in its minutes.',
  because: 'An action that is not asked after is an action that may be left.',
  mend: 'Add "::: update" with the reference of the action and what was heard of it.',
  check: ({ library, unread }, report) => {
    const until = countedUntil(unread);
    const updates = Map.groupBy(library.updates, ({ meeting }) => meeting);
    for (const [board, meetings] of actionTally(library, endOfTime)) {
      for (const { minutes, unanswered } of meetings) {
        if ((minutes.parts.date ?? '') >= (until.get(board) ?? endOfTime)) break;
        const [first] = updates.get(minutes.id) ?? [];
        const section = first === undefined ? undefined : sectionAt(minutes, first.line);
        const at: FoundAt =
          section === undefined ? topOf(minutes) : { file: minutes.file, line: section.line, column: 1 };
        for (const reference of unanswered) {
          const action = find(library.actions, reference);
          if (action === undefined) continue;
          const message = `Action ${reference} of the ${titleOf(library, action.data.owner)}, due ${action.data.due}, is open and these minutes do not answer it.`;
          report(at, message, `Add "::: update ${reference}" with what was heard of it.`);
        }
      }
    }
  },
};
