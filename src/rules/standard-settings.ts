import { didYouMean } from '../diagnostics/nearest.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const standardSettings: Rule = {
  id: 'standard-settings',
  severity: 'error',
  binding: true,
  asks: 'Severities and waivers in the organisation’s record name rules of the standard that can be set, no waiver has run out, and history begins at a commit there is.',
  because: 'A waiver that is misspelt does nothing, and one that has run out must be renewed by somebody or ended.',
  mend: 'Put the id right, take the waiver out, or agree a new day with a reason.',
  check: ({ library, records, files, unread, rules, past }, report) => {
    const [entry] = records.organisation;
    if (entry === undefined) return;
    const binding = new Map(rules.map((rule) => [rule.id, rule.binding === true]));
    const judge = (id: string, ...path: PropertyKey[]): void => {
      const at = fieldAt(entry, 'standard', ...path);
      const isBinding = binding.get(id);
      if (isBinding === undefined) report(at, `There is no rule "${id}".`, didYouMean(id, [...binding.keys()]));
      else if (isBinding) {
        const message = `The rule "${id}" is binding, so it is neither waived nor made lighter.`;
        report(at, message, 'Take this out, and mend what the rule finds.');
      }
    };
    const { severities, waivers, history_from } = entry.data.standard;
    if (past?.noStart !== undefined) {
      const { near } = past.noStart;
      const message = `There is no commit or tag "${history_from}" to hold records against history from.`;
      const hint = near === undefined ? 'Give one that "git log" shows.' : `Did you mean "${near}"?`;
      report(fieldAt(entry, 'standard', 'history_from'), message, hint);
    }
    for (const id of Object.keys(severities)) judge(id, 'severities', id);
    for (const [index, { rule, file, until }] of waivers.entries()) {
      judge(rule, 'waivers', index, 'rule');
      if (!files.has(file) && !unread.has(file)) {
        const at = fieldAt(entry, 'standard', 'waivers', index, 'file');
        report(at, `There is no file "${file}" to waive a rule for.`, didYouMean(file, [...files]));
      }
      if (until >= library.asAt) continue;
      const message = `This waiver of "${rule}" ran out on ${until}, so it no longer holds on ${library.asAt}.`;
      report(
        fieldAt(entry, 'standard', 'waivers', index, 'until'),
        message,
        'Mend what it waived, or agree a new day.',
      );
    }
  },
};
