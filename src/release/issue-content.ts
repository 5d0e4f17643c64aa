import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Library } from '../library/library.ts';
import { type MeetingView, meetingView } from '../registers/meetings.ts';
import { checkSource } from '../rules/check-content.ts';
import { readPast } from '../source/past.ts';
import { readRevision } from '../source/revision.ts';
import type { Source } from '../source/source.ts';

/** The content a release is made from, as its commit has it, and the meeting it is of. */
export interface IssueContent {
  readonly commit: string;
  /** The day of the commit, `YYYY-MM-DD`. */
  readonly date: string;
  readonly source: Source;
  readonly library: Library;
  /** Undefined where the meeting is not there, or cannot be read today. */
  readonly view: MeetingView | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The content of a release whose meeting can be read. */
export type ReadContent = IssueContent & { readonly view: MeetingView };

/**
 * Reads the content of a release. It speaks of the day it declares, or of the day of its commit, so that it is the same
 * whenever it is read.
 *
 * @param folder path of the content folder
 * @param meeting `board/date`
 * @throws {EnvironmentError} when there is no such revision
 */
export async function readIssueContent(folder: string, revision: string, meeting: string): Promise<IssueContent> {
  const { source, diagnostics: unreadable, date, commit } = await readRevision(folder, revision);
  const { library, diagnostics } = await checkSource(
    source,
    unreadable,
    async (declared) => declared ?? date,
    (wanted) => readPast(folder, { ...wanted, revision: commit }),
  );
  return { commit, date, source, library, view: meetingView(library, meeting), diagnostics };
}
