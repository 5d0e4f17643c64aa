import { amountDecimals, sum } from '../registers/sums.ts';
import { type Agreed, agreedValues, canHoldAgreed } from './agreed-values.ts';
import { approvedMoves } from './approved-moves.ts';
import { type Departure, departureOf, movesOf } from './past-moves.ts';
import { inCommits, readPastRecords } from './past-records.ts';
import type { FoundAt, Rule } from './rule.ts';

/** A value that is not what it may be. */
interface Wrong extends Departure<Agreed> {
  readonly subject: string;
  /** The file it stands in, or stood in. */
  readonly file: string;
  /** Undefined where it is gone. */
  readonly today: Agreed | undefined;
}

export const baselineHistory: Rule = {
  id: 'baseline-history',
  severity: 'error',
  asks: 'A date or amount that was agreed is what the history of the repository first has, or approved change requests have moved it from there.',
  because: 'Where what was agreed can be quietly replaced, nothing is ever late and nothing over budget.',
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
    const values = new Map(agreedValues(records, library).map((value) => [value.subject, value]));
    const isAllowed = approvedMoves(library);
    // Money is judged by the year, below: a row alone may not use up what was approved for all of them.
    const isAllowedAlone = (from: Agreed, to: Agreed): boolean => to.mover.by !== 'cost' && isAllowed(from, to);
    const wrong = Array.from(moves).flatMap(([subject, steps]): Wrong[] => {
      const today = values.get(subject);
      const file = today?.at.file ?? steps.at(-1)?.file ?? '';
      // Of a file that cannot be read nobody can say what it holds.
      const departure = unread.has(file) ? undefined : departureOf(steps, today, isAllowedAlone);
      return departure === undefined ? [] : [{ subject, file, today, ...departure }];
    });
    for (const group of Map.groupBy(wrong, sumOf).values()) {
      const [was, is] = [totalOf(group, ({ from }) => from), totalOf(group, ({ today }) => today)];
      const isCovered = ({ from }: Wrong): boolean =>
        from.mover.by === 'cost' && isAllowed({ ...from, amount: was }, { ...from, amount: is });
      for (const one of group) {
        if (isCovered(one)) continue;
        if (one.today === undefined) report(placeOfGone(one.file, files), ...gone(one));
        else report(one.today.at, ...changed(one, one.today, sum([is, -was], amountDecimals)));
      }
    }
  },
};

/** What a value is added up with: a change request gives its cost for a year, and not for each row. */
function sumOf({ subject, from: { mover } }: Wrong): string {
  return mover.by === 'cost' ? mover.sum : subject;
}

function totalOf(group: readonly Wrong[], of: (one: Wrong) => Agreed | undefined): number {
  const amounts = group.map((one) => of(one)?.amount ?? 0);
  return sum(amounts, amountDecimals);
}

function gone({ subject, from, moves }: Wrong): [message: string, hint: string] {
  const hint =
    from.mover.by === 'date'
      ? 'Put the milestone back; one that is no longer to be reached is reported as "cancelled".'
      : 'Put it back.';
  return [`The ${subject} was ${from.words}, and is gone${inCommits(moves)}.`, hint];
}

/** @param difference what the values it is added up with have become more, where it is money */
function changed({ subject, from, moves }: Wrong, today: Agreed, difference: number): [message: string, hint: string] {
  const message = `The ${subject} was ${from.words} and is ${today.words}${inCommits(moves)}, and no approved change request moves it so.`;
  return [message, `Put ${from.words} back${otherWay(today, difference)}.`];
}

function otherWay({ mover }: Agreed, difference: number): string {
  if (mover.by === 'date') return ', or bring a change request that moves it from there';
  if (mover.by === 'nothing') return ', and write what was approved since under "approved:"';
  if (mover.by === 'benefit')
    return `, or bring a change request of the type benefit that names "${mover.benefit}" under "benefits:"`;
  return difference === 0 ? '' : `: it takes change requests that cost ${difference} in ${mover.year} to move it`;
}

/** The top of the file that held what is gone, or of the nearest that is still there. */
function placeOfGone(file: string, files: ReadonlySet<string>): FoundAt {
  const index = file.replace(/[^/]+$/, 'index.md');
  const found = [file, index].find((path) => files.has(path)) ?? 'organisation.yml';
  return { file: found, line: 1, column: 1 };
}
