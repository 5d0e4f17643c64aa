import type { Entry } from '../records/read-records.ts';
import { pointer } from '../records/reading/yaml.ts';
import type { FoundAt } from './rule.ts';

/** The place of a field of a record, or of the nearest group around it when the field is not there. */
export function fieldAt(entry: Pick<Entry, 'file' | 'positions'>, ...path: PropertyKey[]): FoundAt {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = entry.positions[pointer(path.slice(0, length))];
    if (found) return { file: entry.file, ...found };
  }
  return { file: entry.file, line: 1, column: 1 };
}
