import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { approvals, authorityFor, costOf } from '../registers/changes.ts';
import { writeAmount } from '../registers/finance.ts';
import { fieldAt } from './places.ts';
import type { Rule } from './rule.ts';

export const changeAuthority: Rule = {
  id: 'change-authority',
  severity: 'error',
  asks: 'An approved change request names the decision that approved it, taken by a board whose delegation covers it.',
  because: 'A board cannot approve what it was not given the power to approve.',
  source: 'Teal Book (2025), governance and delegated authority',
  mend: 'Name the decision under "decision:", or take the request to the board the message names.',
  check: ({ library, unread }, report) => {
    for (const change of Object.values(library.changeRequests)) {
      const index = change.data.history.findIndex(({ state }) => approvals.includes(state));
      if (index === -1) continue;
      const { decision: reference } = change.data;
      if (reference === undefined) {
        const at = fieldAt(change, 'history', index, 'state');
        report(at, 'It is approved, but no decision is named.', 'Add "decision:" with the reference in the minutes.');
        continue;
      }
      const decision = find(library.decisions, reference);
      if (decision !== undefined && decision.data.outcome !== 'approved') {
        const message = `It is approved, but ${reference} is a decision that ${decision.data.outcome} it.`;
        report(fieldAt(change, 'decision'), message, 'Name the decision that approved it, or put the history right.');
        continue;
      }
      const needed = authorityFor(library, change);
      if (decision === undefined || needed === undefined || unread.size > 0) continue;
      const board = decision.meeting.split('/')[0] ?? '';
      if (isAtOrAbove(library, board, needed.id)) continue;
      const { time_days: days } = change.data.impact;
      const { unit = '', decimals = 1 } = find(library.initiatives, change.data.initiative)?.data.finance ?? {};
      const message = `It was approved by the ${find(library.boards, board)?.data.name ?? board}, whose delegation does not cover ${days} days and ${writeAmount(costOf(change), unit, decimals)}.`;
      report(fieldAt(change, 'decision'), message, `Take it to the ${needed.data.name}.`);
    }
  },
};

/** Whether a board is another one, or one that the other reports to. */
function isAtOrAbove(library: Library, board: string, needed: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = needed; at !== undefined && !seen.has(at); ) {
    if (at === board) return true;
    seen.add(at);
    at = find(library.boards, at)?.data.parent;
  }
  return false;
}
