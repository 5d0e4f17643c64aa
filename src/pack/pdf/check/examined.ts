import type { PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { LoadedPdf } from '../load.ts';
import { dictAt } from '../objects.ts';
import { standardRole } from '../roles.ts';
import { type Element, type Kid, objectHolders, readStructure, type Structure, walk } from '../structure.ts';
import { readNumberTree } from '../trees.ts';

/** One fault. */
export interface Finding {
  /** Where the rule stands, for example `PDF/UA-1 7.3`. */
  clause: string;
  /** Counted from 1; null where the fault is of the whole file. */
  page: number | null;
  message: string;
}

/** A parsed file with what the checks look at. */
export interface Examined {
  loaded: LoadedPdf;
  structure: Structure;
  /** All elements in reading order, each with those that hold it. */
  elements: readonly (readonly [Element, readonly Element[]])[];
  parents: ReadonlyMap<number, PDFObject>;
  /** The element that holds each annotation. */
  holders: ReadonlyMap<PDFRef, Element>;
  /** An element's role as a standard structure type, or as it stands where it is mapped to none. */
  role(element: Element): string;
  /** The page on which an element begins, counted from 1. */
  pageOf(element: Element): number | null;
}

export function examine(loaded: LoadedPdf): Examined {
  const { context, catalog, pages } = loaded;
  const structure = readStructure(context, catalog);
  const root = dictAt(context, catalog, 'StructTreeRoot');
  const tree = root && dictAt(context, root, 'ParentTree');
  const indexes = new Map(pages.map(({ ref }, index) => [ref, index]));
  const pageOf = (element: Element): number | null => {
    const page = firstPage(element);
    const index = page && indexes.get(page);
    return index === undefined ? null : index + 1;
  };
  return {
    loaded,
    structure,
    elements: structure.roots.flatMap((element) => [...walk(element)]),
    parents: tree === undefined ? new Map() : readNumberTree(context, tree),
    holders: new Map(structure.roots.flatMap((root) => [...objectHolders(root)])),
    role: (element) => standardRole(element.role, structure.roleMap),
    pageOf,
  };
}

function firstPage(element: Element): PDFRef | undefined {
  const pageOfKid = (kid: Kid) => (kid.kind === 'element' ? firstPage(kid.element) : kid.page);
  for (const kid of element.kids) {
    const page = pageOfKid(kid);
    if (page !== undefined) return page;
  }
  return undefined;
}
