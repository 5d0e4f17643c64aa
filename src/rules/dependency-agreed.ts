import { find } from '../library/shelf.ts';
import { lastDay } from '../registers/dates.ts';
import { milestoneStates } from '../registers/replay.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const dependencyAgreed: Rule = {
  id: 'dependency-agreed',
  severity: 'warning',
  asks: 'A dependency names one other side, both sides have agreed it, and it is not called on track when what delivers it is expected too late.',
  because: 'What one side relies on and the other has never heard of is not a dependency but a surprise.',
  source: 'GovS 002 (2021), Project delivery: dependencies',
  mend: 'Name "counterpart:" or "partner:", agree it with them, and say at-risk where it comes too late.',
  check: ({ library, records }, report) => {
    const states = milestoneStates(library);
    for (const entry of records.dependencies) {
      for (const [index, dependency] of entry.data.entries()) {
        const { id, counterpart, partner, agreed, status, milestone, need_by: needed } = dependency;
        if ((counterpart === undefined) === (partner === undefined)) {
          const message = `"${id}" names ${counterpart === undefined ? 'no other side' : 'two other sides'}.`;
          report(
            fieldAt(entry, index),
            message,
            'Name either an initiative under "counterpart:" or a group under "partner:".',
          );
        }
        if (!agreed && status !== 'met') {
          report(
            fieldAt(entry, index, 'agreed'),
            `"${id}" has not been agreed by both sides.`,
            'Agree it, and set "agreed: true".',
          );
        }
        const state = milestone === undefined ? undefined : states.get(milestone);
        if (state === undefined || status !== 'on-track' || lastDay(state.expected) <= lastDay(needed)) continue;
        const owner = find(library.initiatives, state.milestone.initiative)?.data.name ?? '';
        const message = `"${id}" is on-track, but "${milestone}" of ${owner} is expected ${state.expected}, and it is needed by ${needed}.`;
        report(fieldAt(entry, index, 'status'), message, 'Say at-risk or missed, or agree another day.');
      }
    }
  },
};
