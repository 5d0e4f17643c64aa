import { posix } from 'node:path';
import { kinds } from '../records/kinds.ts';
import { placeOf } from '../records/paths.ts';
import { inWords } from '../registers/dates.ts';
import { capital } from '../views/words.ts';
import { isDate } from './amounts.ts';
import type { RecordChange } from './compare.ts';
import type { FieldChange } from './fields.ts';

/** What a record is called in a heading: by its title, else by its kind and its path, as `Milestones: bridge`. */
function recordName({ file, record, title }: Pick<RecordChange, 'file' | 'record' | 'title'>): string {
  if (record !== '') return capital(record);
  if (title !== '') return title;
  const place = placeOf(file);
  if (place === undefined) return posix.basename(file);
  const where = Object.values(place.parts).map((part) => (isDate(part) ? inWords(part) : part));
  // The record of a meeting is what its agenda says of it.
  const kind = place.kind === 'meeting' ? 'agenda' : kinds[place.kind].title;
  return [capital(kind), where.join(', ')].filter(Boolean).join(': ');
}

/** Names for headings of the records that have changed, in their order, no two of which are the same. */
export function distinctNames(changes: readonly RecordChange[]): string[] {
  const names = changes.map(recordName);
  return names.map((name, index) => {
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    return isAlone ? name : `${name} (${changes[index]?.file})`;
  });
}

/** Words that fields have as short forms. */
const initials = new Set(['rag', 'sro', 'id']);

/** What a field is called: of `rag.overall`, `RAG, overall`; of `design.baseline.due`, `Design agreed (design), baseline, due`. */
export function fieldName({ path, of }: FieldChange): string {
  if (of === undefined) return capital(steps(path));
  const rest = path.slice(of.path.length + 1);
  return [`${of.title} (${steps(of.path)})`, steps(rest)].filter(Boolean).join(', ');
}

function steps(path: string): string {
  const words = path.split('.').map((step) => {
    if (initials.has(step)) return step.toUpperCase();
    return /^[a-z]+(_[a-z]+)*$/.test(step) ? step.replaceAll('_', ' ') : step;
  });
  return words.join(', ');
}

/** The value of a field as people read it: a date in words, anything else as it is written. */
export function valueInWords(value: string): string {
  return isDate(value) ? inWords(value) : value;
}
