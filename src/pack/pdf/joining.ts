import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Shared } from './copy.ts';
import type { Directory } from './links.ts';

/** The file being written, as far as the parts have been joined. */
export interface Joining {
  target: PDFContext;
  pageTree: PDFRef;
  /** The Document element, under which each part hangs. */
  document: PDFRef;
  language: string;
  directory: Directory;
  /** All pages, numbered before any is written, so that links can lead forward. */
  pages: readonly PDFRef[];
  shared: Shared;
  /** By /StructParents or /StructParent: what ISO 32000-1 14.7.4.4 calls the parent tree. */
  parents: Map<number, PDFObject>;
  nextParent: number;
  ids: [string, PDFRef][];
  roles: Map<string, string>;
  classes: Map<string, PDFObject>;
  deadLinks: { page: number; target: string }[];
}

/** A number in the parent tree that is not used yet. */
export function takeParent(joining: Joining): number {
  const key = joining.nextParent;
  joining.nextParent += 1;
  return key;
}
