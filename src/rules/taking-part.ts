import type { MinutesLine } from '../registers/minutes-sections.ts';

/** Words by which a role takes part in an item. */
export interface Part {
  readonly line: number;
  readonly column: number;
  /** e.g. `The Head of Commercial asked` */
  readonly words: string;
}

/** What somebody does who speaks or votes, besides verbs of the past that end in -ed. */
const irregular =
  'said|told|spoke|gave|thought|felt|put|took|made|drew|brought|held|sought|found|saw|had|did|led|began|kept|set';

/** What is done by somebody who takes part; a paper written by them before the meeting is none of it. */
const passive =
  'advised|answered|asked|backed|explained|introduced|moved|opposed|praised|presented|proposed|seconded|supported|told|urged';

/** A sentence that says that somebody was out of the room, and so may name them. */
const gone =
  /\b(left|leave|leaving|withdrew|withdrawn|return(ed)?|re-?joined|came back|went out|outside|declared|interests?|took no part|absent|stepped out|recused)\b/i;

/**
 * Finds where some lines say that a role took part: its title with a verb of the past after it, as in "The Head of
 * Commercial asked", or before it, as in "was proposed by the Head of Commercial". A title alone is none, since an item may be
 * about whoever went out.
 *
 * @param longer titles that contain this one, which are other roles: "Director of Finance and Estates"
 */
export function takesPart(lines: readonly MinutesLine[], title: string, longer: readonly string[]): Part[] {
  const paragraphs: MinutesLine[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '' || line.text.startsWith(':::')) paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  const name = asPattern(title);
  const verb = `(?:${irregular}|\\p{Ll}+ed)\\b`;
  const other = longer.filter((one) => one !== title).map((one) => asPattern(one));
  const acts = new RegExp(
    `(?:\\b[Tt]he\\s+)?(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])(?:,[^.,]*,)?\\s+${verb}|(?:${passive})\\s+by\\s+(?:the\\s+)?${name}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const others = other.length === 0 ? undefined : new RegExp(other.join('|'), 'gu');
  return paragraphs.flatMap((paragraph) => {
    const text = paragraph.map((line) => line.text).join('\n');
    // Titles of other roles are blotted out, letter for letter, so that places stay where they are.
    const own = others === undefined ? text : text.replace(others, (found) => found.replace(/\S/g, '-'));
    return Array.from(own.matchAll(acts)).flatMap(({ index, 0: words }): Part[] => {
      if (gone.test(sentenceAt(text, index))) return [];
      const before = text.slice(0, index).split('\n');
      const line = paragraph[before.length - 1]?.line ?? 1;
      return [{ line, column: (before.at(-1)?.length ?? 0) + 1, words: words.replace(/\s+/g, ' ') }];
    });
  });
}

/** The sentence that a place of a text is in. */
function sentenceAt(text: string, place: number): string {
  const start = Math.max(
    0,
    ...Array.from(text.slice(0, place).matchAll(/[.!?]\s+(?=\p{Lu})/gu), ({ index }) => index + 1),
  );
  const length = text.slice(start + 1).search(/[.!?](?=\s+\p{Lu}|\s*$)/u);
  return length === -1 ? text.slice(start) : text.slice(start, start + 1 + length);
}

/** Words as a pattern that finds them wherever their lines break. */
function asPattern(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
}
