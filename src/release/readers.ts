import type { Library } from '../library/library.ts';
import type { Tier } from '../library/markings.ts';
import { namedAssets } from '../library/named-assets.ts';
import { type Records, readRecords } from '../records/read-records.ts';
import { forPublic } from '../registers/public.ts';
import { filesAbove } from '../rules/marking-ceiling.ts';
import type { Source } from '../source/source.ts';
import { compareStates, type RecordChange, type State } from './compare.ts';

/** A version of the content, read and without faults. */
export interface Version {
  readonly source: Source;
  /** Of the same source. */
  readonly library: Library;
}

/**
 * Compares two versions as some readers may know of it. What they may not see is taken out of both before they are compared, not
 * left out afterwards: the brief for the chair of all of them; of the public whatever `forPublic` takes out of a library, so that
 * of a private item no more is compared than the public reads of it. Files that no body and no paper names are told to nobody, and
 * nothing of what is marked above the ceiling that the later version has.
 *
 * @returns the changes, and the states they were found between
 */
export async function changesForReaders(
  before: Version,
  after: Version,
  audience: 'members' | 'public',
): Promise<{ changes: RecordChange[]; states: readonly [State, State] }> {
  const { ceiling } = after.library.organisation;
  const states = [stateForReaders(before, audience, ceiling), stateForReaders(after, audience, ceiling)] as const;
  return { changes: await compareStates(...states), states };
}

function stateForReaders({ source, library }: Version, audience: 'members' | 'public', ceiling: Tier): State {
  const shown = audience === 'public' ? forPublic(library) : library;
  const records = recordsOf(readRecords(source.files).records, shown);
  const assets = namedAssets(shown);
  const files = [...source.files.map(({ path }) => path), ...assets];
  return { source: { ...source, assets }, records, unread: new Set(filesAbove(files, records.markings, ceiling)) };
}

/** The records of a meeting as a library has them, which may have less of them than was read; and no briefs. */
function recordsOf(read: Records, library: Library): Records {
  return {
    ...read,
    meeting: Object.values(library.meetings),
    minutes: Object.values(library.minutes),
    paper: Object.values(library.papers),
    chairBrief: [],
    decisions: Object.values(library.decisions),
    actions: Object.values(library.actions),
    updates: library.updates,
    interests: library.interests,
    approvals: library.approvals,
    corrections: library.corrections,
  };
}
