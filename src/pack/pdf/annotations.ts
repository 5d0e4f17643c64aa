import { type PDFContext, PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Copier } from './copy.ts';
import type { Joining } from './joining.ts';
import { isLink, linkTarget, type Target } from './links.ts';
import type { LoadedPage } from './load.ts';
import { dictOf, listAt, name, number, resolve, text } from './objects.ts';

/** Entries that are written anew or that hold a moment or a chance name: ISO 32000-1 12.5.2, table 164. */
const REWRITTEN = new Set(['P', 'StructParent', 'M', 'NM', 'Popup', 'Parent', 'IRT'].map(name));

/** An annotation of a page, with its number in the parent tree if a structure element holds it. */
export interface PageAnnotation {
  /** Where it is in the part's file; one written within the page itself has no reference, and no element can hold it. */
  source: PDFRef | undefined;
  dict: PDFDict;
  parentKey: number | undefined;
}

/** The annotations of a page that are dictionaries. */
export function annotationsOf(context: PDFContext, page: LoadedPage): { source: PDFRef | undefined; dict: PDFDict }[] {
  return listAt(context, page.dict, 'Annots').flatMap((item) => {
    const dict = resolve(context, item);
    return dict instanceof PDFDict ? [{ source: item instanceof PDFRef ? item : undefined, dict }] : [];
  });
}

/**
 * Writes an annotation into the joined file. Links within the part and to other parts lead to destinations of the joined
 * file; one that does not say in words where it leads names it (ISO 14289-1 7.18.5). A link that leads nowhere is noted,
 * and loses its action: nobody shall be sent to an address that does not exist.
 */
export function writeAnnotation(
  joining: Joining,
  copier: Copier,
  context: PDFContext,
  part: string,
  page: number,
  annotation: PageAnnotation,
): PDFRef {
  const { target, pages } = joining;
  const known = annotation.source && copier.refs.get(annotation.source);
  const ref = known ?? target.nextRef();
  const link: Target = isLink(annotation.dict)
    ? linkTarget(context, annotation.dict, part, joining.directory)
    : { kind: 'other', address: '' };
  const dict = dictOf(target, { P: pages[page] });
  for (const [key, value] of annotation.dict.entries()) {
    const leads = key === name('A') || key === name('Dest') || key === name('PA');
    if (!REWRITTEN.has(key) && !(leads && link.kind !== 'other')) dict.set(key, copier.copy(value));
  }
  const destination = destinationOf(link, copier);
  if (destination !== undefined) dict.set(name('Dest'), destination);
  if (link.kind === 'dead') noteDeadLink(joining, page, link.target);
  if (annotation.parentKey !== undefined) dict.set(name('StructParent'), number(annotation.parentKey));
  if (isLink(annotation.dict) && !dict.has(name('Contents'))) {
    dict.set(name('Contents'), text(describe(link)));
  }
  target.assign(ref, dict);
  return ref;
}

/** A link over several lines is an annotation on each, and is still one link. */
function noteDeadLink({ deadLinks }: Joining, page: number, target: string): void {
  if (!deadLinks.some((known) => known.page === page && known.target === target)) deadLinks.push({ page, target });
}

function destinationOf(link: Target, copier: Copier): PDFObject | undefined {
  if (link.kind === 'name') return text(link.name);
  if (link.kind !== 'explicit') return undefined;
  // A destination on a page that is not in the file any more would lead to a copy of it, so only known pages count.
  const page = link.explicit.get(0);
  return page instanceof PDFRef && copier.refs.has(page) ? copier.copy(link.explicit) : undefined;
}

function describe(link: Target): string {
  if (link.kind === 'name') return link.name;
  if (link.kind === 'dead') return link.target;
  return link.kind === 'other' && link.address !== '' ? link.address : 'Link';
}
