import type { Entry } from '../records/read-records.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

const implications = ['financial', 'legal', 'risk', 'equality', 'data_protection', 'workforce'] as const;

export const paperComposition: Rule = {
  id: 'paper-composition',
  severity: 'error',
  asks: 'A paper for decision has recommendations, at least two options and all implications, and a paper has the purpose of its item.',
  because: 'A board that is shown one way only, or not what it would mean, is asked to sign and not to decide.',
  mend: 'Write what is missing; where something has no implication, say so and say why.',
  check: ({ library }, report) => {
    for (const paper of Object.values(library.papers)) {
      if (paper.data.purpose === 'decision') checkDecision(paper, report);
      else if (paper.data.decision_sought !== undefined) {
        const message = `This paper is for ${paper.data.purpose}, but seeks a decision.`;
        report(fieldAt(paper, 'decision_sought'), message, 'Write "purpose: decision", or take it out.');
      }
      const day = paper.parts.date ?? '';
      for (const [index, { date }] of paper.data.considered_before.entries()) {
        if (date <= day) continue;
        const message = `This paper is said to have been considered on ${date}, after this meeting.`;
        report(fieldAt(paper, 'considered_before', index, 'date'), message, 'Put the day right, or take it out.');
      }
    }
    for (const meeting of Object.values(library.meetings)) {
      for (const item of meeting.data.items) {
        const id = `${meeting.id}/${item.paper}`;
        const paper = Object.hasOwn(library.papers, id) ? library.papers[id] : undefined;
        if (paper === undefined || paper.data.purpose === item.purpose) continue;
        const message = `This paper is for ${paper.data.purpose}, but item ${item.number} of the agenda takes it for ${item.purpose}.`;
        report(fieldAt(paper, 'purpose'), message, 'Write the same purpose in both.');
      }
    }
  },
};

function checkDecision(paper: Entry<'paper'>, report: Report): void {
  const { recommendations, options } = paper.data;
  if (recommendations.length === 0) {
    const message = 'This paper is for decision, but recommends nothing.';
    report(fieldAt(paper, 'purpose'), message, 'Add "recommendations:", one line each.');
  }
  if (options.length < 2) {
    const message = `This paper is for decision, but weighs ${options.length === 0 ? 'no options' : 'one option only'}.`;
    report(
      fieldAt(paper, options.length === 0 ? 'purpose' : 'options'),
      message,
      'Add "options:" with all that were weighed, doing nothing among them.',
    );
  }
  const missing = implications.filter((name) => paper.data.implications[name] === undefined);
  if (missing.length === 0) return;
  const words = missing.map((name) => name.replaceAll('_', ' ')).join(', ');
  const message = `This paper is for decision, but does not say what it means for: ${words}.`;
  const hint = `Add ${missing.map((name) => `"${name}:"`).join(', ')} under "implications:"; where there is none, say so.`;
  report(fieldAt(paper, missing.length === implications.length ? 'purpose' : 'implications'), message, hint);
}
