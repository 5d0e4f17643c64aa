/** An acronym and where it stands in a text, by offset. */
export interface FoundAcronym {
  readonly acronym: string;
  readonly offset: number;
}

/** An acronym that is expanded in a text, as in `Basic Command Unit (BCU)`. */
export interface Expansion extends FoundAcronym {
  readonly expansion: string;
}

/** Short forms that need no expansion anywhere. */
const everyday = new Set(['UK', 'EU', 'USA', 'UN', 'PDF', 'CSV', 'JSON', 'HTML', 'VAT', 'AM', 'PM', 'TV', 'IT', 'OK']);
/** Words in capitals that are no acronyms: tiers, descriptors and caveats of the marking grammar. */
const markingWords = /^(TOP|HR|ONLY|USE|HMG|FOR|PUBLIC|DATA|LEGAL|DRAFT)$/;
const romanNumeral = /^(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})$/;
const small = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'to', 'with', 'a', 'an', '&']);

/** The acronyms of a text: two to six capitals, with the plural left off. References such as `PIB-2017-D04` are not words. */
export function acronymsIn(text: string): FoundAcronym[] {
  const found = withoutShouting(withoutCode(text)).matchAll(
    /(?<![\w’'/#.@-])([A-Z][A-Z&]{0,4}[A-Z])(?=s?(?![\w’-]|\/\w))/g,
  );
  return Array.from(found, (match) => ({ acronym: match[1] ?? '', offset: match.index })).filter(
    ({ acronym }) => !everyday.has(acronym) && !markingWords.test(acronym) && !romanNumeral.test(acronym),
  );
}

/** The acronyms that a text expands: an acronym in brackets whose letters begin the words before it. */
export function expansionsIn(text: string): Expansion[] {
  return Array.from(withoutCode(text).matchAll(/\(([A-Z][A-Z&]{0,4}[A-Z])(s?)\)/g)).flatMap((match) => {
    const acronym = match[1] ?? '';
    const before = text.slice(Math.max(0, match.index - 120), match.index).trimEnd();
    const expansion = wordsFor(acronym, before);
    return expansion === undefined ? [] : [{ acronym, expansion, offset: match.index + 1 }];
  });
}

/** The words at the end of a text whose first letters are those of an acronym; small words may stand between them. */
function wordsFor(acronym: string, before: string): string | undefined {
  const words = before.split(/\s+/);
  const letters = [...acronym.replaceAll('&', '').toLowerCase()];
  let at = words.length;
  while (letters.length > 0 && at > 0) {
    at -= 1;
    const word = (words[at] ?? '').toLowerCase();
    const initials = word.split(/[-–]/).map((part) => part.replace(/[^\p{Letter}]/gu, '').charAt(0));
    const wanted = letters.slice(-initials.length);
    if (initials.join('') === wanted.join('')) letters.splice(-initials.length);
    else if (initials[0] === letters.at(-1)) letters.pop();
    else if (!small.has(word)) return undefined;
  }
  return letters.length > 0
    ? undefined
    : words
        .slice(at)
        .join(' ')
        .replace(/^[^\p{Letter}]+/u, '');
}

/** Whether two expansions say the same: capitals, plurals, joining words and hyphens apart. */
export function sameExpansion(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function comparable(expansion: string): string {
  const words = expansion.toLowerCase().split(/[^\p{Letter}]+/u);
  return words
    .filter((word) => word !== '' && !small.has(word))
    .map((word) => word.replace(/s$/, ''))
    .join(' ');
}

/** A text with every run of three or more words in capitals blanked out: those are words, not acronyms. */
function withoutShouting(text: string): string {
  return text.replace(/(?:\b[A-Z]{2,}\b[ ,:]+){2,}\b[A-Z]{2,}\b/g, (found) => found.replace(/\S/g, ' '));
}

/** A text with its code and its link addresses blanked out, so that offsets stay what they were. */
function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]*`|\]\([^)\s]*\)|https?:\/\/\S+/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  );
}
