import { compare } from './compare.ts';
import type { Sheet } from './sheet.ts';
import type { Run } from './snapshot.ts';
import { toStream } from './stream.ts';

/**
 * Guard: what an engine did to the document before printing lost and doubled nothing. Footnotes move to another place,
 * so text and notes are compared each for themselves, both in order.
 */
export function guardSource({ source, laidOut }: Sheet): string[] {
  if (source === laidOut) return [];
  return [
    ...compareRuns(source, laidOut, isText),
    ...compareRuns(source, laidOut, isNote).map((fault) => `note: ${fault}`),
  ];
}

const isText = (run: Run) => run.kind === 'text' && !run.made && !run.note;
const isNote = (run: Run) => run.kind === 'text' && !run.made && run.note;

function compareRuns(source: readonly Run[], laidOut: readonly Run[], keep: (run: Run) => boolean): string[] {
  return compare(toStream(source.filter(keep)), toStream(laidOut.filter(keep))).faults;
}
