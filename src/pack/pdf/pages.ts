import { PDFArray, type PDFContext, PDFDict, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { Copier } from './copy.ts';
import type { Joining } from './joining.ts';
import type { LoadedPage } from './load.ts';
import { arrayOf, dictAt, dictOf, entry, name, number } from './objects.ts';
import type { Stamp } from './overlay.ts';

/** Entries of a page that are written anew, or say nothing of how it looks: ISO 32000-1 7.7.3.3, table 30. */
const REWRITTEN = new Set(
  `Type Parent Contents Resources Annots StructParents Tabs Thumb B PieceInfo LastModified Metadata AA ID Dur Trans`
    .split(' ')
    .map(name),
);

export interface PageInPart {
  source: PDFContext;
  page: LoadedPage;
  annotations: readonly PDFRef[];
  parentKey: number | undefined;
  stamp: Stamp | undefined;
}

/** Writes page number `index` of the joined file, stamped with what the overlay has for it. */
export function writePage(joining: Joining, copier: Copier, index: number, part: PageInPart): void {
  const { target, pageTree, pages } = joining;
  const ref = pages[index];
  if (ref === undefined) throw new RangeError(`No page ${index} was planned.`);
  const resources = copyResources(target, copier, part);
  const stampName = part.stamp && addStamp(resources, part.stamp.form);
  const { annotations, parentKey } = part;
  const dict = dictOf(target, { Type: name('Page'), Parent: pageTree, Resources: resources });
  for (const [key, value] of part.page.dict.entries()) if (!REWRITTEN.has(key)) dict.set(key, copier.copyShared(value));
  dict.set(name('Contents'), contents(joining, copier, part, stampName));
  if (annotations.length > 0) dict.set(name('Annots'), arrayOf(target, annotations));
  if (parentKey !== undefined) dict.set(name('StructParents'), number(parentKey));
  // ISO 14289-1 7.18.3: keyboard users go through links in the order of the structure.
  dict.set(name('Tabs'), name('S'));
  target.assign(ref, dict);
}

/** The page's own dictionary of resources: what it holds is shared with other pages, but it can be added to. */
function copyResources(target: PDFContext, copier: Copier, { source, page }: PageInPart): PDFDict {
  const resources = PDFDict.withContext(target);
  for (const [key, value] of dictAt(source, page.dict, 'Resources')?.entries() ?? []) {
    const inner = source.lookup(value);
    resources.set(key, copier.copyShared(key === name('XObject') && inner instanceof PDFDict ? inner : value));
  }
  return resources;
}

function addStamp(resources: PDFDict, form: PDFRef): string {
  const held = resources.get(name('XObject'));
  const xobjects = held instanceof PDFDict ? held : PDFDict.withContext(resources.context);
  let stampName = 'Stamp';
  while (xobjects.has(name(stampName))) stampName += '_';
  xobjects.set(name(stampName), form);
  resources.set(name('XObject'), xobjects);
  return stampName;
}

function contents(joining: Joining, copier: Copier, part: PageInPart, stampName: string | undefined): PDFObject {
  const { target } = joining;
  const { source, page, stamp } = part;
  const original = page.dict.get(name('Contents'));
  const body = original === undefined ? target.register(target.flateStream('')) : copier.copy(original);
  if (stamp === undefined || stampName === undefined) return body;
  // The page's own graphics state must not reach the stamp, so it is saved before and restored after.
  const box = entry(source, page.dict, 'MediaBox');
  const corner = box instanceof PDFArray ? box.asRectangle() : { x: 0, y: 0 };
  const [right, up] = [corner.x - stamp.x, corner.y - stamp.y];
  const move = right === 0 && up === 0 ? '' : `1 0 0 1 ${right} ${up} cm `;
  const tail = `Q /Artifact <</Type /Pagination>> BDC q ${move}/${stampName} Do Q EMC\n`;
  const whole = target.lookup(body);
  const bodies = whole instanceof PDFArray ? whole.asArray() : [body];
  return arrayOf(target, [snippet(joining, 'q\n'), ...bodies, snippet(joining, tail)]);
}

/** A few bytes of content that many pages share. */
function snippet({ target, shared }: Joining, text: string): PDFRef {
  const key = `snippet ${text}`;
  const known = shared.get(key);
  if (known !== undefined) return known;
  const made = target.register(target.stream(text));
  shared.set(key, made);
  return made;
}
