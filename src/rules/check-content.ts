import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { type Library, makeLibrary } from '../library/library.ts';
import { readRecords } from '../records/read-records.ts';
import type { Source } from '../source/source.ts';
import { readWorkTree } from '../source/work-tree.ts';
import { withhold } from './marking-ceiling.ts';
import { runStandard } from './standard.ts';

/** The content, read and held against the standard. */
export interface Checked {
  readonly source: Source;
  /** To be shown or printed only when no diagnostic is an error. */
  readonly library: Library;
  /** Every fault of every file, sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a content folder and checks all of it.
 *
 * @param chooseDay given the day the content declares, if any, says which day it is to speak of, `YYYY-MM-DD`
 */
export async function checkContent(
  folder: string,
  chooseDay: (declared?: string) => Promise<string>,
): Promise<Checked> {
  const { source, diagnostics } = await readWorkTree(folder);
  return await checkSource(source, diagnostics, chooseDay);
}

/**
 * Checks content that has been read.
 *
 * @param unreadable the faults of files that are not in the source, because they could not be read
 * @param chooseDay as for `checkContent`
 */
export async function checkSource(
  source: Source,
  unreadable: readonly Diagnostic[],
  chooseDay: (declared?: string) => Promise<string>,
): Promise<Checked> {
  const { records, diagnostics: invalid } = readRecords(source.files);
  const day = await chooseDay(records.organisation[0]?.data.as_at);
  const { library, diagnostics: doubled } = makeLibrary(records, source.assets, day);
  const unread = new Set([...unreadable, ...invalid].map((fault) => fault.file));
  const found = runStandard({ library, records, unread, files: new Set(source.files.map(({ path }) => path)) });
  const diagnostics = sortDiagnostics(withhold([...unreadable, ...invalid, ...doubled, ...found]));
  return { source, library, diagnostics };
}
