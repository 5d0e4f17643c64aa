import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { agendaPapers } from './agenda-papers.ts';
import { agendaTime } from './agenda-time.ts';
import { decisionSought } from './decision-sought.ts';
import { financeFooting } from './finance-footing.ts';
import { linkTarget } from './link-target.ts';
import { markingCeiling } from './marking-ceiling.ts';
import { minutesConsistent } from './minutes-consistent.ts';
import { missingRecord } from './missing-record.ts';
import { reportComposition } from './report-composition.ts';
import type { Evidence, Rule } from './rule.ts';
import { unknownReference } from './unknown-reference.ts';

/** The reporting standard: every rule, by id. */
export const standard: readonly Rule[] = [
  agendaPapers,
  agendaTime,
  decisionSought,
  financeFooting,
  linkTarget,
  markingCeiling,
  minutesConsistent,
  missingRecord,
  reportComposition,
  unknownReference,
];

/** Runs every rule over a library and returns all that was found. */
export function runStandard(evidence: Evidence): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { id: rule, severity, check } of standard) {
    check(evidence, ({ file, line, column }, message, hint = '') => {
      diagnostics.push({ file, line, column, rule, severity, message, hint });
    });
  }
  return diagnostics;
}
