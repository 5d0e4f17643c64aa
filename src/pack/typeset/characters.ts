/**
 * Text as the guards compare it: without white space, soft hyphens and other characters that draw nothing, and
 * decomposed (NFKD), so that a ligature equals its letters and the pieces may be joined in any way. `\0` is kept: it
 * stands for a character without a glyph.
 */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/(?!\0)[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '');
}

/** Whether a character is written from right to left; its line may be stored as it is seen. */
export function isRightToLeft(character: string | undefined): boolean {
  return character !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(character);
}

/** Hyphens that a browser draws where it breaks a word. */
export function isHyphen(character: string | undefined): boolean {
  return character === '-' || character === '\u2010';
}

/** The characters sorted, brackets that mirror each other made equal. */
export function sortedCharacters(characters: string): string {
  return [...characters.replace(/[()[\]{}«»<>]/g, '|')].sort().join('');
}

/** `U+1F600 😀` */
export function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} ${character}`;
}
