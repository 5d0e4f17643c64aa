import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { riskResponses } from '../records/risks.ts';
import { score } from '../registers/risks.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const riskForm: Rule = {
  id: 'risk-form',
  severity: 'error',
  asks: 'A risk tells cause, event and effect apart, has a response that fits its kind, and a threat is no higher after the response than before.',
  because:
    'A risk that says the same thing three times cannot be acted on, and a response that makes a threat worse is none.',
  source: 'PRINCE2 (2017), Risk theme; Orange Book (2023), risk management processes',
  mend: 'Write what may bring it about, what may then happen, and what would follow; or put the scores right.',
  check: ({ records, library }, report) => {
    for (const entry of records.risks) checkRegister(entry, report);
    for (const entry of records.report) {
      for (const [index, moved] of entry.data.risks.entries()) {
        const risk = find(library.risks, moved.id);
        if (risk?.type !== 'threat' || score(moved).score <= score(risk.inherent).score) continue;
        const message = `"${moved.id}" now scores ${score(moved).score}, more than the ${score(risk.inherent).score} it had before anything was done.`;
        report(
          fieldAt(entry, 'risks', index),
          message,
          `Raise the inherent score at ${risk.file}:${risk.line}, or put this one right.`,
        );
      }
    }
  },
};

function checkRegister(entry: Entry<'risks'>, report: Report): void {
  for (const [index, risk] of entry.data.entries()) {
    const texts = [risk.cause, risk.event, risk.effect].map((text) => text.toLowerCase());
    for (const [place, name] of (['cause', 'event', 'effect'] as const).entries()) {
      if (texts.indexOf(texts[place] ?? '') === place) continue;
      const message = `The ${name} of "${risk.id}" says what another of cause, event and effect says.`;
      report(
        fieldAt(entry, index, name),
        message,
        'Because of the cause the event may happen, which would have the effect.',
      );
    }
    const fitting: readonly string[] = riskResponses[risk.type];
    if (!fitting.includes(risk.response)) {
      const message = `"${risk.response}" is not a response to ${risk.type === 'threat' ? 'a threat' : 'an opportunity'}.`;
      report(fieldAt(entry, index, 'response'), message, `Use one of: ${fitting.join(', ')}.`);
    }
    const [inherent, residual] = [score(risk.inherent).score, score(risk.residual).score];
    if (risk.type === 'threat' && residual > inherent) {
      const message = `"${risk.id}" scores ${residual} after the response and ${inherent} before it.`;
      report(
        fieldAt(entry, index, 'residual'),
        message,
        'A response does not make a threat worse; put the scores right.',
      );
    }
  }
}
