import { PDFArray, type PDFContext, PDFDict, type PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { asDict, dictAt, entry, listAt, name, nameAt, resolve, textAt, textOf } from './objects.ts';

/** One item of an element's /K (ISO 32000-1 14.7.4). */
export type Kid = ElementKid | ContentKid | ObjectKid;
export type ElementKid = { kind: 'element'; element: Element };
/** A marked-content sequence: `owner` is the page, or the form XObject, in whose content it stands. */
export type ContentKid = { kind: 'content'; mcid: number; owner: PDFRef; page: PDFRef };
/** A whole object, such as an annotation. */
export type ObjectKid = { kind: 'object'; object: PDFRef; page: PDFRef | undefined };

/** A structure element as a plain value, apart from the file it was read from. */
export interface Element {
  /** Where it was read from; undefined for one that is made anew or stands within another object. */
  source: PDFRef | undefined;
  role: string;
  id: string | undefined;
  kids: Kid[];
  /** Entries kept as they stand, such as /Alt, /A and /Lang; objects of the file the element was read from. */
  entries: Map<PDFName, PDFObject>;
}

/** The structure tree of a file. */
export interface Structure {
  roots: Element[];
  roleMap: Map<string, string>;
  classMap: Map<PDFName, PDFObject>;
}

const REBUILT = new Set(['S', 'P', 'K', 'Pg', 'ID', 'Type'].map(name));

/** Reads the structure tree of a file; one without tags gives no roots. */
export function readStructure(context: PDFContext, catalog: PDFDict): Structure {
  const root = dictAt(context, catalog, 'StructTreeRoot');
  if (root === undefined) return { roots: [], roleMap: new Map(), classMap: new Map() };
  const roleMap = new Map<string, string>();
  for (const [role, standard] of dictAt(context, root, 'RoleMap')?.entries() ?? []) {
    const to = textOf(resolve(context, standard));
    if (to !== undefined) roleMap.set(role.decodeText(), to);
  }
  const seen = new Set<PDFRef>();
  const roots = listAt(context, root, 'K').flatMap((kid) => {
    const read = readKid(context, kid, undefined, seen);
    return read?.kind === 'element' ? [read.element] : [];
  });
  return { roots, roleMap, classMap: new Map(dictAt(context, root, 'ClassMap')?.entries()) };
}

function readElement(context: PDFContext, source: PDFRef | undefined, dict: PDFDict, seen: Set<PDFRef>): Element {
  const page = dict.get(name('Pg'));
  const kids = listAt(context, dict, 'K').map((kid) =>
    readKid(context, kid, page instanceof PDFRef ? page : undefined, seen),
  );
  return {
    source,
    role: nameAt(context, dict, 'S') ?? '',
    id: textAt(context, dict, 'ID'),
    kids: kids.filter((kid) => kid !== undefined),
    entries: new Map(dict.entries().filter(([key]) => !REBUILT.has(key))),
  };
}

function readKid(context: PDFContext, kid: PDFObject, page: PDFRef | undefined, seen: Set<PDFRef>): Kid | undefined {
  if (kid instanceof PDFRef) {
    // An element that is found a second time would make the tree endless.
    if (seen.has(kid)) return undefined;
    seen.add(kid);
  }
  const value = resolve(context, kid);
  if (value instanceof PDFNumber) {
    return page === undefined ? undefined : { kind: 'content', mcid: value.asNumber(), owner: page, page };
  }
  if (!(value instanceof PDFDict)) return undefined;
  const own = value.get(name('Pg'));
  const kidPage = own instanceof PDFRef ? own : page;
  const type = nameAt(context, value, 'Type');
  if (type === 'MCR') {
    const mcid = entry(context, value, 'MCID');
    const stream = value.get(name('Stm'));
    if (!(mcid instanceof PDFNumber) || kidPage === undefined) return undefined;
    const owner = stream instanceof PDFRef ? stream : kidPage;
    return { kind: 'content', mcid: mcid.asNumber(), owner, page: kidPage };
  }
  if (type === 'OBJR') {
    const object = value.get(name('Obj'));
    return object instanceof PDFRef ? { kind: 'object', object, page: kidPage } : undefined;
  }
  return { kind: 'element', element: readElement(context, kid instanceof PDFRef ? kid : undefined, value, seen) };
}

/** An element and all below it, in reading order, each with the elements that hold it, outermost first. */
export function* walk(element: Element, above: readonly Element[] = []): Generator<[Element, readonly Element[]]> {
  yield [element, above];
  const path = [...above, element];
  for (const kid of element.kids) if (kid.kind === 'element') yield* walk(kid.element, path);
}

/** The elements directly below. */
export function childrenOf(element: Element): Element[] {
  return element.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
}

/** All marked content of an element and those below it, in reading order. */
export function contentOf(element: Element): ContentKid[] {
  return element.kids.flatMap((kid) => {
    if (kid.kind === 'element') return contentOf(kid.element);
    return kid.kind === 'content' ? [kid] : [];
  });
}

/** The attribute dictionaries of an element (ISO 32000-1 14.7.5), without revision numbers. */
export function attributesOf(context: PDFContext, element: Element): PDFDict[] {
  const held = resolve(context, element.entries.get(name('A')));
  const items = held instanceof PDFArray ? held.asArray() : [held];
  return items.map((item) => asDict(resolve(context, item))).filter((item) => item !== undefined);
}

/** The element that holds each object, such as the link element of a link annotation. */
export function objectHolders(root: Element): Map<PDFRef, Element> {
  const holders = new Map<PDFRef, Element>();
  for (const [item] of walk(root)) {
    for (const kid of item.kids) if (kid.kind === 'object') holders.set(kid.object, item);
  }
  return holders;
}
