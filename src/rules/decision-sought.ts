import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const decisionSought: Rule = {
  id: 'decision-sought',
  severity: 'error',
  asks: 'An agenda item or paper whose purpose is decision says, in words, what is to be decided.',
  because: 'A board that is asked to decide must be able to read what it decides before it meets.',
  mend: 'Write the decision as the board would minute it: "decision:" in the agenda, "decision_sought:" in the paper.',
  check: ({ library }, report) => {
    for (const meeting of Object.values(library.meetings)) {
      for (const [index, item] of meeting.data.items.entries()) {
        if (item.purpose !== 'decision' || item.decision !== undefined) continue;
        const message = `Item ${item.number} is for decision, but does not say what is to be decided.`;
        report(fieldAt(meeting, 'items', index, 'decision'), message, 'Add "decision:" with the decision in words.');
      }
    }
    for (const paper of Object.values(library.papers)) {
      if (paper.data.purpose !== 'decision' || paper.data.decision_sought !== undefined) continue;
      const message = 'This paper is for decision, but does not say what is to be decided.';
      report(fieldAt(paper, 'purpose'), message, 'Add "decision_sought:" with the decision in words.');
    }
  },
};
