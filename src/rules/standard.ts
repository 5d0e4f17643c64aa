import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { acronyms } from './acronyms.ts';
import { actionsAnswered } from './actions-answered.ts';
import { actionsConserved } from './actions-conserved.ts';
import { actionsStates } from './actions-states.ts';
import { agendaForm } from './agenda-form.ts';
import { agendaPapers } from './agenda-papers.ts';
import { agendaTime } from './agenda-time.ts';
import { baselineChange } from './baseline-change.ts';
import { baselineHistory } from './baseline-history.ts';
import { benefitMeasure } from './benefit-measure.ts';
import { calendarDays } from './calendar-days.ts';
import { changeAuthority } from './change-authority.ts';
import { changeImpact } from './change-impact.ts';
import { changeStateOrder } from './change-states.ts';
import { cycleReports } from './cycle-reports.ts';
import { dateInText } from './date-in-text.ts';
import { decisionSought } from './decision-sought.ts';
import { dependencyAgreed } from './dependency-agreed.ts';
import { escalationForm } from './escalation-form.ts';
import { figureReferences } from './figure-references.ts';
import { financeFooting } from './finance-footing.ts';
import { financePublished } from './finance-published.ts';
import { financeRounding } from './finance-rounding.ts';
import { financeVariance } from './finance-variance.ts';
import { forwardPlanRoutes } from './forward-plan.ts';
import { headingLevels } from './heading-levels.ts';
import { indicatorDefinition } from './indicator-definition.ts';
import { initiativeInPortfolio } from './initiative-in-portfolio.ts';
import { latePapersAgreed } from './late-papers.ts';
import { linkTarget } from './link-target.ts';
import { markingCeiling } from './marking-ceiling.ts';
import { meetingNotice } from './meeting-notice.ts';
import { milestoneDates } from './milestone-dates.ts';
import { milestoneWaits } from './milestone-waits.ts';
import { minutesApproved } from './minutes-approved.ts';
import { minutesBlanks } from './minutes-blanks.ts';
import { minutesConsistent } from './minutes-consistent.ts';
import { minutesDue } from './minutes-due.ts';
import { minutesHistory } from './minutes-history.ts';
import { minutesInterests } from './minutes-interests.ts';
import { minutesItems } from './minutes-items.ts';
import { minutesNumbering } from './minutes-numbering.ts';
import { minutesQuorum } from './minutes-quorum.ts';
import { missingRecord } from './missing-record.ts';
import { namedOnce } from './named-once.ts';
import { ownRecords } from './own-records.ts';
import { paperAnnexes } from './paper-annexes.ts';
import { paperComposition } from './paper-composition.ts';
import { papersAwaited } from './papers-awaited.ts';
import { fieldAt } from './places.ts';
import { ragClaimed } from './rag-claimed.ts';
import { reportComposition } from './report-composition.ts';
import { rings } from './rings.ts';
import { riskForm } from './risk-form.ts';
import { riskReview } from './risk-review.ts';
import { rowsOnce } from './rows-once.ts';
import type { Evidence, Rule } from './rule.ts';
import { scaleMapping } from './scale-mapping.ts';
import { standardSettings } from './standard-settings.ts';
import { toleranceEscalation } from './tolerance-escalation.ts';
import { unknownReference } from './unknown-reference.ts';
import { vacantRole } from './vacant-role.ts';
import { applyWaivers, waiversInForce } from './waivers.ts';
import { wordCaps } from './word-caps.ts';

/** The version of the standard, printed on site and pack. It goes up when a rule is added, changed or taken out. */
export const standardVersion = '1.2';

/** The reporting standard: every rule, by id. */
export const standard: readonly Rule[] = [
  acronyms,
  actionsAnswered,
  actionsConserved,
  actionsStates,
  agendaForm,
  agendaPapers,
  agendaTime,
  baselineChange,
  baselineHistory,
  benefitMeasure,
  calendarDays,
  changeAuthority,
  changeImpact,
  changeStateOrder,
  cycleReports,
  dateInText,
  decisionSought,
  dependencyAgreed,
  escalationForm,
  figureReferences,
  financeFooting,
  financePublished,
  financeRounding,
  financeVariance,
  forwardPlanRoutes,
  headingLevels,
  indicatorDefinition,
  initiativeInPortfolio,
  latePapersAgreed,
  linkTarget,
  markingCeiling,
  meetingNotice,
  milestoneDates,
  milestoneWaits,
  minutesApproved,
  minutesBlanks,
  minutesConsistent,
  minutesDue,
  minutesHistory,
  minutesInterests,
  minutesItems,
  minutesNumbering,
  minutesQuorum,
  missingRecord,
  namedOnce,
  ownRecords,
  paperAnnexes,
  paperComposition,
  papersAwaited,
  ragClaimed,
  reportComposition,
  rings,
  riskForm,
  riskReview,
  rowsOnce,
  scaleMapping,
  standardSettings,
  toleranceEscalation,
  unknownReference,
  vacantRole,
  wordCaps,
];

/**
 * Runs every rule over a library, with the severities and waivers the organisation has set.
 *
 * @returns all that was found, and a warning for every waiver that waives nothing
 */
export function runStandard(evidence: Omit<Evidence, 'rules'>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { severities } = evidence.library.organisation.standard;
  for (const rule of standard) {
    const severity = rule.binding ? rule.severity : (severities[rule.id] ?? rule.severity);
    rule.check({ ...evidence, rules: standard }, ({ file, line, column }, message, hint = '') => {
      found.push({ file, line, column, rule: rule.id, severity, message, hint });
    });
  }
  const canBeWaived = new Set(standard.flatMap(({ id, binding }) => (binding ? [] : [id])));
  const waivers = waiversInForce(evidence.library).filter(({ rule }) => canBeWaived.has(rule));
  const { diagnostics, unused } = applyWaivers(found, waivers);
  // Of a file that is not there, or could not be read, nobody can say what it would be found to have.
  const idle = unused.filter(({ file }) => evidence.files.has(file) && !evidence.unread.has(file));
  return [...diagnostics, ...idle.map((waiver) => idleWaiver(waiver, evidence))];
}

function idleWaiver(
  waiver: ReturnType<typeof waiversInForce>[number],
  { library, records }: Omit<Evidence, 'rules'>,
): Diagnostic {
  const [entry] = records.organisation;
  const index = library.organisation.standard.waivers.indexOf(waiver);
  const at = fieldAt({ file: 'organisation.yml', positions: entry?.positions ?? {} }, 'standard', 'waivers', index);
  const message = `This waiver of "${waiver.rule}" waives nothing: ${waiver.file} has no such fault.`;
  return { ...at, rule: standardSettings.id, severity: 'warning', message, hint: 'Take it out.' };
}
