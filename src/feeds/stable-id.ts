import { v5 } from 'uuid';
import type { Library } from '../library/library.ts';

/** Marks off the ids that Boardpack gives from all others of this kind. Made once; whoever changes it changes every id. */
const namespace = 'c5972719-680f-44e5-9141-6fb6c8be24b0';

/**
 * The id of a record in calendars and feeds: a UUID of version 5 (RFC 9562), worked out from the name of the organisation
 * and the record’s own name, e.g. `action/PIB-2017-A03`. So it is the same in every build and every file, and no other
 * organisation gives the same; only a new name of the organisation makes new ids.
 */
export function stableId(library: Library, name: string): string {
  return v5(name, v5(library.organisation.name, namespace));
}
