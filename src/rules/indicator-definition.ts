import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const indicatorDefinition: Rule = {
  id: 'indicator-definition',
  severity: 'error',
  asks: 'The target of an indicator lies after its baseline, in the direction that is better, and changes of its definition stand in the order of their days.',
  because: 'A scorecard whose target is behind its baseline shows every failure as a success.',
  source: 'Code of Practice for Statistics (2018): definitions and breaks in series are shown',
  mend: 'Put the direction, the values or the dates right.',
  check: ({ library }, report) => {
    for (const { entry } of Object.values(library.indicators)) {
      const { baseline, target, direction, definition_changes: changes } = entry.data;
      if (baseline !== undefined && target !== undefined) {
        if (target.date <= baseline.date) {
          const message = `The target is for ${target.date}, not after the baseline of ${baseline.date}.`;
          report(fieldAt(entry, 'target', 'date'), message, 'Put the dates right.');
        }
        const gain = direction === 'up' ? target.value - baseline.value : baseline.value - target.value;
        if (gain < 0) {
          const message = `The target ${target.value} is worse than the baseline ${baseline.value}, since ${direction === 'up' ? 'higher' : 'lower'} is better.`;
          report(fieldAt(entry, 'target', 'value'), message, 'Put the direction or the target right.');
        }
      }
      const disordered = changes.findIndex(({ date }, index) => index > 0 && date <= (changes[index - 1]?.date ?? ''));
      if (disordered > 0) {
        report(
          fieldAt(entry, 'definition_changes', disordered, 'date'),
          'This change of definition stands after a later one.',
          'Give them in order.',
        );
      }
    }
  },
};
