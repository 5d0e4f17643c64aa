import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';

/** An element of the structure tree that holds content of its own (ISO 32000-1, 14.7.4). */
export interface Leaf {
  /** Stands in a list label, a figure. */
  label: boolean;
  figure: boolean;
  /** Its content, in reading order. */
  content: { page: number; key: string }[];
}

/** Names a piece of marked content within a document. */
export function contentKey(page: number, stream: number | undefined, mcid: number): string {
  return `${page}/${stream ?? ''}/${mcid}`;
}

/** The structure tree's elements with content, in reading order. */
export function structureLeaves(document: PDFDocument): Leaf[] {
  const { context } = document;
  const pageOf = new Map(document.getPages().map((page, index) => [page.ref.objectNumber, index]));
  const leaves: Leaf[] = [];

  function visit(element: PDFDict, parent: { label: boolean; figure: boolean }) {
    const role = element.get(PDFName.of('S'));
    const own = {
      label: parent.label || role === PDFName.of('Lbl'),
      figure: parent.figure || role === PDFName.of('Figure'),
    };
    const leaf: Leaf = { ...own, content: [] };
    const add = (kid: PDFDict | undefined, mcid: PDFObject | undefined) => {
      const pageRef = kid?.get(PDFName.of('Pg')) ?? element.get(PDFName.of('Pg'));
      const stream = kid?.get(PDFName.of('Stm'));
      const page = pageRef instanceof PDFRef ? pageOf.get(pageRef.objectNumber) : undefined;
      if (page === undefined || !(mcid instanceof PDFNumber)) return;
      const key = contentKey(page, stream instanceof PDFRef ? stream.objectNumber : undefined, mcid.asNumber());
      leaf.content.push({ page, key });
    };
    // Content and elements may alternate; what stands before an element is read before it.
    const flush = () => {
      if (leaf.content.length > 0) leaves.push({ ...own, content: leaf.content.splice(0) });
    };
    for (const kid of kids(element, context.lookup.bind(context))) {
      if (kid instanceof PDFNumber) add(undefined, kid);
      else if (kid.has(PDFName.of('MCID'))) add(kid, kid.get(PDFName.of('MCID')));
      else if (kid.has(PDFName.of('S'))) {
        flush();
        visit(kid, own);
      }
    }
    flush();
  }

  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (root) visit(root, { label: false, figure: false });
  return leaves;
}

function kids(element: PDFDict, lookup: (object: PDFObject | undefined) => PDFObject | undefined) {
  const value = lookup(element.get(PDFName.of('K')));
  const all = value instanceof PDFArray ? value.asArray().map((kid) => lookup(kid)) : [value];
  return all.filter((kid) => kid instanceof PDFDict || kid instanceof PDFNumber);
}
