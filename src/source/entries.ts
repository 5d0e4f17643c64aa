import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { byCodeUnit } from '../diagnostics/order.ts';

/** One name under the content folder, other than a folder. */
export interface Entry {
  /** Path inside the content folder, with forward slashes. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'other';
}

/** The content folder's names, told apart; each list sorted. */
export interface Entries {
  readonly texts: readonly string[];
  readonly assets: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** In any case, so that a record named `PIB.MD` is told so, and not published as a file. */
const textFile = /\.(md|yml|yaml|csv)$/i;
/** A table in the folder of a meeting is the annex of a paper, and published as it is. */
const annexTable = /^meetings\/.*\.csv$/i;

/**
 * Tells texts from other files. Symbolic links are not followed, because they can lead out of the content folder; names that
 * start with a dot are left to the tools they belong to.
 */
export function sortEntries(entries: readonly Entry[]): Entries {
  const texts: string[] = [];
  const assets: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, kind } of entries.toSorted((a, b) => byCodeUnit(a.path, b.path))) {
    if (path.split('/').some((name) => name.startsWith('.'))) continue;
    if (kind === 'link') diagnostics.push(linkFault(path));
    // What stands for bytes that are no text; such a name cannot be opened, or be part of an address.
    else if (path.includes('\ufffd')) diagnostics.push(nameFault(path));
    else if (kind === 'file') (textFile.test(path) && !annexTable.test(path) ? texts : assets).push(path);
  }
  return { texts, assets, diagnostics };
}

function linkFault(file: string): Diagnostic {
  const message = 'This is a symbolic link, and links are not followed.';
  return {
    file,
    line: 1,
    column: 1,
    rule: 'source-link',
    severity: 'error',
    message,
    hint: 'Put the file itself here.',
  };
}

function nameFault(file: string): Diagnostic {
  const message = 'The name of this file is not UTF-8 text.';
  return { file, line: 1, column: 1, rule: 'source-name', severity: 'error', message, hint: 'Give it another name.' };
}
