import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { type Library, makeLibrary } from '../library/library.ts';
import { date } from '../records/fields.ts';
import { organisation } from '../records/organisation.ts';
import { readRecords } from '../records/read-records.ts';
import { type Past, type PastWanted, readPast } from '../source/past.ts';
import type { Source } from '../source/source.ts';
import { readWorkTree } from '../source/work-tree.ts';
import { canHoldAgreed } from './agreed-values.ts';
import { canHoldMinutes } from './approved-words.ts';
import { withhold } from './marking-ceiling.ts';
import { runStandard } from './standard.ts';

/** The content, read and held against the standard. */
export interface Checked {
  readonly source: Source;
  /** To be shown or printed only when no diagnostic is an error. */
  readonly library: Library;
  /** Every fault of every file, sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether git has only a part of the history, so that records were not held against it. */
  readonly isPartOfHistory: boolean;
}

/** Reads the versions of those files that rules hold against what they were, from a commit or tag on. */
export type ReadPast = (wanted: Omit<PastWanted, 'revision'>) => Promise<Past | undefined>;

/**
 * Reads a content folder and checks all of it.
 *
 * @param chooseDay given the day the content declares, if any, says which day it is to speak of, `YYYY-MM-DD`
 * @param isHeldToHistory whether records that may not change are held against what they were
 */
export async function checkContent(
  folder: string,
  chooseDay: (declared?: string) => Promise<string>,
  isHeldToHistory = true,
): Promise<Checked> {
  const { source, diagnostics } = await readWorkTree(folder);
  const recall: ReadPast = (wanted) => readPast(folder, wanted);
  return await checkSource(source, diagnostics, chooseDay, isHeldToHistory ? recall : undefined);
}

/**
 * Checks content that has been read.
 *
 * @param unreadable the faults of files that are not in the source, because they could not be read
 * @param chooseDay as for `checkContent`
 * @param recall reads what the content was before; where it is not given, nothing is held against history
 */
export async function checkSource(
  source: Source,
  unreadable: readonly Diagnostic[],
  chooseDay: (declared?: string) => Promise<string>,
  recall: ReadPast = async () => undefined,
): Promise<Checked> {
  const { records, diagnostics: invalid } = readRecords(source.files);
  const from = records.organisation[0]?.data.standard.history_from;
  const isWanted = (path: string): boolean => canHoldAgreed(path) || canHoldMinutes(path);
  const past = await recall({ isWanted, files: source.files, from });
  const day = await chooseDay(records.organisation[0]?.data.as_at ?? dayIn(source));
  const { library, diagnostics: doubled } = makeLibrary(records, source.assets, day);
  const unread = new Set([...unreadable, ...invalid].map((fault) => fault.file));
  const files = new Set(source.files.map(({ path }) => path));
  const found = runStandard({ library, records, unread, files, past });
  const diagnostics = sortDiagnostics(withhold([...unreadable, ...invalid, ...doubled, ...found]));
  return { source, library, diagnostics, isPartOfHistory: past?.isPart === true };
}

/** The day that a record of the organisation with other faults still declares, so that these are told and no day is missed. */
function dayIn({ files }: Source): string | undefined {
  const text = files.find(({ path }) => path === organisation.path)?.text ?? '';
  return date.safeParse(/^as_at:\s*["']?([\d-]+)/m.exec(text)?.[1]).data;
}
