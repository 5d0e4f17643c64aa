import { type Records, readRecords } from '../records/read-records.ts';
import { inWords } from '../registers/dates.ts';
import { shortCommit } from '../source/history.ts';
import type { SourceFile } from '../source/source.ts';
import type { Move, PastValue } from './past-moves.ts';

/** The records of one version of a file; undefined where it is not as records are written today. */
export function readPastRecords(file: SourceFile): Records | undefined {
  const { records, diagnostics } = readRecords([file]);
  return diagnostics.length > 0 ? undefined : records;
}

/** More commits than this are counted, and not named. */
const mostNamed = 3;

/** The commits that did something, for the middle of a sentence, e.g. `, by commit eb7c5b2a1f of 25 November 2026`. */
export function inCommits(moves: readonly Move<PastValue>[]): string {
  const steps = [...new Set(moves.map(({ step }) => step))];
  const named = steps.flatMap(({ commit, date }) =>
    commit === undefined ? [] : [`commit ${shortCommit(commit)} of ${inWords(date)}`],
  );
  const more = named.length - mostNamed;
  const words = [
    ...named.slice(0, mostNamed),
    ...(more > 0 ? [`${more} more`] : []),
    ...(named.length < steps.length ? ['a change that is not yet committed'] : []),
  ];
  return words.length === 0
    ? ''
    : `, by ${[words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ')}`;
}
