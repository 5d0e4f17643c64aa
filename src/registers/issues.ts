import type { Library, OfInitiative } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Issue } from '../records/issues.ts';

/** One row of the issue register. */
export interface IssueRow {
  readonly issue: OfInitiative<Issue>;
  readonly initiativeName: string;
  readonly isOpen: boolean;
  /** The day it was closed; null for one that was open on the day of the register. */
  readonly closed: string | null;
}

/** Draws the issue register, by id. */
export function issueRegister(library: Library, asOf = library.asAt): IssueRow[] {
  return Object.values(library.issues)
    .filter(({ raised }) => raised <= asOf)
    .map((issue) => {
      const closed = issue.closed !== undefined && issue.closed <= asOf ? issue.closed : null;
      const initiativeName = find(library.initiatives, issue.initiative)?.data.name ?? issue.initiative;
      return { issue, initiativeName, isOpen: closed === null, closed };
    });
}
