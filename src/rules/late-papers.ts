import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { daysBetween, inWords } from '../registers/dates.ts';
import { type MeetingView, meetingList } from '../registers/meetings.ts';
import { meetingTimetable } from '../registers/timetable.ts';
import { mayAgree, whoAgrees } from './chairs.ts';
import { fieldAt } from './places.ts';
import type { Report, Rule } from './rule.ts';

export const latePapersAgreed: Rule = {
  id: 'late-papers',
  severity: 'error',
  asks: 'A paper handed in after the day papers are due says why, and that the chair agreed to take it.',
  because: 'Members cannot weigh what they have had no time to read, unless the chair finds that it cannot wait.',
  source: 'Local Government Act 1972, section 100B(4)',
  mend: 'Write under "late:" the reason, the chair who agreed and the day, or move the paper to the next meeting.',
  check: ({ library }, report) => {
    for (const view of meetingList(library)) {
      if (view.meeting.data.status === 'cancelled') continue;
      const papers = new Set(view.items.flatMap(({ paper }) => paper ?? []));
      if (papers.size === 0) continue;
      const { submission } = meetingTimetable(library, view);
      for (const paper of papers) checkPaper(library, view, paper, submission, report);
    }
  },
};

function checkPaper(
  library: Library,
  { board, date }: MeetingView,
  paper: Entry<'paper'>,
  submission: string,
  report: Report,
): void {
  const { submitted, late } = paper.data;
  if (submitted !== undefined && submitted > date) {
    const message = `This paper was handed in on ${inWords(submitted)}, after the meeting of ${inWords(date)} that had it before it.`;
    report(fieldAt(paper, 'submitted'), message, 'Put the day right, or move the paper to a later meeting.');
  } else if (submitted !== undefined && submitted > submission && late === undefined) {
    const days = daysBetween(submission, submitted);
    const message = `This paper was handed in on ${inWords(submitted)}, ${days} ${days === 1 ? 'day' : 'days'} after papers were due, and nothing says that the chair agreed to take it.`;
    const hint = `Add "late:" with the reason, "agreed_by: ${board.data.chair}" and the day it was "agreed:".`;
    report(fieldAt(paper, 'submitted'), message, hint);
  }
  if (late === undefined) return;
  if (submitted === undefined) {
    const message = 'This paper is said to be late, but not when it was handed in.';
    report(
      fieldAt(paper, 'late'),
      message,
      `Add "submitted:" with the day; papers were due on ${inWords(submission)}.`,
    );
  } else if (submitted <= submission) {
    const message = `This paper is said to be late, but was handed in on ${inWords(submitted)}, and papers were due on ${inWords(submission)}.`;
    report(fieldAt(paper, 'late'), message, 'Take "late:" out, or put the day right.');
  }
  if (!mayAgree(library, board, late.agreed_by)) {
    const message = `A late paper is for the chair of the board to agree to, and "${late.agreed_by}" is not that.`;
    report(fieldAt(paper, 'late', 'agreed_by'), message, whoAgrees(library, board));
  }
  if (late.agreed > date) {
    const message = `The chair is said to have agreed to this paper on ${inWords(late.agreed)}, after the meeting of ${inWords(date)}.`;
    report(fieldAt(paper, 'late', 'agreed'), message, 'Put the day right.');
  }
}
