import type { Note } from './note.ts';

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The share of its words that must stand together for a quotation to be recognised. */
const alike = 0.6;

/**
 * Finds what was marked in a text that may have changed since: where the same words stand, and of several such places the one
 * with the most of what stood around them, nearest to where it was; else where most of the words stand together.
 *
 * @param text with single spaces for all white space
 * @param hint where it is likely to be
 */
export function findQuote(
  text: string,
  quoted: Pick<Note, 'quote' | 'before' | 'after'>,
  hint = 0,
): Stretch | undefined {
  return findExactly(text, quoted, hint) ?? findNearly(text, quoted.quote, hint);
}

/** Finds the same words. */
export function findExactly(
  text: string,
  { quote, before, after }: Pick<Note, 'quote' | 'before' | 'after'>,
  hint = 0,
): Stretch | undefined {
  const found: { start: number; around: number }[] = [];
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    const around = sameEnd(text.slice(0, start), before) + sameStart(text.slice(start + quote.length), after);
    found.push({ start, around });
  }
  const [best] = found.toSorted((a, b) => b.around - a.around || Math.abs(a.start - hint) - Math.abs(b.start - hint));
  return best && { start: best.start, end: best.start + quote.length };
}

function sameStart(a: string, b: string): number {
  let count = 0;
  while (count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function sameEnd(a: string, b: string): number {
  let count = 0;
  while (count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function findNearly(text: string, quote: string, hint: number): Stretch | undefined {
  const wanted = quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  // Of two words, one is found anywhere.
  if (wanted.length < 3) return undefined;
  const size = Math.min(wanted.length, words.length);
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let best: { first: number; same: number; far: number } | undefined;
  let same = 0;
  const count = (word: string | undefined, step: 1 | -1): void => {
    const before = word === undefined ? undefined : left.get(word);
    if (word === undefined || before === undefined) return;
    left.set(word, before - step);
    if (step === 1 ? before > 0 : before >= 0) same += step;
  };
  words.forEach(({ word }, last) => {
    count(word, 1);
    if (last >= size) count(words[last - size]?.word, -1);
    const first = Math.max(0, last - size + 1);
    const far = Math.abs((words[first]?.start ?? 0) - hint);
    if (best === undefined || same > best.same || (same === best.same && far < best.far)) best = { first, same, far };
  });
  if (best === undefined || best.same < wanted.length * alike) return undefined;
  const known = new Set(wanted);
  const held = words.slice(best.first, best.first + size).filter(({ word }) => known.has(word));
  const [from, to] = [held[0], held.at(-1)];
  return from && to && { start: from.start, end: to.end };
}
