import { find } from '../library/shelf.ts';
import type { Milestone } from '../records/milestones.ts';
import { baselineMoves } from '../registers/baselines.ts';
import { fieldAt } from './places.ts';
import type { FoundAt, Rule } from './rule.ts';

export const baselineChange: Rule = {
  id: 'baseline-change',
  severity: 'error',
  asks: 'The baseline of a milestone is of its first version, or names the change request that moved it there and has been carried out.',
  because: 'Against a baseline that moves by itself nothing is ever late.',
  source: 'PRINCE2 (2017), Change theme: change control: baselines change by an approved change only',
  mend: 'Set "version:", "due:" and "change_request:" as the change request that was carried out has them, or put the baseline back.',
  check: ({ library, records, unread }, report) => {
    if ([...unread].some((file) => file.startsWith('change-requests/'))) return;
    const allMoves = baselineMoves(library);
    for (const entry of records.milestones) {
      for (const [index, milestone] of entry.data.entries()) {
        const moves = allMoves.get(milestone.id) ?? [];
        const at = (field: keyof Milestone['baseline']): FoundAt => fieldAt(entry, index, 'baseline', field);
        const { version, due, change_request: named } = milestone.baseline;
        const last = moves.at(-1);
        if (version !== moves.length + 1) {
          const message = `The baseline of "${milestone.id}" is version ${version}, but ${movedWords(moves.length)}.`;
          report(at('version'), message, `Make it version ${moves.length + 1}, or bring a change request.`);
        } else if (last !== undefined && named === undefined) {
          const message = `The baseline of "${milestone.id}" was moved by ${last.change.id}, and does not name it.`;
          report(at('version'), message, `Add "change_request: ${last.change.id}".`);
        } else if (last !== undefined && (named !== last.change.id || due !== last.to)) {
          const message = `The baseline of "${milestone.id}" is ${due} by ${named}, but ${last.change.id} moved it to ${last.to}.`;
          report(at('due'), message, `Set "due: ${last.to}" and "change_request: ${last.change.id}".`);
        } else if (last === undefined && named !== undefined && find(library.changeRequests, named) !== undefined) {
          const message = `"${named}" has not been carried out, or does not move "${milestone.id}".`;
          report(at('change_request'), message, 'A first version names no change request.');
        }
        for (const [place, { change, from }] of moves.entries()) {
          const before = moves[place - 1];
          if (before === undefined || before.to === from) continue;
          const index = change.data.impact.baselines.findIndex((moved) => moved.milestone === milestone.id);
          const message = `It moves "${milestone.id}" from ${from}, but ${before.change.id} had moved it to ${before.to}.`;
          report(fieldAt(change, 'impact', 'baselines', index, 'from'), message, `Set "from: ${before.to}".`);
        }
      }
    }
  },
};

function movedWords(times: number): string {
  if (times === 0) return 'no change request that has been carried out moves it';
  return `change requests that have been carried out moved it ${times === 1 ? 'once' : `${times} times`}`;
}
