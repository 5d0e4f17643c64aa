import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import { type RatingScale, type RatingValue, ratingScales } from '../records/scales.ts';
import { givenRatings, standingOn } from '../registers/standing.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const scaleMapping: Rule = {
  id: 'scale-mapping',
  severity: 'error',
  asks: 'Every rating is a value of its scale, and a portfolio says how it reads ratings that are on another scale than its own.',
  because: 'Amber on a scale of three is not amber on a scale of five; guessing moves initiatives up or down unseen.',
  source: 'Government Major Projects Portfolio, delivery confidence assessment ratings',
  mend: 'Use a value of the scale, or add a mapping to "scale_mappings:" that has every value of the other scale.',
  check: ({ library }, report) => {
    for (const entry of Object.values(library.reports)) checkConfidence(entry, report);
    const reports = Map.groupBy(Object.values(library.reports), ({ parts }) => parts.initiative);
    for (const portfolio of Object.values(library.portfolios)) {
      checkMappings(portfolio, report);
      for (const [index, id] of portfolio.data.members.entries()) {
        const unread = (reports.get(id) ?? []).find((entry) => standingOn(portfolio, entry) === null);
        if (unread === undefined || find(library.initiatives, id) === undefined) continue;
        const scales = givenRatings(unread).map(({ scale, value }) => `${value} on ${scale}`);
        const message = `"${id}" is rated ${scales.join(' and ')}, which this portfolio cannot read on ${portfolio.data.rag_scale}.`;
        report(fieldAt(portfolio, 'members', index), message, 'Say in "scale_mappings:" how it is read.');
      }
    }
  },
};

function isOn(scale: RatingScale, value: RatingValue): boolean {
  return (ratingScales[scale] as readonly RatingValue[]).includes(value);
}

function checkConfidence(entry: Entry<'report'>, report: Report): void {
  const given = entry.data.delivery_confidence;
  if (given === undefined) return;
  for (const who of ['sro', 'independent'] as const) {
    const value = given[who];
    if (value === undefined || isOn(given.scale, value)) continue;
    const at = fieldAt(entry, 'delivery_confidence', who);
    report(at, `"${value}" is not a value of ${given.scale}.`, `Use one of: ${ratingScales[given.scale].join(', ')}.`);
  }
}

function checkMappings(portfolio: Entry<'portfolio'>, report: Report): void {
  const { rag_scale: own, scale_mappings: mappings } = portfolio.data;
  for (const [index, { from, values }] of mappings.entries()) {
    const at = fieldAt(portfolio, 'scale_mappings', index);
    if (mappings.findIndex((one) => one.from === from) < index) {
      report(at, `There are two mappings from ${from}.`, 'Keep one of the two.');
    }
    const missing = ratingScales[from].filter((value) => values[value] === undefined);
    if (missing.length > 0) {
      report(at, `The mapping from ${from} leaves out ${missing.join(', ')}.`, `Say what each is on ${own}.`);
    }
    for (const [value, meaning] of Object.entries(values)) {
      if (meaning !== undefined && !isOn(own, meaning)) {
        const message = `The mapping reads ${value} as "${meaning}", which is not a value of ${own}.`;
        report(
          fieldAt(portfolio, 'scale_mappings', index, 'values', value),
          message,
          `Use one of: ${ratingScales[own].join(', ')}.`,
        );
      }
    }
  }
}
