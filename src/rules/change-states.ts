import { changeStates } from '../records/change-request.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const changeStateOrder: Rule = {
  id: 'change-states',
  severity: 'error',
  asks: 'A change request goes from state to state along the steps of change control, in the order of their days.',
  because: 'A change that was approved before it was assessed was not controlled.',
  source: 'PRINCE2 (2017), Change theme: issue and change control procedure',
  mend: 'Add the step that was left out, or put the states and days right; a deferred request says until when.',
  check: ({ library }, report) => {
    for (const change of Object.values(library.changeRequests)) {
      for (const [index, { state, date, until }] of change.data.history.entries()) {
        const before = change.data.history[index - 1];
        const at = fieldAt(change, 'history', index, 'state');
        if (before === undefined && state !== 'draft' && state !== 'submitted') {
          report(at, `The history begins with ${state}.`, 'It begins with draft or submitted.');
        }
        if (before !== undefined) {
          const next: readonly string[] = changeStates[before.state];
          if (!next.includes(state)) {
            const hint =
              next.length === 0
                ? `Nothing follows ${before.state}.`
                : `After ${before.state} comes ${next.join(', ')}.`;
            report(at, `A change request does not go from ${before.state} to ${state}.`, hint);
          }
          if (date < before.date) {
            const message = `It came to be ${state} on ${date}, before it was ${before.state} on ${before.date}.`;
            report(fieldAt(change, 'history', index, 'date'), message, 'Put the days right.');
          }
        }
        if (state === 'deferred' && until === undefined) {
          report(at, 'It was deferred, but nothing says until when.', 'Add "until:" with the day it comes back.');
        }
      }
    }
  },
};
