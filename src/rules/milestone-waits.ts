import { find } from '../library/shelf.ts';
import { endOfTime } from '../registers/dates.ts';
import { replay } from '../registers/replay.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const milestoneWaits: Rule = {
  id: 'milestone-waits',
  severity: 'warning',
  asks: 'A milestone that waits for one in trouble is not reported as on track without a word.',
  because:
    'What hangs on a decision that slips is at risk, whoever owns it; the registers show it so whatever the report says.',
  source: 'GovS 002 (2021), Project delivery: dependencies',
  mend: 'Report it as at-risk, or say in its "note:" why it will be met all the same.',
  check: ({ library }, report) => {
    for (const { reports, states } of replay(library, endOfTime)) {
      for (const entry of reports) {
        for (const [index, moved] of entry.data.milestones.entries()) {
          const waitsFor = states.get(moved.id)?.waitsFor;
          const isCalm = moved.status === 'on-track' || moved.status === 'not-started';
          if (!isCalm || moved.note !== undefined || waitsFor === undefined || waitsFor === null) continue;
          const owner = find(library.milestones, waitsFor)?.initiative ?? '';
          const message = `"${moved.id}" is ${moved.status.replace('-', ' ')}, but it waits for "${waitsFor}" of ${owner}, which is late or at risk.`;
          report(
            fieldAt(entry, 'milestones', index, 'status'),
            message,
            'Say at-risk, or say in "note:" why it holds.',
          );
        }
      }
    }
  },
};
