import type { PDFName, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { annotationsOf, writeAnnotation } from './annotations.ts';
import { markDecoration, markLooseDrawing, markRepeatedRows } from './artifacts.ts';
import { type Content, readContents, storeForms } from './contents.ts';
import { copier } from './copy.ts';
import type { Destination } from './destinations.ts';
import { completeListItems, element, joinRoles, prefixClasses, renumberIds } from './elements.ts';
import { retagFonts } from './fonts.ts';
import { type Joining, takeParent } from './joining.ts';
import type { LoadedPdf } from './load.ts';
import { name, number, text, textAt } from './objects.ts';
import type { Stamp } from './overlay.ts';
import { writePage } from './pages.ts';
import { textReader } from './shown-text.ts';
import { contentOf, type Element, type Kid, readStructure, type Structure, walk } from './structure.ts';
import { writeStructure } from './write-structure.ts';

/** A part, parsed, and its place in the whole. */
export interface PlacedPart {
  id: string;
  loaded: LoadedPdf;
  /** Index of its first page in the joined file. */
  first: number;
  /** Its named destinations; pages counted within the part. */
  destinations: ReadonlyMap<string, Destination>;
}

/**
 * Mends a part's tags, copies its pages into the joined file and hangs its structure under the Document element.
 *
 * @returns the part's own structure element.
 */
export function joinPart(joining: Joining, part: PlacedPart, stamps: readonly (Stamp | undefined)[]): PDFRef {
  const { id, loaded, first } = part;
  const { context, catalog, pages } = loaded;
  retagFonts(context);
  const contents = readContents(loaded);
  const structure = readStructure(context, catalog);
  const root = partElement(part, structure, joining.language);
  joinRoles(root, structure.roleMap, joining.roles);
  prefixClasses(context, root, id);
  completeListItems(root);
  renumberIds(context, root, id);
  markDecoration(contents, root);
  markRepeatedRows(contents, root);
  markLooseDrawing(
    context,
    contents,
    pages.map(({ ref }) => ref),
  );

  const copy = copier(context, joining.target, joining.shared);
  pages.forEach(({ ref }, index) => {
    const target = joining.pages[first + index];
    if (target !== undefined) copy.refs.set(ref, target);
  });
  const annotations = pages.map((page) => annotationsOf(context, page));
  for (const { source } of annotations.flat()) if (source) copy.refs.set(source, joining.target.nextRef());

  const keys = parentKeys(joining, contents, root, annotations.flat());
  storeForms(context, contents);
  const holders = objectHolders(root);
  const read = textReader(context, contents);
  pages.forEach((page, index) => {
    const content = contents.get(page.ref);
    if (content === undefined) throw new RangeError(`Page ${index} of part "${id}" was not read.`);
    const written = (annotations[index] ?? []).map(({ source, dict }) => {
      const holder = source && holders.get(source);
      const parentKey = source && keys.get(source);
      const shown = holder === undefined ? '' : read(holder);
      return writeAnnotation(joining, copy, context, id, first + index, { source, dict, parentKey, text: shown });
    });
    const stamp = stamps[first + index];
    const parentKey = keys.get(page.ref);
    writePage(joining, copy, first + index, { source: context, page, content, annotations: written, parentKey, stamp });
  });
  for (const [label, value] of structure.classMap) {
    joining.classes.set(`${id}.${label.decodeText()}`, copy.copy(value));
  }
  return writeStructure(joining, copy, root, keys);
}

/** The part's element, holding what the part's Document element held; its language is stated where it is another. */
function partElement({ loaded }: PlacedPart, { roots }: Structure, language: string): Element {
  const kids: Kid[] = roots.flatMap((root) =>
    root.role === 'Document' ? root.kids : [{ kind: 'element', element: root }],
  );
  const own = textAt(loaded.context, loaded.catalog, 'Lang');
  const entries: [PDFName, PDFObject][] = own === undefined || own === language ? [] : [[name('Lang'), text(own)]];
  return element('Part', kids, entries);
}

/** Takes a number in the parent tree for each content and annotation that structure elements hold, in page order. */
function parentKeys(
  joining: Joining,
  contents: ReadonlyMap<PDFRef, Content>,
  root: Element,
  annotations: readonly { source: PDFRef | undefined }[],
): Map<PDFRef, number> {
  const keys = new Map<PDFRef, number>();
  const owners = new Set(contentOf(root).map(({ owner }) => owner));
  for (const { owner, holder } of contents.values()) {
    holder.delete(name('StructParents'));
    if (!owners.has(owner)) continue;
    const key = takeParent(joining);
    keys.set(owner, key);
    holder.set(name('StructParents'), number(key));
  }
  const held = objectHolders(root);
  for (const { source } of annotations) if (source && held.has(source)) keys.set(source, takeParent(joining));
  return keys;
}

/** The element that holds each object, such as the link element of a link annotation. */
function objectHolders(root: Element): Map<PDFRef, Element> {
  const holders = new Map<PDFRef, Element>();
  for (const [item] of walk(root)) {
    for (const kid of item.kids) if (kid.kind === 'object') holders.set(kid.object, item);
  }
  return holders;
}
