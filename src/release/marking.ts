import { posix } from 'node:path';
import { highestMarking } from '../library/markings.ts';
import { placeOf } from '../records/paths.ts';
import type { Records } from '../records/read-records.ts';
import type { RecordChange, State } from './compare.ts';

/**
 * The marking of a redline: the highest of what it shows of either state. What says nothing of its own has the marking of what it
 * belongs to: records of an initiative that of the initiative, a file that is no record that of what stands beside it.
 *
 * @param lowest the marking of what belongs to nothing that has one
 */
export function markingOf(changes: readonly RecordChange[], states: readonly State[], lowest: string): string {
  const files = changes.flatMap(({ file, was }) => [file, was ?? file]);
  const markings = states.flatMap(({ records }) => [
    ...records.organisation.map(({ data }) => data.marking),
    ...files.flatMap((file) => markingsOfFile(file, records)),
  ]);
  return highestMarking(markings, lowest);
}

function markingsOfFile(file: string, { markings }: Pick<Records, 'markings'>): string[] {
  const own = markings.get(file);
  if (own !== undefined) return [own];
  const [initiative] = /^initiatives\/[^/]+\//.exec(file) ?? [];
  if (initiative !== undefined) return [markings.get(`${initiative}index.md`) ?? []].flat();
  if (placeOf(file) !== undefined) return [];
  const folder = posix.dirname(file);
  return [...markings].flatMap(([path, marking]) => (posix.dirname(path) === folder ? marking : []));
}
