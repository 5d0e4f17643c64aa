import { highestMarking, markingsOver } from '../library/markings.ts';
import type { RecordChange, State } from './compare.ts';

/**
 * The marking of a redline: the highest of what it shows of either state; see `markingsOver`.
 *
 * @param lowest the marking of what belongs to nothing that has one
 */
export function markingOf(changes: readonly RecordChange[], states: readonly State[], lowest: string): string {
  const files = changes.flatMap(({ file, was }) => [file, was ?? file]);
  const markings = states.flatMap(({ records }) => [
    ...records.organisation.map(({ data }) => data.marking),
    ...files.flatMap((file) => markingsOver(file, records.markings)),
  ]);
  return highestMarking(markings, lowest);
}
