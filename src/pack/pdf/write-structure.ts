import { PDFNull, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { Copier } from './copy.ts';
import type { Joining } from './joining.ts';
import { arrayOf, dictOf, name, number, text } from './objects.ts';
import type { Element, Kid } from './structure.ts';
import { ownPage } from './write-tree.ts';

/** Where in the parent tree the contents and annotations of a part stand, by their references in the part's own file. */
export type ParentKeys = ReadonlyMap<PDFRef, number>;

/** Entries of an element that mean the same in any file: ISO 32000-1 14.7.2, table 323. */
const KEPT = new Set(['A', 'C', 'R', 'T', 'Lang', 'Alt', 'E', 'ActualText'].map(name));

/**
 * Writes a part's structure into the joined file, under the Document element, and enters all that it holds into the
 * parent tree. The part's pages must have been written.
 */
export function writeStructure(joining: Joining, copier: Copier, root: Element, keys: ParentKeys): PDFRef {
  const holders = new Map<PDFRef, PDFObject[]>();
  const written = write(root, joining.document);
  for (const [owner, elements] of holders) {
    const key = keys.get(owner);
    // Content numbers may have gaps, where what was tagged is now an artifact.
    const filled = Array.from(elements, (element) => element ?? PDFNull);
    if (key !== undefined) joining.parents.set(key, joining.target.register(arrayOf(joining.target, filled)));
  }
  return written;

  function write(element: Element, parent: PDFRef): PDFRef {
    const { target } = joining;
    const ref = target.nextRef();
    const own = ownPage(element);
    const kids = element.kids.map((kid) => writeKid(kid, ref, own)).filter((kid) => kid !== undefined);
    const dict = dictOf(target, {
      Type: name('StructElem'),
      S: name(element.role),
      P: parent,
      Pg: own && copier.refs.get(own),
      K: kids.length > 1 ? arrayOf(target, kids) : kids[0],
      ID: element.id === undefined ? undefined : text(element.id),
    });
    for (const [key, value] of element.entries) if (KEPT.has(key)) dict.set(key, copier.copy(value));
    target.assign(ref, dict);
    if (element.id !== undefined) joining.ids.push([element.id, ref]);
    return ref;
  }

  function writeKid(kid: Kid, parent: PDFRef, own: PDFRef | undefined): PDFObject | undefined {
    const { target, parents } = joining;
    if (kid.kind === 'element') return write(kid.element, parent);
    const page = kid.page && copier.refs.get(kid.page);
    if (kid.kind === 'object') {
      const key = keys.get(kid.object);
      const object = copier.refs.get(kid.object);
      if (key === undefined || object === undefined) return undefined;
      parents.set(key, parent);
      return dictOf(target, { Type: name('OBJR'), Pg: page, Obj: object });
    }
    const owner = copier.refs.get(kid.owner);
    if (owner === undefined) return undefined;
    const held = holders.get(kid.owner) ?? [];
    held[kid.mcid] = parent;
    holders.set(kid.owner, held);
    if (kid.owner === own) return number(kid.mcid);
    const stream = kid.owner === kid.page ? undefined : owner;
    return dictOf(target, { Type: name('MCR'), Pg: page, Stm: stream, MCID: number(kid.mcid) });
  }
}
