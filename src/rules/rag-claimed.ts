import { endOfTime } from '../registers/dates.ts';
import { ratedReports } from '../registers/ratings.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const ragClaimed: Rule = {
  id: 'rag-claimed',
  severity: 'error',
  asks: 'A rating is not better than what the initiative’s own records give, unless a named role says why.',
  because: 'A report that is green outside and red inside is found out last by those who answer for it.',
  source: 'Teal Book (2025), reporting; ratings follow the tolerances of PRINCE2 (2017)',
  mend: 'Claim the rating that the records give, or add "reason:" with why it is better and "by:" with the role whose judgement that is.',
  check: ({ library }, report) => {
    for (const all of ratedReports(library, endOfTime).values()) {
      for (const { report: entry, computed, unexplained } of all) {
        for (const aspect of unexplained) {
          const claimed = entry.data.rag[aspect];
          const { value, because } = computed[aspect];
          const message = `${aspect} is ${claimed?.value}, but the records give ${value}: ${because}.`;
          const missing = [claimed?.reason === undefined && '"reason:"', claimed?.by === undefined && '"by:"'];
          const hint = `Claim ${value}, or add ${missing.filter(Boolean).join(' and ')} to say why it is better and who says so.`;
          report(fieldAt(entry, 'rag', aspect, 'value'), message, hint);
        }
      }
    }
  },
};
