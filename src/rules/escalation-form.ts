import { levels } from '../records/escalations.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const escalationForm: Rule = {
  id: 'escalation-form',
  severity: 'error',
  asks: 'An escalation goes to a level above, and an answered one has both the day and the answer.',
  because: 'An exception that goes sideways, or is answered by nobody can say what, has not been escalated.',
  source: 'PRINCE2 (2017), appendix A.10, Exception Report',
  mend: 'Name the level above under "to:", and give "answered:" and "answer:" together.',
  check: ({ records }, report) => {
    for (const entry of records.escalations) {
      for (const [index, { id, from, to, raised, answered, answer }] of entry.data.entries()) {
        if (levels.indexOf(to) <= levels.indexOf(from)) {
          const above = levels.slice(levels.indexOf(from) + 1);
          const message = `"${id}" goes from ${from} to ${to}, which is not above it.`;
          report(fieldAt(entry, index, 'to'), message, above.length === 0 ? '' : `Use one of: ${above.join(', ')}.`);
        }
        if ((answered === undefined) !== (answer === undefined)) {
          const [has, lacks] = answered === undefined ? ['answer', 'answered'] : ['answered', 'answer'];
          report(fieldAt(entry, index, has), `"${id}" has "${has}:" but no "${lacks}:".`, `Add "${lacks}:".`);
        }
        if (answered !== undefined && answered < raised) {
          report(
            fieldAt(entry, index, 'answered'),
            `"${id}" was answered on ${answered}, before it was raised on ${raised}.`,
            'Put the days right.',
          );
        }
      }
    }
  },
};
