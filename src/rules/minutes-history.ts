import { find } from '../library/shelf.ts';
import type { Past } from '../source/past.ts';
import { approvedWords, canHoldMinutes, firstDifference, saysApproved } from './approved-words.ts';
import { topOf } from './minutes-parts.ts';
import { departureOf, movesOf } from './past-moves.ts';
import { inCommits, readPastRecords } from './past-records.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const minutesHistory: Rule = {
  id: 'minutes-history',
  severity: 'error',
  asks: 'Approved minutes say what they said when the history of the repository first had them as approved, but for corrections agreed since.',
  because: 'A fingerprint of what was approved proves little where words and fingerprint can be changed together.',
  source: 'Local Government Act 1972, schedule 12, paragraph 41',
  mend: 'Put the words back, or have the board agree a correction and record it in its minutes. Waive a slip of the pen with a reason.',
  check: ({ past, library, files, unread }, report) => {
    if (past === undefined || past.steps.length === 0) return;
    // Corrections stand in the minutes of other meetings, and would be missed in those that cannot be read.
    if ([...unread].some(canHoldMinutes)) return;
    const touched = withSeveralApproved(past);
    const moves = movesOf(past, (file) => {
      if (!touched.has(file.path) || !saysApproved(file.text)) return [];
      return readPastRecords(file)?.minutes.flatMap((minutes) => approvedWords(library, minutes));
    });
    for (const [subject, steps] of moves) {
      const minutes = find(library.minutes, subject);
      const [today] = minutes === undefined ? [] : approvedWords(library, minutes);
      const departure = departureOf(steps, today, (from, to) => from.asWritten === to.words);
      if (departure === undefined) continue;
      const by = inCommits(departure.moves);
      if (minutes === undefined) {
        const file = `meetings/${subject}/agenda.md`;
        const message = `The minutes of this meeting were approved, and are gone${by}.`;
        report(topOf({ file: files.has(file) ? file : 'organisation.yml' }), message, 'Put them back.');
      } else if (today === undefined) {
        const message = `These minutes were approved, and are a draft again${by}.`;
        report(fieldAt(minutes, 'status'), message, 'Write "status: approved" again.');
      } else {
        const { was, is, at } = firstDifference(departure.from, today);
        const message = `These minutes have been changed since they were approved${by}: "${was}" has become "${is}".`;
        report(at, message, 'Put the words back, or record the change as a correction that the board has agreed.');
      }
    }
  },
};

/** Minutes of which there is more than one version that was approved, or a draft after one: reading text takes the time that a check has. */
function withSeveralApproved({ steps, texts }: Past): Set<string> {
  const approved = new Map<string, string>();
  const touched = new Set<string>();
  for (const { path, before, after } of steps.flatMap(({ changes }) => changes)) {
    if (!canHoldMinutes(path)) continue;
    for (const id of [...before, after ?? '']) {
      const text = texts.get(id) ?? '';
      const known = approved.get(path);
      if (known !== undefined && known !== text) touched.add(path);
      if (saysApproved(text)) approved.set(path, known ?? text);
    }
  }
  return touched;
}
