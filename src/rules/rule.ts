import type { Position, Severity } from '../diagnostics/diagnostic.ts';
import type { Library } from '../library/library.ts';
import type { Records } from '../records/read-records.ts';
import type { Past } from '../source/past.ts';

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
  /** Paths of all text files of the content. */
  readonly files: ReadonlySet<string>;
  /** What the content was before, as far as rules hold it against that; undefined where no history is known. */
  readonly past?: Past | undefined;
  /** The rules of the standard themselves. */
  readonly rules: readonly Rule[];
}

/** One rule of the reporting standard. Its texts are the rules reference. */
export interface Rule {
  readonly id: string;
  /** How much a breach weighs, unless the organisation says otherwise. */
  readonly severity: Severity;
  /** Whether pages cannot be made, or must not be, where it is broken: it is never waived and weighs what it weighs. */
  readonly binding?: true;
  /** What the rule asks, in a sentence. */
  readonly asks: string;
  /** Why it is asked. */
  readonly because: string;
  /** The standard it comes from; absent where it is this project’s own. */
  readonly source?: string;
  /** How a breach is mended, in a sentence. */
  readonly mend: string;
  /** Looks at the whole library in linear time and reports every breach. */
  readonly check: (evidence: Evidence, report: Report) => void;
}
