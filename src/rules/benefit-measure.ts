import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

const needed = ['measure', 'unit', 'baseline', 'target'] as const;

export const benefitMeasure: Rule = {
  id: 'benefit-measure',
  severity: 'error',
  asks: 'A benefit that is not qualitative has a measure, a unit, a dated baseline, a target, and a path of years between them.',
  because: 'Without a baseline nobody can say what was gained, and without a path nobody sees it fail in time.',
  source: 'MSP (5th edition), benefit profile; Teal Book (2025)',
  mend: 'Add what the message names, or class the benefit as qualitative and say so.',
  check: ({ records }, report) => {
    for (const entry of records.benefits) {
      for (const [index, benefit] of entry.data.entries()) {
        if (benefit.class === 'qualitative') continue;
        const missing: string[] = needed.filter((name) => benefit[name] === undefined);
        if (benefit.path.length === 0) missing.push('path');
        if (missing.length > 0) {
          const message = `"${benefit.id}" is classed as ${benefit.class}, but has no ${missing.join(', ')}.`;
          report(fieldAt(entry, index), message, 'Add them, or class it as qualitative.');
        }
        const periods = benefit.path.map(({ period }) => period);
        const disordered = periods.findIndex((period, at) => at > 0 && period <= (periods[at - 1] ?? ''));
        if (disordered > 0) {
          const message = `The year ${periods[disordered]} of "${benefit.id}" stands after ${periods[disordered - 1]}.`;
          report(fieldAt(entry, index, 'path', disordered), message, 'Give each year once, in order.');
        }
        const { baseline, target } = benefit;
        if (baseline !== undefined && target !== undefined && target.date <= baseline.date) {
          const message = `The target of "${benefit.id}" is for ${target.date}, not after its baseline of ${baseline.date}.`;
          report(fieldAt(entry, index, 'target', 'date'), message, 'A benefit takes time; put the dates right.');
        }
      }
    }
  },
};
