import { endOfTime } from '../registers/dates.ts';
import { narrativeBeyond, ratedReports, signed } from '../registers/ratings.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const financeVariance: Rule = {
  id: 'finance-variance',
  severity: 'error',
  asks: 'A variance in a report is the one its figures give, and a forecast more than 5% away from its baseline, for the year or the whole life, is explained.',
  because:
    'A percentage worked out by hand is wrong sooner or later, and a large one without a reason is a question put off.',
  source: 'Government Major Projects Portfolio, data return: narrative for a variance of more than 5%',
  mend: 'Correct or leave out "variance_percent:", and say in "narrative:" why the forecast moved.',
  check: ({ library }, report) => {
    for (const all of ratedReports(library, endOfTime).values()) {
      for (const { report: entry, money } of all) {
        if (money.asAt === null) continue;
        const { variance_percent: claimed, narrative } = entry.data.finance;
        const { life, thisYear, unit, decimals } = money;
        if (claimed !== undefined && claimed !== life.variancePercent) {
          const sum = `(${life.forecast.toFixed(decimals)} − ${life.baseline.toFixed(decimals)}) / ${life.baseline.toFixed(decimals)} ${unit}`;
          const message = `The whole-life variance is given as ${claimed}%, but the figures at ${money.asAt} make it ${life.variancePercent ?? 'impossible to give, since the baseline is nought'}${life.variancePercent === null ? '' : '%'}.`;
          report(
            fieldAt(entry, 'finance', 'variance_percent'),
            message,
            `It is (forecast − baseline) / baseline: ${sum}.`,
          );
        }
        const large = [
          ['the whole life', life.variancePercent],
          ['the year', thisYear.variancePercent],
        ].filter((pair): pair is [string, number] => Math.abs(Number(pair[1] ?? 0)) > narrativeBeyond);
        if (large.length === 0 || narrative !== undefined) continue;
        const which = large.map(([what, percent]) => `${signed(percent)}% for ${what}`).join(' and ');
        const message = `The forecast is away from its baseline by ${which}, and nothing says why.`;
        report(fieldAt(entry, 'finance'), message, 'Add "narrative:" under "finance:" with what moved it.');
      }
    }
  },
};
