import { endOfTime } from '../registers/dates.ts';
import { ratedReports } from '../registers/ratings.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const toleranceEscalation: Rule = {
  id: 'tolerance-escalation',
  severity: 'error',
  asks: 'A forecast outside a tolerance has been escalated by the day its report is handed in, and again where it is still outside after the report that followed the answer.',
  because:
    'Within tolerance a manager decides; outside it the level above does, and cannot decide what it has not been told.',
  source: 'PRINCE2 (2017), the principle of managing by exception',
  mend: 'Add the escalation to escalations.yml with the aspect as its "trigger:" and the decision asked.',
  check: ({ library, unread }, report) => {
    const byInitiative = Map.groupBy(Object.values(library.escalations), ({ initiative }) => initiative);
    for (const [initiative, all] of ratedReports(library, endOfTime)) {
      if (unread.has(`initiatives/${initiative}/escalations.yml`)) continue;
      const raised = byInitiative.get(initiative) ?? [];
      for (const [index, { report: entry, breaches }] of all.entries()) {
        const before = all[index - 1]?.report.data.submitted ?? '';
        for (const { aspect, because } of breaches) {
          const { submitted } = entry.data;
          // An answer holds for the report that follows it; what is still outside after that has to be asked anew.
          const isAsked = raised.some(
            (one) => one.trigger === aspect && one.raised <= submitted && (one.answered ?? endOfTime) > before,
          );
          if (isAsked) continue;
          const message = `The forecast is outside its tolerance for ${aspect}, and nobody has been asked: ${because}.`;
          const hint = `Add an escalation to initiatives/${initiative}/escalations.yml, "trigger: ${aspect}", raised by ${submitted}.`;
          report(fieldAt(entry, 'rag', aspect), message, hint);
        }
      }
    }
  },
};
