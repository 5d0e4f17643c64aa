import type { Position, Severity } from '../diagnostics/diagnostic.ts';
import type { Library } from '../library/library.ts';
import type { Records } from '../records/read-records.ts';

/** Where a rule found something. */
export interface FoundAt extends Position {
  readonly file: string;
}

/** Tells what a rule found: where, what is wrong, how to mend it. */
export type Report = (at: FoundAt, message: string, hint?: string) => void;

/** What a rule may look at. */
export interface Evidence {
  readonly library: Library;
  readonly records: Records;
  /** Files that gave no record because of faults of their own; nothing is said to be missing on their account. */
  readonly unread: ReadonlySet<string>;
}

/** One rule of the reporting standard. Its texts are the rules reference. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** What the rule asks, in a sentence. */
  readonly asks: string;
  /** Why it is asked, with the standard it comes from where there is one. */
  readonly because: string;
  /** Looks at the whole library in linear time and reports every breach. */
  readonly check: (evidence: Evidence, report: Report) => void;
}
