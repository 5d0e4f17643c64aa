/**
 * Words that an adult reads silently in a minute, of English that is not fiction.
 * Source: M. Brysbaert, How many words do we read per minute? Journal of Memory and Language 109 (2019), 104047.
 */
export const wordsAMinute = 238;

/** The words of a text; a figure counts as one. */
export function countWords(text: string): number {
  return text.match(/[\p{Letter}\p{Number}][\p{Letter}\p{Number}’'.,-]*/gu)?.length ?? 0;
}

/** Minutes it takes to read so many words, to the nearest whole one and at least one where there are any. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsAMinute));
}
