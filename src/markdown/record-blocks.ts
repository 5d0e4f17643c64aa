import type { MarkdownIt, Token } from 'markdown-it';
import container from 'markdown-it-container';

/** Blocks that are records of their own where they stand in minutes. */
export const recordBlocks = ['decision', 'action', 'update', 'interest', 'approval', 'correction'] as const;

/** Name of a block that is a record. */
export type RecordBlockName = (typeof recordBlocks)[number];

/** The block that a token opens, or undefined when it opens none. */
export function openedBlock(token: Token): RecordBlockName | undefined {
  return recordBlocks.find((name) => token.type === `container_${name}_open`);
}

/** What stands after a block's name on its opening line. */
export function blockReference(token: Token, name: RecordBlockName): string {
  return token.info.trim().slice(name.length).trim();
}

/**
 * The id a block is reached by on a page: its own reference where it has one, or else what it is, what it is about and
 * which of those it is, e.g. `update-PIB-2017-A01-1`.
 *
 * @param nth how many blocks of the same name and reference stand before it
 */
export function blockAnchor(name: RecordBlockName, reference: string, nth: number): string {
  if (name === 'decision' || name === 'action') return reference;
  return [name, reference, nth + 1].filter((part) => part !== '').join('-');
}

/** The line after the fields of a block, counted from 0: its first empty line, or its end. */
export function endOfFields(token: Token, lines: readonly string[]): number {
  const [first, end] = token.map ?? [0, 0];
  const empty = lines.findIndex((line, index) => index > first && index < end && line.trim() === '');
  return empty === -1 ? end : empty;
}

/**
 * A markdown-it plugin for the blocks that are records, such as `::: decision`. The lines between the opening one and the
 * first empty one are the fields of the record, so they are left out of the text.
 */
export function recordBlockPlugin(parser: MarkdownIt): void {
  for (const name of recordBlocks) parser.use(container, name);
  parser.core.ruler.push('record-blocks', (state) => {
    if (!state.tokens.some(openedBlock)) return;
    const lines = state.src.split('\n');
    let fields: { level: number; end: number } | null = null;
    state.tokens = state.tokens.filter((token) => {
      if (fields !== null) {
        const isText = token.level === fields.level + 1 && token.nesting >= 0 && (token.map?.[0] ?? -1) >= fields.end;
        const isEnd = token.level === fields.level && token.nesting === -1;
        if (!isText && !isEnd) return false;
        fields = null;
      }
      if (openedBlock(token) !== undefined) fields = { level: token.level, end: endOfFields(token, lines) };
      return true;
    });
  });
}
