import { PDFArray, PDFBool, PDFContext, PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import { annotationsOf } from './annotations.ts';
import { markDecoration, markLooseDrawing, markRepeatedRows } from './artifacts.ts';
import { applyEdits } from './content.ts';
import { type Content, readContents, storeForms } from './contents.ts';
import { copier } from './copy.ts';
import { completeListItems, element, joinRoles, renumberIds, unwrap } from './elements.ts';
import { retagFonts } from './fonts.ts';
import { isLink } from './links.ts';
import { type LoadedPdf, pagesOf } from './load.ts';
import { dictAt, dictOf, name, text } from './objects.ts';
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
 * @returns what `save` makes a file of, for `assemble`; its structure cannot be reached from its pages, since that way back
 * is made in the joining
 */
export function mend(loaded: LoadedPdf): LoadedPdf {
  const { context, catalog, pages } = loaded;
  retagFonts(context);
  const contents = readContents(loaded);
  const structure = readStructure(context, catalog);
  const root = element(
    'Document',
    structure.roots.map((one) => ({ kind: 'element', element: one })),
  );
  const roleMap = new Map<string, string>();
  joinRoles(root, structure.roleMap, roleMap);
  completeListItems(root);
  unwrap(root, roleMap);
  renumberIds(context, root);
  markDecoration(contents, root);
  markRepeatedRows(contents, root);
  const refs = pages.map(({ ref }) => ref);
  markLooseDrawing(context, contents, refs);
  describeLinks(loaded, contents, root);
  for (const { holder } of contents.values()) holder.delete(name('StructParents'));
  storeForms(context, contents);
  for (const page of pages) storePage(context, contents, page.ref);
  return withNeeded(loaded, { roots: childrenOf(root), roleMap, classMap: structure.classMap });
}

/** Lets each link say what it shows (ISO 14289-1 7.18.5), unless it says something itself; of others the join says where they lead. */
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
  if (survey.unclosed > 0) {
    edits.push({ from: bytes.length, to: bytes.length, text: `\n${'Q '.repeat(survey.unclosed)}` });
  }
  const isOne = !(context.lookup(holder.get(name('Contents'))) instanceof PDFArray);
  if (edits.length === 0 && isOne) return;
  holder.set(name('Contents'), context.register(context.flateStream(applyEdits(bytes, edits))));
}

/** The file anew, with what is needed of it. */
function withNeeded({ context, catalog }: LoadedPdf, structure: Structure): LoadedPdf {
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
  const target = PDFContext.create();
  const copied = copier(context, target, new Map()).copy(root);
  target.trailerInfo.Root = target.register(copied);
  if (!(copied instanceof PDFDict)) throw new TypeError('A dictionary was copied as something else.');
  return { context: target, catalog: copied, pages: pagesOf(target, copied) };
}
