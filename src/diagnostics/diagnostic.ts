import { byCodeUnit } from './order.ts';
/** How much a fault weighs: an `error` stops a build, a `warning` and a `note` do not. */
export type Severity = 'error' | 'warning' | 'note';

/** A place in a source file. Lines and columns count from 1; a column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * One fault found in the content, as data. Whoever finds it never prints it.
 *
 * @example { file: 'boards/pib.md', line: 4, column: 8, rule: 'unknown-reference', severity: 'error',
 *            message: 'There is no role "chiar".', hint: 'Did you mean "chair"?' }
 */
export interface Diagnostic extends Position {
  /** Path inside the content folder, with forward slashes. */
  readonly file: string;
  /** Id of the rule that was broken, as listed by the rules reference. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in a whole sentence. */
  readonly message: string;
  /** How to mend it; empty when the message says all there is to say. */
  readonly hint: string;
}

/** The order faults are printed in: by file, then by place, then by rule, then by message. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      byCodeUnit(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      byCodeUnit(a.rule, b.rule) ||
      byCodeUnit(a.message, b.message),
  );
}

/** Whether anything found must stop a build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
