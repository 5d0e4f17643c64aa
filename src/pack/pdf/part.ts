import type { PDFName, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { annotationsOf, writeAnnotation } from './annotations.ts';
import { copier } from './copy.ts';
import type { Destination } from './destinations.ts';
import { element, joinRoles, prefixClasses, prefixIds } from './elements.ts';
import { type Joining, takeParent } from './joining.ts';
import type { LoadedPdf } from './load.ts';
import { asDict, name, number, text, textAt } from './objects.ts';
import type { Stamp } from './overlay.ts';
import { writePage } from './pages.ts';
import { contentOf, type Element, type Kid, objectHolders, readStructure, type Structure } from './structure.ts';
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
 * Copies the pages of a part into the joined file and hangs its structure under the Document element.
 *
 * @returns the part's own structure element.
 */
export function joinPart(joining: Joining, part: PlacedPart, stamps: readonly (Stamp | undefined)[]): PDFRef {
  const { id, loaded, first } = part;
  const { context, catalog, pages } = loaded;
  const structure = readStructure(context, catalog);
  const root = partElement(part, structure, joining.language);
  joinRoles(root, structure.roleMap, joining.roles);
  if (structure.classMap.size > 0) prefixClasses(context, root, id);
  prefixIds(context, root, id);

  const copy = copier(context, joining.target, joining.shared);
  pages.forEach(({ ref }, index) => {
    const target = joining.pages[first + index];
    if (target !== undefined) copy.refs.set(ref, target);
  });
  const annotations = pages.map((page) => annotationsOf(context, page));
  for (const { source } of annotations.flat()) if (source) copy.refs.set(source, joining.target.nextRef());

  const keys = parentKeys(joining, loaded, root, annotations.flat());
  pages.forEach((page, index) => {
    const written = (annotations[index] ?? []).map(({ source, dict }) => {
      const parentKey = source && keys.get(source);
      return writeAnnotation(joining, copy, context, id, first + index, { source, dict, parentKey });
    });
    const stamp = stamps[first + index];
    const parentKey = keys.get(page.ref);
    writePage(joining, copy, first + index, { source: context, page, annotations: written, parentKey, stamp });
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

/** Takes a number in the parent tree for each content and annotation that structure elements hold. */
function parentKeys(
  joining: Joining,
  { context, pages }: LoadedPdf,
  root: Element,
  annotations: readonly { source: PDFRef | undefined }[],
): Map<PDFRef, number> {
  const keys = new Map<PDFRef, number>();
  const owners = new Set(contentOf(root).map(({ owner }) => owner));
  const own = new Set(pages.map(({ ref }) => ref));
  for (const { ref } of pages) if (owners.has(ref)) keys.set(ref, takeParent(joining));
  for (const owner of owners) {
    const form = own.has(owner) ? undefined : asDict(context.lookup(owner));
    if (form === undefined) continue;
    const key = takeParent(joining);
    keys.set(owner, key);
    form.set(name('StructParents'), number(key));
  }
  const held = objectHolders(root);
  for (const { source } of annotations) if (source && held.has(source)) keys.set(source, takeParent(joining));
  return keys;
}
