import { isHyphen, isRightToLeft, sortedCharacters } from './characters.ts';
import type { Run } from './snapshot.ts';
import { excerpt, type Stream } from './stream.ts';

/** What a comparison found. */
export interface Comparison {
  /** In whole sentences; empty when all is there, once and in order. */
  faults: string[];
  /** For each character of what was set, where it stands in what was expected, or -1. */
  at: Int32Array;
  /** Characters that were set as the box for "no glyph", with the words around them. */
  missing: { character: string; context: string }[];
}

/** After so many differences the rest adds nothing. */
const mostFaults = 3;
/** Two texts are at the same place again when so many characters agree. */
const agreement = 16;
/** How far to look for that place. */
const reach = 20_000;

/**
 * Compares what should be there with what is. A hyphen that the browser drew is allowed where one may be, lines from
 * right to left may be stored as they are seen, and a box for "no glyph" (`\0`) stands for the character expected.
 */
export function compare(expected: Stream<Run>, got: Stream<{ text: string }>): Comparison {
  const result: Comparison = { faults: [], at: new Int32Array(got.text.length).fill(-1), missing: [] };
  let i = 0;
  let j = 0;
  while (i < expected.text.length || j < got.text.length) {
    // Text clipped away is not drawn. It may begin like what follows it, so look first whether that comes next.
    const open = startsClipped(expected, i) ? afterClipped(expected, i) : i;
    if (open > i && !got.text.startsWith(expected.text.slice(i, open), j) && agree(expected.text, open, got.text, j)) {
      i = open;
    } else if (i < expected.text.length && expected.text[i] === got.text[j]) {
      result.at[j++] = i++;
    } else if (expected.sources[expected.from[i] ?? -1]?.clipped) {
      // Where the clip leaves a little, single letters are drawn.
      i += 1;
    } else if (got.text[j] === '\0' && i < expected.text.length) {
      result.missing.push({ character: originalCharacter(expected, i), context: excerpt(expected, i - 20, i + 20) });
      result.at[j++] = i;
      i = afterCharacter(expected, i);
    } else if (isHyphen(got.text[j]) && mayBreakBefore(expected, i)) {
      j += 1;
    } else {
      const mirrored = rightToLeftBlock(expected, i, got, j);
      if (mirrored) {
        i += mirrored;
        j += mirrored;
        continue;
      }
      if (result.faults.length >= mostFaults) return result;
      const next = meetAgain(expected.text, i, got.text, j);
      result.faults.push(describe(expected, i, next.i, got, j, next.j));
      ({ i, j } = next);
    }
  }
  return result;
}

function startsClipped(stream: Stream<Run>, i: number): boolean {
  const isClipped = (at: number) => stream.sources[stream.from[at] ?? -1]?.clipped === true;
  return isClipped(i) && (i === 0 || !isClipped(i - 1));
}

function afterClipped(stream: Stream<Run>, i: number): number {
  let end = i;
  while (end < stream.text.length && stream.sources[stream.from[end] ?? -1]?.clipped) end += 1;
  return end;
}

function agree(expected: string, i: number, got: string, j: number): boolean {
  const next = expected.slice(i, i + agreement);
  return next ? got.startsWith(next, j) : j >= got.length;
}

function mayBreakBefore(expected: Stream<Run>, i: number): boolean {
  if (expected.softHyphen[i] === 1) return true;
  return i > 0 && expected.sources[expected.from[i - 1] ?? 0]?.hyphenated === true;
}

function originalCharacter(stream: Stream<Run>, i: number): string {
  const text = stream.sources[stream.from[i] ?? 0]?.text ?? '';
  return String.fromCodePoint(text.codePointAt(stream.offset[i] ?? 0) ?? 0);
}

/** Decomposing may have made several characters of one. */
function afterCharacter(stream: Stream<Run>, i: number): number {
  let next = i + 1;
  while (
    next < stream.text.length &&
    stream.from[next] === stream.from[i] &&
    stream.offset[next] === stream.offset[i]
  ) {
    next += 1;
  }
  return next;
}

/** The rest of the block when it holds text from right to left and the same characters in another order; else 0. */
function rightToLeftBlock(expected: Stream<Run>, i: number, got: Stream<{ text: string }>, j: number): number {
  const block = expected.sources[expected.from[i] ?? -1]?.block;
  if (block === undefined) return 0;
  let end = i;
  while (end < expected.text.length && expected.sources[expected.from[end] ?? -1]?.block === block) end += 1;
  const rest = expected.text.slice(i, end);
  if (![...rest].some(isRightToLeft)) return 0;
  return sortedCharacters(rest) === sortedCharacters(got.text.slice(j, j + rest.length)) ? rest.length : 0;
}

/** The nearest place after a difference from which both agree again; both ends when there is none. */
function meetAgain(expected: string, i: number, got: string, j: number): { i: number; j: number } {
  const lost = got.length > j ? expected.slice(i, i + reach).indexOf(got.slice(j, j + agreement)) : expected.length - i;
  const more = expected.length > i ? got.slice(j, j + reach).indexOf(expected.slice(i, i + agreement)) : got.length - j;
  if (lost > 0 && (more <= 0 || lost <= more)) return { i: i + lost, j };
  if (more > 0) return { i, j: j + more };
  for (let step = 1; step < 400; step += 1) {
    if (expected.slice(i + step, i + step + agreement) === got.slice(j + step, j + step + agreement)) {
      return { i: i + step, j: j + step };
    }
  }
  return { i: expected.length, j: got.length };
}

function describe(expected: Stream<Run>, i: number, i2: number, got: Stream<{ text: string }>, j: number, j2: number) {
  // Beginning with a whole word.
  const before = excerpt(expected, i - 40, i).replace(i > 40 ? /^\S*\s/ : '', '');
  const place = before ? `after “${before}”` : 'at the beginning';
  const wanted = excerpt(expected, i, i2);
  const found = excerpt(got, j, j2).replaceAll('\0', '▯');
  const element = expected.sources[expected.from[i] ?? -1]?.element;
  if (!found) return `text is lost ${place}: “${wanted}” (in <${element}>).`;
  if (wanted) return `${place} the text should be “${wanted}” and is “${found}”.`;
  const known = expected.text.includes(got.text.slice(j, j2));
  return `text ${known ? 'is doubled' : 'that is not in the source appears'} ${place}: “${found}”.`;
}
