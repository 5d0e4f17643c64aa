import { find } from '../library/shelf.ts';
import type { ChangeState } from '../records/change-request.ts';
import { withAllAbove } from '../registers/levels.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

const judged: readonly ChangeState[] = ['recommended', 'approved', 'approved-with-conditions', 'rejected', 'escalated'];

export const changeImpact: Rule = {
  id: 'change-impact',
  severity: 'error',
  asks: 'The impact of a change request shows what its type says it changes; a recommended one says what is recommended, and conditions stand where it is approved with them.',
  because: 'A board that approves a change of time must see days, and of cost, money.',
  source: 'PRINCE2 (2017), appendix A.13, Issue Report: impact analysis and recommendation',
  mend: 'Give the days, the cost or the baselines, the recommendation, or the conditions that the message names.',
  check: ({ library }, report) => {
    for (const change of Object.values(library.changeRequests)) {
      const { type, impact, history, recommendation, conditions, options } = change.data;
      if (type.includes('time') && impact.time_days === 0 && impact.baselines.length === 0) {
        const message = 'It changes time, but its impact has no days and moves no baseline.';
        report(fieldAt(change, 'impact', 'time_days'), message, 'Give the days, or the milestones under "baselines:".');
      }
      if (type.includes('cost') && impact.cost.length === 0) {
        report(
          fieldAt(change, 'impact', 'cost'),
          'It changes cost, but its impact has no money.',
          'Give the amount for each year.',
        );
      }
      if (!options.some((option) => /\bnothing\b/i.test(option))) {
        const message = 'The options leave out doing nothing.';
        report(fieldAt(change, 'options'), message, 'Say what happens where nothing is done.');
      }
      for (const [index, { milestone: id }] of impact.baselines.entries()) {
        const owner = find(library.milestones, id)?.initiative;
        if (owner === undefined || withAllAbove(library, owner).includes(change.data.initiative)) continue;
        const message = `It moves "${id}", which belongs to ${owner}, and not to ${change.data.initiative}.`;
        report(
          fieldAt(change, 'impact', 'baselines', index, 'milestone'),
          message,
          `Bring a change request of ${owner} for it.`,
        );
      }
      const states = history.map(({ state }) => state);
      const reached = states.findIndex((state) => judged.includes(state));
      if (reached !== -1 && recommendation === undefined) {
        const message = `It has been ${states[reached]?.replaceAll('-', ' ')}, but nothing says what was recommended.`;
        report(fieldAt(change, 'history', reached, 'state'), message, 'Add "recommendation:".');
      }
      const conditional = states.indexOf('approved-with-conditions');
      if (conditional !== -1 && conditions.length === 0) {
        const message = 'It is approved with conditions, but none is given.';
        report(fieldAt(change, 'history', conditional, 'state'), message, 'Add "conditions:" with each of them.');
      }
    }
  },
};
