import { diffArrays } from 'diff';
import { type Block, blocksOf } from './blocks.ts';
import { changedRow, isSameRow, type RowChange, wholeRow } from './rows.ts';
import { areVersions, compareWords, type Words } from './words.ts';

/** What has become of a piece of prose between two versions; of a row of a table, cell by cell besides. */
export type ProseChange = { readonly under: string; readonly row?: RowChange } & (
  | { readonly kind: 'changed'; readonly words: readonly Words[] }
  | { readonly kind: 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'moved'; readonly from: string; readonly text: string }
);

/** Pieces that may differ before two texts are taken to have none in common: the time to find them grows with the square. */
const most = 5_000;
/** How far ahead an older version of a piece is looked for. */
const reach = 50;

/** Compares two versions of a Markdown text, piece by piece, in the order of the later one. */
export function compareProse(before: string, after: string): ProseChange[] {
  const [was, is] = [blocksOf(before), blocksOf(after)];
  const parts = diffArrays(was, is, { comparator: isSame, maxEditLength: most }) ?? [
    { value: was, removed: true, added: false },
    { value: is, removed: false, added: true },
  ];
  const moved = movedBlocks(parts);
  const changes: ProseChange[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined || (!part.added && !part.removed)) continue;
    const next = part.removed ? parts[at + 1] : undefined;
    const gone = part.removed ? part.value : [];
    const come = part.added ? part.value : next?.added ? next.value : [];
    if (next?.added) at += 1;
    changes.push(...compareHunk(gone, come, moved));
  }
  return changes;
}

function isSame(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.text === b.text;
}

function nameOf({ kind, text }: Block): string {
  return `${kind} ${text}`;
}

/** Blocks of the later version that went from one place to another unchanged, with what they were before. */
function movedBlocks(parts: readonly { added?: boolean; removed?: boolean; value: Block[] }[]): Map<Block, Block> {
  const gone = new Map<string, Block[]>();
  for (const block of parts.flatMap(({ removed, value }) => (removed ? value : []))) {
    gone.set(nameOf(block), [...(gone.get(nameOf(block)) ?? []), block]);
  }
  const moved = new Map<Block, Block>();
  for (const block of parts.flatMap(({ added, value }) => (added ? value : []))) {
    const was = gone.get(nameOf(block))?.shift();
    if (was !== undefined) moved.set(block, was);
  }
  return moved;
}

function compareHunk(gone: readonly Block[], come: readonly Block[], moved: ReadonlyMap<Block, Block>): ProseChange[] {
  const movedFrom = new Set(moved.values());
  const rest = gone.filter((block) => !movedFrom.has(block));
  const changes: ProseChange[] = [];
  for (const block of come) {
    const { under, text } = block;
    const was = moved.get(block);
    if (was !== undefined) {
      changes.push({ kind: 'moved', from: was.under, under, text, ...wholeRow(block, 'same') });
      continue;
    }
    // What stood before the version that is found has gone: pieces keep their order within a hunk.
    const near = rest.slice(0, reach);
    const named = near.findIndex((one) => isSameRow(one, block));
    const isVersion = (one: Block) => one.kind === block.kind && areVersions(compareWords(one.text, text));
    const at = named < 0 ? near.findIndex(isVersion) : named;
    if (at < 0) {
      changes.push({ kind: 'added', under, text, ...wholeRow(block, 'added') });
      continue;
    }
    const [version, ...before] = rest.splice(0, at + 1).reverse();
    changes.push(...before.reverse().map(removal));
    if (version === undefined) continue;
    changes.push({ kind: 'changed', under, words: compareWords(version.text, text), ...changedRow(version, block) });
  }
  return [...changes, ...rest.map(removal)];
}

function removal(block: Block): ProseChange {
  const { under, text } = block;
  return { kind: 'removed', under, text, ...wholeRow(block, 'removed') };
}
