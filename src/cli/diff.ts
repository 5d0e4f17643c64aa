import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { formats } from '../diagnostics/format.ts';
import { type Library, makeLibrary } from '../library/library.ts';
import { readRecords } from '../records/read-records.ts';
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
  const states = [stateOf(first, options, effects), stateOf(second, options, effects)] as const;
  const changes = await compareStates(...states);
  const pages = after === undefined ? undefined : pageMoves(await readReleases(options.content), before, after);
  await writeRedline({ before: first.end, after: second.end, changes, pages }, states, options, effects);
  effects.out(options.json ? `${JSON.stringify({ changes, pages }, null, 2)}\n` : diffText(changes, pages));
  return 0;
}

interface ReadEnd extends SourceRead {
  readonly end: RedlineEnd;
}

/** Reads a release or a revision, or, where none is named, what stands in the folder. */
async function readEnd(name: string | undefined, { content }: CommonOptions): Promise<ReadEnd> {
  if (name === undefined) return { ...(await readWorkTree(content)), end: { name: 'the folder' } };
  const { commit, date, ...read } = await readRevision(content, await revisionNamed(content, name));
  return { ...read, end: { name, commit, date } };
}

function stateOf({ source, diagnostics, end }: ReadEnd, { content, format }: CommonOptions, { log }: Effects): State {
  const { name } = end;
  const { records, diagnostics: invalid } = readRecords(source.files);
  // What is marked above the ceiling is not quoted, and not even its faults are told; without a ceiling that can be read the lowest counts.
  const above = new Set(filesAbove(records.markings, records.organisation[0]?.data.ceiling ?? 'OFFICIAL'));
  const faults = [...diagnostics, ...invalid].filter(({ file }) => !above.has(file));
  if (faults.length > 0) log(`Not all of ${name} can be read, and what cannot is not compared:\n`);
  log(formats[format](faults, content));
  for (const file of above) log(`${content}/${file} of ${name} is marked above the ceiling, and is not compared.\n`);
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
