import { formats } from '../diagnostics/format.ts';
import { readRecords } from '../records/read-records.ts';
import { compareStates, type State } from '../release/compare.ts';
import { filesAbove } from '../rules/marking-ceiling.ts';
import { readRevision } from '../source/revision.ts';
import type { SourceRead } from '../source/source.ts';
import { readWorkTree } from '../source/work-tree.ts';
import { diffText } from './diff-text.ts';
import type { Effects } from './effects.ts';
import { type CommonOptions, requireFolder } from './options.ts';

/**
 * `boardpack diff A [B]`: what has changed between two revisions of the content, or between one and what stands in the folder,
 * record by record and word by word. Files that cannot be read today are named, and the others compared all the same.
 */
export async function diffCommand(
  before: string,
  after: string | undefined,
  options: CommonOptions,
  effects: Effects,
): Promise<number> {
  await requireFolder(options.content);
  const first = stateOf(await readRevision(options.content, before), before, options, effects);
  const read = after === undefined ? readWorkTree(options.content) : readRevision(options.content, after);
  const second = stateOf(await read, after ?? 'the folder', options, effects);
  const changes = await compareStates(first, second);
  effects.out(options.json ? `${JSON.stringify(changes, null, 2)}\n` : diffText(changes));
  return 0;
}

function stateOf(
  { source, diagnostics }: SourceRead,
  name: string,
  { content, format }: CommonOptions,
  { log }: Effects,
): State {
  const { records, diagnostics: invalid } = readRecords(source.files);
  // What is marked above the ceiling is not quoted, and not even its faults are told; without a ceiling that can be read the lowest counts.
  const above = new Set(filesAbove(records.markings, records.organisation[0]?.data.ceiling ?? 'OFFICIAL'));
  const faults = [...diagnostics, ...invalid].filter(({ file }) => !above.has(file));
  if (faults.length > 0) log(`Not all of ${name} can be read, and what cannot is not compared:\n`);
  log(formats[format](faults, content));
  for (const file of above) log(`${content}/${file} of ${name} is marked above the ceiling, and is not compared.\n`);
  return { source, records, unread: new Set([...above, ...faults.map(({ file }) => file)]) };
}
