import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { type Library, makeLibrary } from '../library/library.ts';
import { type Tier, tiers } from '../library/markings.ts';
import { type Records, readRecords } from '../records/read-records.ts';
import { compareStates, type State } from '../release/compare.ts';
import { markingOf } from '../release/marking.ts';
import { pageMoves } from '../release/page-moves.ts';
import { type Redline, type RedlineEnd, redlineContent, redlineTitle } from '../release/redline.ts';
import { readReleases, revisionNamed } from '../release/releases.ts';
import { standalonePage, stylesWithin } from '../release/standalone-page.ts';
import { filesAbove } from '../rules/marking-ceiling.ts';
import { readRevision } from '../source/revision.ts';
import type { SourceRead } from '../source/source.ts';
import { readWorkTree } from '../source/work-tree.ts';
import { diffText } from './diff-text.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, requireFolder } from './options.ts';
import { writeWhole } from './write-whole.ts';

/** Options of `boardpack diff`. */
export interface DiffOptions extends CommonOptions {
  /** The file that a page of the same is written to. */
  readonly page?: string;
  /** The file that a PDF of the same is written to. */
  readonly pdf?: string;
}

/**
 * `boardpack diff A [B]`: what has changed between two releases or revisions of the content, or between one and what stands in the
 * folder, record by record and word by word; as a page and as a PDF besides, where those are asked for. Files that cannot be read
 * today are named, and the others compared all the same.
 */
export async function diffCommand(
  before: string,
  after: string | undefined,
  options: DiffOptions,
  effects: Effects,
): Promise<number> {
  await requireFolder(options.content);
  if (options.page !== undefined && options.page === options.pdf) {
    throw new EnvironmentError('--page and --pdf name the same file: give each its own.');
  }
  const first = await readEnd(before, options);
  const second = await readEnd(after, options);
  const ceiling = lowerCeiling(first, second);
  const states = [stateOf(first, ceiling, options, effects), stateOf(second, ceiling, options, effects)] as const;
  const changes = await compareStates(...states);
  const pages = after === undefined ? undefined : pageMoves(await readReleases(options.content), before, after);
  await writeRedline({ before: first.end, after: second.end, changes, pages }, states, options, effects);
  effects.out(options.json ? `${JSON.stringify({ changes, pages }, null, 2)}\n` : diffText(changes, pages));
  return 0;
}

interface ReadEnd extends SourceRead {
  readonly end: RedlineEnd;
  readonly records: Records;
  /** What is wrong with the records. */
  readonly invalid: readonly Diagnostic[];
}

/** Reads a release or a revision, or, where none is named, what stands in the folder. */
async function readEnd(name: string | undefined, { content }: CommonOptions): Promise<ReadEnd> {
  if (name === undefined) return withRecords(await readWorkTree(content), { name: 'the folder' });
  const { commit, date, ...read } = await readRevision(content, await revisionNamed(content, name));
  return withRecords(read, { name, commit, date });
}

function withRecords(read: SourceRead, end: RedlineEnd): ReadEnd {
  const { records, diagnostics: invalid } = readRecords(read.source.files);
  return { ...read, end, records, invalid };
}

/** What one of two states may not show is shown of neither; without a ceiling that can be read the lowest counts. */
function lowerCeiling(...ends: readonly ReadEnd[]): Tier {
  const ceilings: readonly Tier[] = ends.map(({ records }) => records.organisation[0]?.data.ceiling ?? 'OFFICIAL');
  return tiers.find((tier) => ceilings.includes(tier)) ?? 'OFFICIAL';
}

function stateOf(
  { source, diagnostics, end, records, invalid }: ReadEnd,
  ceiling: Tier,
  { content, format }: CommonOptions,
  { log }: Effects,
): State {
  const { name } = end;
  const all = [...diagnostics, ...invalid];
  const files = [...source.files.map(({ path }) => path), ...source.assets, ...all.map(({ file }) => file)];
  // What is marked above the ceiling is not quoted, and not even its faults are told.
  const above = new Set(filesAbove(files, records.markings, ceiling));
  const faults = all.filter(({ file }) => !above.has(file));
  if (faults.length > 0) log(`Not all of ${name} can be read, and what cannot is not compared:\n`);
  log(formats[format](faults, content));
  for (const file of above) {
    const how = records.markings.has(file) ? 'is marked' : 'belongs to what is marked';
    log(`${content}/${file} of ${name} ${how} above the ceiling, and is not compared.\n`);
  }
  return { source, records, unread: new Set([...above, ...faults.map(({ file }) => file)]) };
}

/** Writes the page and the PDF, as far as they are asked for. */
async function writeRedline(
  compared: Omit<Redline, 'marking'>,
  states: readonly [State, State],
  options: DiffOptions,
  effects: Effects,
): Promise<void> {
  const { page, pdf } = options;
  if (page === undefined && pdf === undefined) return;
  const library = organisationOf(states[1], compared);
  const { language, marking } = library.organisation;
  const redline = { ...compared, marking: markingOf(compared.changes, states, marking) };
  if (page !== undefined) {
    const title = redlineTitle(redline);
    const content = redlineContent(redline);
    const styles = await stylesWithin();
    await writeWhole(page, standalonePage({ language, title, marking: redline.marking, styles, content }));
  }
  if (pdf === undefined) return;
  // Loaded when it is asked for, so that nobody else waits for the typesetter.
  const { printRedline } = await import('./print-redline.ts');
  await writeWhole(pdf, await printRedline(library, redline, states[1].source, options, effects));
}

/**
 * A library of the organisation alone: a redline shows no other record by its own view, and content with faults may name pictures
 * that are not there.
 */
function organisationOf({ records }: State, { before, after }: Omit<Redline, 'marking'>): Library {
  const { records: none } = readRecords([]);
  const { organisation } = records;
  const day = after.date ?? organisation[0]?.data.as_at ?? before.date ?? '';
  return makeLibrary({ ...none, organisation }, [], day).library;
}
