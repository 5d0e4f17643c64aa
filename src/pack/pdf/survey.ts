import { scanContent } from './content.ts';
import { type Properties, readMark } from './marks.ts';
import { latin1 } from './streams.ts';

/** A marked-content sequence (ISO 32000-1 14.6). Places are byte offsets. */
export interface Sequence {
  tag: string;
  /** Its number on the page, when it belongs to a structure element. */
  mcid: number | undefined;
  /** Whether it stands in artifact content, itself or by a sequence round it. */
  artifact: boolean;
  begin: { from: number; to: number };
  end: { from: number; to: number };
  /** What is drawn directly in it. */
  paints: { paths: boolean; other: boolean };
}

/** What a content stream does, as far as marks are concerned. */
export interface Survey {
  sequences: Sequence[];
  /** Drawing outside every structure element and artifact: `form` names the XObject where that is what is drawn. */
  loose: Loose[];
  /** XObjects drawn within marked content. */
  marked: string[];
  /** How many `q` are left without their `Q`. */
  unclosed: number;
  /** What is wrong with the nesting of the marks, in words. */
  faults: string[];
}

export interface Loose {
  from: number;
  to: number;
  xobject: string | undefined;
}

const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
const PAINT = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const SHOW = new Set(['Tj', 'TJ', "'", '"']);

/** Surveys one content stream. */
export function survey(bytes: Uint8Array, properties: Properties = () => undefined): Survey {
  const found: Survey = { sequences: [], loose: [], marked: [], unclosed: 0, faults: [] };
  const open: Sequence[] = [];
  let path = -1;
  let block: TextBlock | undefined;

  const draw = (kind: 'paths' | 'other', from: number, to: number, xobject?: string) => {
    const holder = open.findLast((sequence) => sequence.artifact || sequence.mcid !== undefined);
    if (holder === undefined) {
      if (block !== undefined) block.shows.push({ from, to, xobject });
      else addLoose(found.loose, { from, to, xobject });
      return;
    }
    holder.paints[kind] = true;
    if (xobject !== undefined) found.marked.push(xobject);
  };

  scanContent(bytes, (operator, from, at, to) => {
    if (PATH.has(operator)) {
      if (path < 0) path = from;
    } else if (PAINT.has(operator)) {
      draw('paths', path < 0 ? from : path, to);
      path = -1;
    } else if (operator === 'n') {
      path = -1;
    } else if (SHOW.has(operator)) {
      draw('other', from, to);
    } else if (operator === 'Do') {
      draw('other', from, to, latin1(bytes, from, at).trim().slice(1));
    } else if (operator === 'sh') {
      draw('paths', from, to);
    } else if (operator === 'BI') {
      draw('other', from, to);
    } else if (operator === 'BT') {
      block = { from, whole: open.length === 0, shows: [] };
    } else if (operator === 'ET') {
      if (block !== undefined) closeBlock(found.loose, block, to);
      block = undefined;
    } else if (operator === 'BDC' || operator === 'BMC') {
      if (block !== undefined) block.whole = false;
      const { tag, mcid } = readMark(bytes, from, at, properties);
      const artifact = tag === 'Artifact' || (open.at(-1)?.artifact ?? false);
      if (mcid !== undefined && open.some((outer) => outer.artifact))
        found.faults.push('tagged content in an artifact');
      if (artifact && open.some((outer) => outer.mcid !== undefined)) found.faults.push('artifact in tagged content');
      const sequence = { tag, mcid, artifact, begin: { from, to }, end: { from: to, to } };
      open.push({ ...sequence, paints: { paths: false, other: false } });
    } else if (operator === 'EMC') {
      const sequence = open.pop();
      if (sequence === undefined) found.faults.push('a mark is closed that was not opened');
      else found.sequences.push({ ...sequence, end: { from, to } });
    } else if (operator === 'q') {
      found.unclosed += 1;
    } else if (operator === 'Q') {
      found.unclosed -= 1;
    }
  });
  if (open.length > 0) found.faults.push('a mark is not closed');
  return found;
}

interface TextBlock {
  from: number;
  /** Whether it may be wrapped as one. */
  whole: boolean;
  shows: Loose[];
}

function closeBlock(loose: Loose[], block: TextBlock, to: number): void {
  if (block.shows.length === 0) return;
  if (block.whole) addLoose(loose, { from: block.from, to, xobject: undefined });
  else for (const show of block.shows) addLoose(loose, show);
}

/** Drawing that follows at once upon drawing joins it: one mark for both. */
function addLoose(loose: Loose[], next: Loose): void {
  const last = loose.at(-1);
  if (last !== undefined && next.from - last.to <= 1 && last.xobject === undefined && next.xobject === undefined) {
    last.to = next.to;
  } else loose.push(next);
}
