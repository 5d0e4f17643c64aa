import type { SetPart } from './parts.ts';
import { loadPdf } from './pdf/load.ts';
import { readPdf } from './typeset/pdf-read.ts';
import type { Segment } from './typeset/pdf-text.ts';

/** Where what stands on a page of one edition stands in another; pages counted from 1. */
export interface MappedPage {
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

/** A part in two editions. */
export interface MappedPart {
  readonly reference: string;
  readonly title: string;
  readonly pages: readonly MappedPage[];
}

/**
 * Maps each page of a part to the pages of another setting of it that show the same words.
 *
 * @param signs of each sign of the part, in reading order, the page it stands on in the one setting and in the other,
 * counted from 0
 * @param counts how many pages each setting has
 */
export function mapPages(
  signs: { readonly here: readonly number[]; readonly there: readonly number[] },
  counts: { readonly here: number; readonly there: number },
): MappedPage[] {
  const { here, there } = signs;
  const reach = Array.from({ length: counts.here }, () => ({ from: Number.POSITIVE_INFINITY, to: -1 }));
  here.forEach((page, index) => {
    // The same sign. Where one has more of them, as of page numbers in its contents, the one as far along.
    const same = here.length === there.length ? index : Math.floor((index * there.length) / here.length);
    const found = there[same];
    const one = reach[page];
    if (found === undefined || one === undefined) return;
    one.from = Math.min(one.from, found);
    one.to = Math.max(one.to, found);
  });
  let last = 0;
  return reach.map(({ from, to }, page) => {
    // A page without words, such as a picture, stands where the words before it ended, or as far along.
    const along = Math.max(last, Math.floor((page * counts.there) / Math.max(1, counts.here)));
    const mapped = to < 0 ? { from: along, to: along } : { from, to };
    last = mapped.to;
    return { page: page + 1, from: mapped.from + 1, to: mapped.to + 1 };
  });
}

/** Maps the pages of the parts of one pack to those of another with the same parts, as they are numbered in their packs. */
export async function mapParts(
  parts: readonly SetPart[],
  first: ReadonlyMap<string, number>,
  others: readonly SetPart[],
  firstOfOthers: ReadonlyMap<string, number>,
): Promise<MappedPart[]> {
  const byId = new Map(others.map((part) => [part.id, part]));
  const mapped: MappedPart[] = [];
  for (const { id, reference, title, set } of parts) {
    const other = byId.get(id);
    if (other === undefined) throw new Error(`Part "${id}" is in one edition and not in the other.`);
    const [inOne, inOther] = [await signsOf(set), await signsOf(other.set)];
    const pages = mapPages({ here: inOne.pages, there: inOther.pages }, { here: set.pages, there: other.set.pages });
    const [here, there] = [(first.get(id) ?? 1) - 1, (firstOfOthers.get(id) ?? 1) - 1];
    mapped.push({
      reference,
      title,
      pages: pages.map(({ page, from, to }) => ({ page: page + here, from: from + there, to: to + there })),
    });
  }
  return mapped;
}

/** Pages that were given are the same in all editions, and need no reading. */
async function signsOf({ engine, pdf }: SetPart['set']): Promise<Signs> {
  return engine === 'given' ? { text: '', pages: [] } : await readSigns(pdf);
}

/** What a part says and where: its signs in reading order, and of each the page it stands on, counted from 0. */
export interface Signs {
  readonly text: string;
  readonly pages: readonly number[];
}

/** Reads the signs of a part, without spaces, hyphens, pictures and what is repeated from page to page. */
export async function readSigns(pdf: Uint8Array): Promise<Signs> {
  const runs = (await readRuns(pdf)).map(({ page, text }) => ({ page, text: plain(text) }));
  return {
    text: runs.map(({ text }) => text).join(''),
    pages: runs.flatMap(({ page, text }) => Array.from({ length: text.length }, () => page)),
  };
}

/** A stretch of a text on one page, counted from 0. */
export interface PlacedText {
  readonly page: number;
  readonly text: string;
}

/** Reads the texts of a part in reading order, each as far as it stands on one page, without pictures and repeated heads. */
export async function readRuns(pdf: Uint8Array): Promise<PlacedText[]> {
  const { leaves } = readPdf(await loadPdf(pdf, 'A part'));
  return leaves.flatMap(({ label, figure, pages }) => {
    if (label || figure) return [];
    const texts = pages.map(({ page, segments }) => ({ page, text: lineUp(segments) }));
    const [head, ...others] = texts;
    const isRepeated = others.length > 0 && others.every(({ text }) => plain(text) === plain(head?.text ?? ''));
    return isRepeated ? texts.slice(0, 1) : texts;
  });
}

/** Segments as a text: those that touch on one line belong together, and so does a word that a line ends within, at its hyphen. */
function lineUp(segments: readonly Segment[]): string {
  return segments.reduce((text, segment, index) => {
    const last = segments[index - 1];
    const isApart = last !== undefined && !text.endsWith('-') && !touch(last, segment);
    return `${text}${isApart ? ' ' : ''}${segment.text}`;
  }, '');
}

/** Less than a sixth of the size of type apart, which is less than a space is wide. */
function touch({ box, size }: Segment, next: Segment): boolean {
  const isOnLine = Math.abs(box.bottom - next.box.bottom) < size / 2;
  return isOnLine && Math.abs(next.box.left - box.right) < size / 6;
}

/** What two settings of a text have in common: no spaces, and no hyphen that a line may have ended with. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u2010-]+/g, '');
}
