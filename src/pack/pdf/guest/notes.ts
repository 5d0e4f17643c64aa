import { type PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { asDict, dictAt, listAt, nameAt, resolve } from '../objects.ts';
import type { Place } from './place.ts';
import type { TaggedPage } from './tags.ts';

export interface GuestFacts {
  readonly context: PDFContext;
  readonly places: readonly Place[];
  readonly tagged: readonly TaggedPage[];
  /** Pages without tags. */
  readonly figures: ReadonlySet<number>;
}

/** Below this, what was 10 points high is less than 6, and hard to read. */
const small = 0.6;

/** What whoever puts a file into a pack should know, in whole sentences. */
export function guestNotes({ context, places, tagged, figures }: GuestFacts): string[] {
  const left = tagged.flatMap(({ annotations }) => annotations.left);
  const count = (kind: string) => left.filter((one) => one === kind).length;
  const shrunk = places.flatMap(({ scale }, index) => (scale < small ? [index] : []));
  const fonts = fontsNotEmbedded(context);
  return [
    figures.size === 0
      ? ''
      : figures.size === tagged.length
        ? 'It has no tags: who cannot see it hears the first words of each page.'
        : `Without tags, so that who cannot see it hears their first words: ${pagesIn([...figures])}.`,
    shrunk.length === 0 ? '' : `Made smaller than ${100 * small}% of its size: ${pagesIn(shrunk)}.`,
    fonts.length === 0 ? '' : `Fonts that the file does not hold: ${fonts.join(', ')}.`,
    count('link') === 0 ? '' : `Left out, since they lead neither within it nor to the web: links, ${count('link')}.`,
    count('comment') === 0 ? '' : `Left out: comments, attached files, sounds and films, ${count('comment')}.`,
    count('field') === 0 ? '' : `Filled fields of a form that have no appearance to print: ${count('field')}.`,
  ].filter(Boolean);
}

function pagesIn(indexes: readonly number[]): string {
  return `${indexes.length === 1 ? 'page' : 'pages'} ${indexes.map((index) => index + 1).join(', ')}`;
}

/** Fonts that every reader must have, and that may look otherwise in each (ISO 14289-1 7.21.4.1 asks for them). */
function fontsNotEmbedded(context: PDFContext): string[] {
  const names = new Set<string>();
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || nameAt(context, font, 'Type') !== 'Font') continue;
    const kind = nameAt(context, font, 'Subtype') ?? '';
    if (kind === 'Type3' || kind.startsWith('CIDFont')) continue;
    const descendant = asDict(resolve(context, listAt(context, font, 'DescendantFonts')[0]));
    const descriptor = dictAt(context, descendant ?? font, 'FontDescriptor');
    const held = descriptor && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => dictAt(context, descriptor, key));
    if (!held) names.add(nameAt(context, font, 'BaseFont') ?? 'without a name');
  }
  return [...names].sort();
}
