import type { Piece } from './engine.ts';

/** How many words of a text are shown around the first one that was looked for. */
const length = 36;

/**
 * A stretch of a text with the words looked for marked, from where most of them stand.
 *
 * @param terms the words as they stand in the index: in lower case
 */
export function excerptOf(text: string, terms: readonly string[]): Piece[] {
  const words = text.split(/(?<=\s)/);
  const wanted = new Set(terms);
  const isWanted = words.map((word) => termsOf(word).some((term) => wanted.has(term)));
  const start = bestStart(isWanted);
  const shown = words.slice(start, start + length);
  const pieces: Piece[] = [];
  for (const [index, word] of shown.entries()) {
    const isMarked = isWanted[start + index] ?? false;
    const [, bare = word, space = ''] = /^(.*?)(\s*)$/s.exec(word) ?? [];
    if (isMarked) pieces.push({ text: bare, isMarked }, { text: space, isMarked: false });
    else pieces.push({ text: word, isMarked });
  }
  const before = start > 0 ? [{ text: '… ', isMarked: false }] : [];
  const after = start + length < words.length ? [{ text: '…', isMarked: false }] : [];
  return [...before, ...pieces, ...after];
}

/** The words of a text as an index has them: letters and digits, in lower case, without accents. */
export function termsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .match(/[\p{Letter}\p{Number}]+/gu) ?? []
  );
}

/** Where to begin so that the most words that are wanted show; a few words before the first of them. */
function bestStart(isWanted: readonly boolean[]): number {
  let best = { start: 0, count: 0 };
  for (const [index, wanted] of isWanted.entries()) {
    if (!wanted) continue;
    const start = Math.max(0, index - 6);
    const count = isWanted.slice(start, start + length).filter(Boolean).length;
    if (count > best.count) best = { start, count };
  }
  return Math.min(best.start, Math.max(0, isWanted.length - length));
}
