import { PDFArray, PDFBool, PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { annotationsOf } from './annotations.ts';
import { markDecoration, markLooseDrawing, markRepeatedRows } from './artifacts.ts';
import { applyEdits } from './content.ts';
import { type Content, readContents, storeForms } from './contents.ts';
import { copier } from './copy.ts';
import { completeListItems, element, renumberIds, unwrap } from './elements.ts';
import { retagFonts } from './fonts.ts';
import { isLink } from './links.ts';
import type { LoadedPdf } from './load.ts';
import { dictAt, dictOf, name, text } from './objects.ts';
import { save } from './save.ts';
import { textReader } from './shown-text.ts';
import { childrenOf, type Element, objectHolders, readStructure, type Structure } from './structure.ts';
import { writeTree } from './write-tree.ts';

/**
 * Mends the tags of a PDF, as a browser prints it, so that it can be joined with others as it stands: everything drawn
 * belongs to an element or is an artifact, list items are whole, links say in words where they lead. It then has what its
 * pages and its structure lead to and nothing else. Two prints of the same document give the same bytes, whatever the
 * browser had printed before.
 *
 * @param loaded cannot be used again
 * @returns a file for `assemble`, whose structure cannot be reached from its pages: that way back is made in the joining
 */
export function mend(loaded: LoadedPdf): Uint8Array {
  const { context, catalog, pages } = loaded;
  retagFonts(context);
  const contents = readContents(loaded);
  const structure = readStructure(context, catalog);
  const root = element(
    'Document',
    structure.roots.map((one) => ({ kind: 'element', element: one })),
  );
  unwrap(root, structure.roleMap);
  completeListItems(root);
  renumberIds(context, root);
  markDecoration(contents, root);
  markRepeatedRows(contents, root);
  const refs = pages.map(({ ref }) => ref);
  markLooseDrawing(context, contents, refs);
  describeLinks(loaded, contents, root);
  for (const { holder } of contents.values()) holder.delete(name('StructParents'));
  storeForms(context, contents);
  for (const page of pages) storePage(context, contents, page.ref);
  return saved(loaded, { ...structure, roots: childrenOf(root) });
}

/** Lets each link say what it shows (ISO 14289-1 7.18.5), unless it says something itself. */
function describeLinks({ context, pages }: LoadedPdf, contents: ReadonlyMap<PDFRef, Content>, root: Element): void {
  const holders = objectHolders(root);
  const read = textReader(context, contents);
  for (const { source, dict } of pages.flatMap((page) => annotationsOf(context, page))) {
    const holder = source && holders.get(source);
    if (holder === undefined || !isLink(dict) || dict.has(name('Contents'))) continue;
    const shown = read(holder);
    if (shown !== '') dict.set(name('Contents'), text(shown));
  }
}

/** Puts the edited content of a page back as one stream, after which the graphics state is what it was before. */
function storePage(context: PDFContext, contents: ReadonlyMap<PDFRef, Content>, page: PDFRef): void {
  const content = contents.get(page);
  if (content === undefined) return;
  const { bytes, edits, holder, survey } = content;
  const isOne = !(context.lookup(holder.get(name('Contents'))) instanceof PDFArray);
  if (edits.length === 0 && survey.unclosed <= 0 && isOne) return;
  const restore = { from: bytes.length, to: bytes.length, text: `\n${'Q '.repeat(Math.max(0, survey.unclosed))}` };
  const whole = applyEdits(bytes, survey.unclosed > 0 ? [...edits, restore] : edits);
  holder.set(name('Contents'), context.register(context.flateStream(whole)));
}

/** The file anew, with what is needed of it. */
function saved({ context, catalog }: LoadedPdf, structure: Structure): Uint8Array {
  const target = PDFContext.create();
  const names = dictAt(context, catalog, 'Names');
  const root = dictOf(context, {
    Type: name('Catalog'),
    Pages: catalog.get(name('Pages')),
    Lang: catalog.get(name('Lang')),
    Dests: catalog.get(name('Dests')),
    Names: dictOf(context, { Dests: names?.get(name('Dests')) }),
    MarkInfo: dictOf(context, { Marked: PDFBool.True }),
    StructTreeRoot: structure.roots.length === 0 ? undefined : writeTree(context, structure),
  });
  target.trailerInfo.Root = target.register(copier(context, target, new Map()).copy(root));
  return save(target);
}
