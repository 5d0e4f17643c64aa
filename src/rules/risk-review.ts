import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const riskReview: Rule = {
  id: 'risk-review',
  severity: 'warning',
  asks: 'An open risk is looked at again by the day it names.',
  because: 'A risk nobody has looked at since it was written down is a hope, not a risk register.',
  source: 'Orange Book (2023), risk management processes: review',
  mend: 'Review the risk, say in the report what moved, and set the next "review:"; or close it with "closed:".',
  check: ({ library, records }, report) => {
    for (const entry of records.risks) {
      for (const [index, risk] of entry.data.entries()) {
        if (risk.closed !== undefined || risk.review >= library.asAt) continue;
        const message = `"${risk.id}" was to be looked at again by ${risk.review}, and is still open on ${library.asAt}.`;
        report(fieldAt(entry, index, 'review'), message, 'Review it and set the next day, or close it.');
      }
    }
  },
};
