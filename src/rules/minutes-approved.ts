import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';
import {
  type Approval,
  approvalOf,
  approvedText,
  type Correction,
  type CorrectionState,
  correctionsOf,
  minutesMeant,
} from '../registers/approvals.ts';
import { inWords } from '../registers/dates.ts';
import { dayOf, isPreparedAhead, topOf, unreadMinutes } from './minutes-parts.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const minutesApproved: Rule = {
  id: 'minutes-approved',
  severity: 'error',
  asks: 'Approved minutes are those that a later meeting approved, word for word, with every correction since agreed by the board.',
  because: 'Minutes that can be changed after they were approved prove nothing.',
  source: 'Local Government Act 1972, schedule 12, paragraph 41',
  mend: 'Put the words back as they were approved, or have the board agree a correction and record it in its minutes.',
  check: ({ library, unread }, report) => {
    const unsure = unreadMinutes(unread);
    for (const block of [...library.approvals, ...library.corrections]) {
      const id = minutesMeant(block);
      if (dayOf(block.meeting) <= block.reference) {
        const message = `This ${block.name} is of minutes of ${inWords(block.reference)}, which is not before this meeting.`;
        report(block, message, 'Name the day of an earlier meeting.');
      } else if (find(library.minutes, id) === undefined && !unsure.has(id)) {
        const message = `There are no minutes of this board of ${inWords(block.reference)}.`;
        report(block, message, 'Name the day of the meeting whose minutes are meant.');
      }
    }
    for (const approval of library.approvals) {
      const first = approvalOf(library, minutesMeant(approval));
      if (first === approval || first === undefined) continue;
      const message = `The minutes of ${inWords(approval.reference)} have been approved already, on ${inWords(dayOf(first.meeting))}.`;
      report(approval, message, 'Take this one out.');
    }
    for (const minutes of Object.values(library.minutes)) {
      const approval = approvalOf(library, minutes.id);
      if (approval === undefined) checkUnapproved(minutes, unsure, report);
      else checkApproved(library, minutes, approval, report);
      const { states } = approvedText(library, minutes);
      for (const correction of correctionsOf(library, minutes.id)) {
        const state = states.get(correction) ?? 'made';
        if (state !== 'made') report(...correctionFault(minutes, correction, state));
      }
    }
  },
};

function checkUnapproved(minutes: Entry<'minutes'>, unsure: ReadonlySet<string>, report: Report): void {
  const { status, approved_at } = minutes.data;
  if (approved_at === undefined) return;
  if (status === 'draft') {
    const message = `These minutes are a draft, but say that they were approved on ${inWords(approved_at)}.`;
    report(fieldAt(minutes, 'approved_at'), message, 'Take it out until the board has approved them.');
    return;
  }
  if (unsure.has(`${minutes.parts.board}/${approved_at}`)) return;
  const message = `These minutes are approved, but no minutes of ${inWords(approved_at)} say so.`;
  const hint = `Add "::: approval ${minutes.parts.date}" to the minutes of that meeting, or put "approved_at:" right.`;
  report(fieldAt(minutes, 'approved_at'), message, hint);
}

function checkApproved(library: Library, minutes: Entry<'minutes'>, approval: Approval, report: Report): void {
  const { status, approved_at } = minutes.data;
  const day = dayOf(approval.meeting);
  const approving = find(library.minutes, approval.meeting);
  if (status === 'draft') {
    // Minutes that are prepared before their meeting approve nothing yet.
    if (approving !== undefined && isPreparedAhead(library, approving)) return;
    const message = `These minutes are a draft, but were approved on ${inWords(day)}.`;
    report(fieldAt(minutes, 'status'), message, `Write "status: approved" and "approved_at: ${day}".`);
    return;
  }
  if (approved_at !== undefined && approved_at !== day) {
    const message = `These minutes say that they were approved on ${inWords(approved_at)}; it was on ${inWords(day)}.`;
    report(fieldAt(minutes, 'approved_at'), message, `Write "approved_at: ${day}".`);
  }
  const { fingerprint } = approvedText(library, minutes);
  const approved = approval.data.fingerprint;
  if (approved === undefined) {
    const message = `This approval does not say which words were approved.`;
    report(approval, message, `Add the line: fingerprint: "${fingerprint}"`);
  } else if (approved !== fingerprint) {
    const message = `These minutes have been changed since they were approved on ${inWords(day)}: their fingerprint was ${approved} and is ${fingerprint}.`;
    report(
      topOf(minutes),
      message,
      'Put the words back, or record the change as a correction that the board has agreed.',
    );
  }
}

function correctionFault(
  minutes: Entry<'minutes'>,
  correction: Correction,
  state: Exclude<CorrectionState, 'made'>,
): Parameters<Report> {
  const { minute, with: now } = correction.data;
  const where = `minute ${minute} of ${inWords(correction.reference)}`;
  const faults: Record<typeof state, [field: string, message: string, hint: string]> = {
    'no-paragraph': ['minute', `There is no ${where}.`, `Number the paragraph of ${minutes.file} that is meant.`],
    'not-made': [
      'with',
      `The correction has not been made: ${where} does not say "${now}".`,
      `Make the same edit in ${minutes.file}.`,
    ],
    'more-than-once': [
      'with',
      `It is not clear where the correction was made: ${where} says "${now}" more than once.`,
      'Give more of the words around it, in "replace:" and in "with:".',
    ],
  };
  const [field, message, hint] = faults[state];
  return [fieldAt(correction, field), message, hint];
}
