import { PDFDict, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { readContents, storeForms } from './contents.ts';
import { readDestinations } from './destinations.ts';
import { guestAnnotations } from './guest/annotations.ts';
import { readBookmarks } from './guest/bookmarks.ts';
import { faultsOfTags } from './guest/faults.ts';
import { type GuestFacts, guestNotes } from './guest/notes.ts';
import { placePage, type Sheet } from './guest/place.ts';
import { loadGuest } from './guest/refuse.ts';
import { tagGuest } from './guest/tags.ts';
import { pageTexts } from './guest/texts.ts';
import { writeGuestPage } from './guest/write.ts';
import { type LoadedPdf, loadPdf } from './load.ts';
import { mend } from './mend.ts';
import { arrayOf, asDict, dictAt, dictOf, name, number } from './objects.ts';
import type { OutlineEntry } from './outline.ts';
import { save } from './save.ts';
import { readStructure, type Structure } from './structure.ts';
import { writeTree } from './write-tree.ts';

export type { Sheet };

/** A file that someone else has made, fit to be joined with others. */
export interface Guest {
  /** Each page on a sheet, all of it tagged, with nothing that could run. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Width and height of each page in points, as it is seen. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Three levels of the file's own; pages counted from 0. */
  readonly bookmarks: readonly OutlineEntry[];
  /** What its pages show, as far as it can be read. */
  readonly text: string;
  /** What whoever puts it into a pack should know, in whole sentences. */
  readonly notes: readonly string[];
}

/**
 * Takes in a PDF of another program: its pages are put on sheets of one size, its tags, links and bookmarks are kept, and
 * what has no tags is given some. The same bytes give the same bytes.
 *
 * @param called how it is called in descriptions, e.g. `Annex 2`
 * @throws {Error} where it is encrypted, damaged or without pages, or cannot be shown as it is meant, saying so in a sentence
 */
export async function readGuest(
  bytes: Uint8Array,
  { sheet, called }: { readonly sheet: Sheet; readonly called: string },
): Promise<Guest> {
  const loaded = await loadGuest(bytes);
  const { context, pages } = loaded;
  const texts = await pageTexts(bytes);
  if (texts.length !== pages.length) {
    throw new Error(`It is damaged: one reader finds ${texts.length} pages in it, another ${pages.length}.`);
  }
  const structure = readStructure(context, loaded.catalog);
  const places = pages.map(({ dict }) => placePage(context, dict, sheet));
  const destinations = readDestinations(loaded);
  const bookmarks = readBookmarks(loaded, destinations);
  const contents = contentsOf(loaded, structure);
  lendResources(loaded);
  const tagged = pages.map((page, index) => {
    const content = contents.get(page.ref);
    if (content === undefined) throw new Error(`It is damaged: page ${index + 1} has no content that can be read.`);
    const annotations = guestAnnotations({ loaded, places, destinations, called }, index);
    return { page, content, annotations, text: texts[index] ?? '' };
  });
  const tags = tagGuest(context, structure, contents, tagged, called);
  const facts: GuestFacts = { context, places, tagged, figures: tags.figures };
  const notes = guestNotes(facts);
  for (const [index, page] of tagged.entries()) {
    const place = places[index];
    if (place !== undefined) writeGuestPage(context, page, place, index, tags);
  }
  const mended = mend(finish(loaded, writeTree(context, { ...structure, roots: [...tags.roots] })));
  const pdf = save(mended.context);
  await compare(pdf, texts);
  // Tags that were made here are as they should be.
  const faults = tags.figures.size === pages.length ? [] : faultsOfTags(mended);
  const sizes = places.map(({ width, height }) => [width, height] as const);
  return { pdf, pages: pages.length, sizes, bookmarks, text: texts.join(' '), notes: [...notes, ...faults] };
}

/** Numbers of marked content index lists; a page of the densest tables has some thousands. */
const mostMarks = 100_000;

/** All contents; where no element speaks of any of them, the marks within the forms that pages draw go as well. */
function contentsOf(loaded: LoadedPdf, { roots }: Structure): ReturnType<typeof readContents> {
  try {
    const contents = readContents(loaded);
    const numbers = Array.from(contents.values(), ({ sequences }) => [...sequences.keys()]).flat();
    if (numbers.some((mcid) => mcid > mostMarks))
      throw new Error('marked content has a number that is out of all reason');
    if (roots.length > 0) return contents;
    const pages = new Set(loaded.pages.map(({ ref }) => ref));
    for (const { owner, survey, edits } of contents.values()) {
      if (pages.has(owner)) continue;
      for (const { begin, end } of survey.sequences) edits.push({ ...begin, text: ' ' }, { ...end, text: ' ' });
    }
    storeForms(loaded.context, contents);
    return contents;
  } catch (cause) {
    throw new Error(`It is damaged: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
}

/** The appearance of a field may use the fonts of the form as a whole (ISO 32000-1 12.7.3.3), which does not come along. */
function lendResources({ context, catalog }: LoadedPdf): void {
  const form = dictAt(context, catalog, 'AcroForm');
  const lent = form?.get(name('DR'));
  if (lent === undefined) return;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const appearance = dictAt(context, object, 'AP');
    const normal = appearance && dictAt(context, appearance, 'N');
    if (normal?.has(name('BBox')) && !normal.has(name('Resources'))) normal.set(name('Resources'), lent);
  }
}

/** Entries that lead out of what a page shows: to files, other versions of a picture, programs (ISO 32000-1 7.11, 8.8, 8.10.4, 12.6). */
const leadingOut = ['AF', 'AA', 'OPI', 'Ref', 'PieceInfo', 'Metadata', 'Alternates', 'Measure', 'PtData'].map(name);

/** The file anew, with what its pages and its structure lead to and nothing else. */
function finish({ context, catalog, pages }: LoadedPdf, structure: PDFRef): LoadedPdf {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = asDict(object);
    for (const key of leadingOut) dict?.delete(key);
    // Bytes of a stream that stand in another file (7.3.8.2).
    if (object instanceof PDFRawStream)
      for (const key of ['F', 'FFilter', 'FDecodeParms']) object.dict.delete(name(key));
  }
  const tree = context.nextRef();
  for (const { dict } of pages) dict.set(name('Parent'), tree);
  const kids = arrayOf(
    context,
    pages.map(({ ref }) => ref),
  );
  context.assign(tree, dictOf(context, { Type: name('Pages'), Kids: kids, Count: number(pages.length) }));
  const root = dictOf(context, {
    Type: name('Catalog'),
    Pages: tree,
    StructTreeRoot: structure,
    Lang: catalog.get(name('Lang')),
  });
  return { context, catalog: root, pages };
}

/** What was shown must be shown: fields that have been filled in may follow, nothing may be wanting. */
async function compare(pdf: Uint8Array, before: readonly string[]): Promise<void> {
  // An object that is damaged may be passed over when a file is read, and not when it stands among others.
  const again = await loadPdf(pdf, 'What was made of it').catch((cause: unknown) => {
    throw new Error('It is damaged: what was made of it cannot be read again.', { cause });
  });
  if (again.pages.length !== before.length) throw new Error('Not all of its pages came through.');
  const after = await pageTexts(pdf);
  const plain = (text: string) => text.replace(/\s+/g, '');
  for (const [index, text] of before.entries()) {
    if (plain(after[index] ?? '').startsWith(plain(text))) continue;
    throw new Error(`The words of its page ${index + 1} did not come through whole.`);
  }
}
