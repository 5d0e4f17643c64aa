import { amountDecimals, sum } from '../registers/sums.ts';
import { type Agreed, agreedValues, canHoldAgreed } from './agreed-values.ts';
import { approvedMoves } from './approved-moves.ts';
import { type Departure, departureOf, movesOf } from './past-moves.ts';
import { inCommits, readPastRecords } from './past-records.ts';
import type { FoundAt, Rule } from './rule.ts';

export const baselineHistory: Rule = {
  id: 'baseline-history',
  severity: 'error',
  asks: 'A date or amount that was agreed is what the history of the repository first has, or has been moved from there by approved change requests.',
  because:
    'Who may quietly put another date in the place of the one that was agreed is never late and never over budget.',
  source: 'PRINCE2 (2017), Change theme: change control: baselines change by an approved change only',
  mend: 'Put it back as it was, or bring a change request that moves it. Waive a slip of the pen with a reason.',
  check: ({ past, library, records, files, unread }, report) => {
    if (past === undefined || past.steps.length === 0) return;
    if ([...unread].some((file) => file.startsWith('change-requests/'))) return;
    const moves = movesOf(past, (file) => {
      if (!canHoldAgreed(file.path)) return [];
      const version = readPastRecords(file);
      return version && agreedValues(version, library);
    });
    const today = new Map(agreedValues(records, library).map((value) => [value.subject, value]));
    const isAllowed = approvedMoves(library);
    for (const [subject, steps] of moves) {
      const file = steps.at(-1)?.file ?? '';
      if (unread.has(file)) continue;
      const value = today.get(subject);
      const departure = departureOf(steps, value, isAllowed);
      if (departure === undefined) continue;
      if (value === undefined) report(placeOfGone(file, files), ...gone(subject, departure));
      else report(...changed(value, departure));
    }
  },
};

/** What is wrong with a value that no record holds any longer. */
function gone(subject: string, { from, moves }: Departure<Agreed>): [message: string, hint: string] {
  const hint =
    from.mover.by === 'date'
      ? 'Put the milestone back; one that is no longer to be reached is reported as "cancelled".'
      : 'Put it back.';
  return [`The ${subject} was ${from.words}, and is gone${inCommits(moves)}.`, hint];
}

/** What is wrong with a value that has become another; of a year of money the first cell that is not what it was. */
function changed(value: Agreed, { from, moves }: Departure<Agreed>): [at: FoundAt, message: string, hint: string] {
  const names = new Set([...(value.parts?.keys() ?? []), ...(from.parts?.keys() ?? [])]);
  const cell = [...names].find((name) => value.parts?.get(name)?.words !== from.parts?.get(name)?.words);
  const was = cell === undefined ? from.words : (from.parts?.get(cell)?.words ?? '0');
  const now = cell === undefined ? undefined : value.parts?.get(cell);
  const is = cell === undefined ? value.words : (now?.words ?? '0');
  const which = cell === undefined ? '' : ` (${cell})`;
  const message = `The ${value.subject}${which} was ${was} and is ${is}${inCommits(moves)}, and no approved change request moves it so.`;
  return [now?.at ?? value.at, message, mendOf(value, from, was)];
}

function mendOf({ mover, amount = 0 }: Agreed, from: Agreed, was: string): string {
  if (mover.by === 'date') return `Put ${was} back, or bring a change request that moves it from there.`;
  if (mover.by === 'nothing') return `Put ${was} back, and write what was approved since under "approved:".`;
  if (mover.by === 'benefit') {
    return `Put ${was} back, or bring a change request of the type benefit that names "${mover.benefit}" under "benefits:".`;
  }
  const difference = sum([amount, -(from.amount ?? 0)], amountDecimals);
  const other = difference === 0 ? '' : `, or bring a change request that costs ${difference} in ${mover.year}`;
  return `Put ${was} back${other}.`;
}

/** The top of the file that held what is gone, or of the nearest that is still there. */
function placeOfGone(file: string, files: ReadonlySet<string>): FoundAt {
  const index = file.replace(/[^/]+$/, 'index.md');
  const found = [file, index].find((path) => files.has(path)) ?? 'organisation.yml';
  return { file: found, line: 1, column: 1 };
}
