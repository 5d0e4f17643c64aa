import type { z } from 'zod';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Body, RecordBlock } from '../markdown/body.ts';
import { type RecordBlockName, recordBlocks } from '../markdown/record-blocks.ts';
import { date, quotedReference } from './fields.ts';
import type { KindName } from './kinds.ts';
import { action, approval, correction, decision, interest, update } from './minutes.ts';
import { validate } from './reading/validate.ts';
import { type Positions, readYaml } from './reading/yaml.ts';

/** The fields of each kind of block. */
export const blockSchemas = { decision, action, update, interest, approval, correction } as const satisfies Record<
  RecordBlockName,
  z.ZodType
>;

/** A record that stands as a block in minutes. */
export interface BlockEntry<Name extends RecordBlockName = RecordBlockName> extends Position {
  readonly name: Name;
  /**
   * Its own reference; of an update that of its action, of an approval or correction the day of the minutes it is about, and
   * empty for an interest.
   */
  readonly reference: string;
  /** The meeting whose minutes it stands in, e.g. `pib/2017-07-12`. */
  readonly meeting: string;
  readonly file: string;
  readonly data: z.output<(typeof blockSchemas)[Name]>;
  /** What the reader sees, as Markdown. */
  readonly text: string;
  readonly positions: Positions;
}

/** All records that stand in minutes. */
export interface MinutesBlocks {
  readonly decisions: BlockEntry<'decision'>[];
  readonly actions: BlockEntry<'action'>[];
  readonly updates: BlockEntry<'update'>[];
  readonly interests: BlockEntry<'interest'>[];
  readonly approvals: BlockEntry<'approval'>[];
  readonly corrections: BlockEntry<'correction'>[];
}

/** The list of each kind of block. */
export const blockLists = {
  decision: 'decisions',
  action: 'actions',
  update: 'updates',
  interest: 'interests',
  approval: 'approvals',
  correction: 'corrections',
} as const satisfies Record<RecordBlockName, keyof MinutesBlocks>;

/** Reads the blocks of one meeting's minutes, pushing every fault found. */
export function readMinutesBlocks(meeting: string, file: string, body: Body, faults: Diagnostic[]): MinutesBlocks {
  const read = <Name extends RecordBlockName>(name: Name): BlockEntry<Name>[] =>
    body.blocks.flatMap((block) => (block.name === name ? readBlock(name, meeting, file, block, faults) : []));
  return {
    decisions: read('decision'),
    actions: read('action'),
    updates: read('update'),
    interests: read('interest'),
    approvals: read('approval'),
    corrections: read('correction'),
  };
}

/** Finds what would be lost without a word: a block that is misspelt, and a record in a file that is not minutes. */
export function misplacedBlocks(kind: KindName, file: string, { blocks, strays }: Body): Diagnostic[] {
  const fault = (line: number, message: string, hint: string): Diagnostic => {
    return { file, line, column: 1, rule: 'minutes-block', severity: 'error', message, hint };
  };
  const outside = (kind === 'minutes' ? [] : blocks).map(({ name, line }) => {
    const hint = `Move it to the minutes of the meeting that ${name === 'decision' ? 'took' : 'agreed or heard'} it.`;
    return fault(line, `${/^[aeiou]/.test(name) ? 'An' : 'A'} ${name} is read in minutes only.`, hint);
  });
  const misspelt = strays.filter(({ name }) => name !== '');
  // The line that closes a misspelt block is not at fault itself.
  const lost = misspelt.length > 0 ? misspelt : strays;
  const unread = lost.map(({ name, line }) =>
    name === ''
      ? fault(
          line,
          'This line of ":::" closes nothing.',
          'Take it out, or put a line ":::" with a name above the block.',
        )
      : fault(line, `There is no block "${name}".`, didYouMean(name, recordBlocks)),
  );
  return [...outside, ...unread];
}

function readBlock<Name extends RecordBlockName>(
  name: Name,
  meeting: string,
  file: string,
  block: RecordBlock,
  faults: Diagnostic[],
): BlockEntry<Name>[] {
  const fault = (message: string, hint: string): void => {
    faults.push({ file, line: block.line, column: 1, rule: 'minutes-block', severity: 'error', message, hint });
  };
  const before = faults.length;
  if (!block.closed) fault(`This ${name} never ends.`, 'Close it with a line ":::".');
  const wrong = referenceFault(name, block.reference);
  if (wrong !== undefined) fault(...wrong);
  // What an interest or a correction says stands in its fields.
  if (block.text === '' && name !== 'interest' && name !== 'correction')
    fault(`This ${name} has no text.`, 'Write it after an empty line below the fields.');
  const located = readYaml(file, block.fields, block.line + 1);
  if (Array.isArray(located)) {
    faults.push(...located);
    return [];
  }
  const result = validate(file, located, blockSchemas[name]);
  if ('faults' in result) faults.push(...result.faults);
  if ('faults' in result || faults.length > before) return [];
  const { line, text } = block;
  const data = result.data as BlockEntry<Name>['data'];
  return [
    { name, reference: block.reference, meeting, file, data, text, line, column: 1, positions: located.positions },
  ];
}

/** What is wrong with what stands after a block's name, and how to mend it; undefined when it is right. */
function referenceFault(name: RecordBlockName, reference: string): [message: string, hint: string] | undefined {
  if (name === 'interest') {
    return reference === ''
      ? undefined
      : [`"${reference}" after "interest" is not read.`, 'Name the role as "role:" in the lines below.'];
  }
  const isOfMinutes = name === 'approval' || name === 'correction';
  if ((isOfMinutes ? date : quotedReference).safeParse(reference).success) return undefined;
  const ending = isOfMinutes ? '2017-09-20' : `PIB-2017-${name === 'decision' ? 'D' : 'A'}01`;
  const example = `as in "::: ${name} ${ending}"`;
  if (isOfMinutes) {
    return reference === ''
      ? [`This ${name} does not say of which minutes.`, `Write the day of their meeting after the name, ${example}.`]
      : [`"${reference}" is not the day of a meeting.`, `Write the day as year-month-day, ${example}.`];
  }
  return reference === ''
    ? [`This ${name} has no reference.`, `Write it after the name, ${example}.`]
    : [`"${reference}" is not a reference.`, `Write capitals and digits joined by hyphens, ${example}.`];
}
