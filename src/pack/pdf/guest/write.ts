import { type PDFContext, PDFDict, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { type Matrix, matrixOf, multiply } from '../matrix.ts';
import { arrayOf, dictAt, dictOf, name, number, resolve } from '../objects.ts';
import type { GuestDrawing } from './annotations.ts';
import { closedContent } from './closed.ts';
import { numbersAt, type Place, written } from './place.ts';
import type { GuestTags, TaggedPage } from './tags.ts';

/** Makes a page anew in its own file: on its sheet, with its links, and with nothing that could run. */
export function writeGuestPage(
  context: PDFContext,
  tagged: TaggedPage,
  place: Place,
  index: number,
  tags: GuestTags,
): void {
  const { page, annotations } = tagged;
  const resources = ownResources(context, page.dict, place.matrix);
  const content = pageContent(tagged, place, tags, index, (form) => nameForm(context, resources, form));
  const group = page.dict.get(name('Group'));
  for (const key of page.dict.keys()) page.dict.delete(key);
  const { width, height } = place;
  const links = annotations.links.map(({ ref }) => ref);
  const entries = dictOf(context, {
    Type: name('Page'),
    MediaBox: arrayOf(context, [0, 0, width, height].map(number)),
    Resources: resources,
    Contents: context.register(context.flateStream(content)),
    Group: group,
    Annots: links.length === 0 ? undefined : arrayOf(context, links),
  });
  for (const [key, value] of entries.entries()) page.dict.set(key, value);
}

function pageContent(
  { content, annotations }: TaggedPage,
  { matrix, shown }: Place,
  tags: GuestTags,
  index: number,
  nameOf: (form: PDFRef) => string,
): Uint8Array {
  const isFigure = tags.figures.has(index);
  const drawings = annotations.drawings.map((drawing) => drawingContent(drawing, isFigure, tags, nameOf(drawing.form)));
  return Buffer.concat([
    Buffer.from(`q ${written(matrix)} cm ${written(shown)} re W n\n${isFigure ? '/Figure <</MCID 0>> BDC\n' : ''}q\n`),
    closedContent(content.bytes, isFigure),
    Buffer.from(`\nQ\n${drawings.join('')}${isFigure ? 'EMC ' : ''}Q\n`),
  ]);
}

function drawingContent(drawing: GuestDrawing, isFigure: boolean, tags: GuestTags, form: string): string {
  const draw = `q ${written(drawing.matrix)} cm /${form} Do Q\n`;
  if (isFigure) return draw;
  const tag = tags.drawings.get(drawing);
  return tag === undefined ? `/Artifact BMC ${draw}EMC\n` : `/${tag.role} <</MCID ${tag.mcid}>> BDC ${draw}EMC\n`;
}

/**
 * The page's own resources. Patterns are laid on the paper and not on what is drawn (ISO 32000-1 8.7.2): where that is moved,
 * they must be.
 */
function ownResources(context: PDFContext, page: PDFDict, matrix: Matrix): PDFDict {
  const own = PDFDict.withContext(context);
  for (const [key, value] of dictAt(context, page, 'Resources')?.entries() ?? []) own.set(key, value);
  const patterns = dictAt(context, own, 'Pattern');
  if (patterns === undefined) return own;
  const moved = PDFDict.withContext(context);
  for (const [key, value] of patterns.entries()) {
    const pattern = resolve(context, value);
    if (pattern instanceof PDFRawStream) {
      moved.set(key, context.register(PDFRawStream.of(movedPattern(context, pattern.dict, matrix), pattern.contents)));
    } else if (pattern instanceof PDFDict) {
      moved.set(key, context.register(movedPattern(context, pattern, matrix)));
    }
  }
  own.set(name('Pattern'), moved);
  return own;
}

function movedPattern(context: PDFContext, pattern: PDFDict, matrix: Matrix): PDFDict {
  const copy = PDFDict.withContext(context);
  for (const [key, value] of pattern.entries()) copy.set(key, value);
  const own = matrixOf(numbersAt(context, pattern, 'Matrix'));
  const numbers = multiply(own, matrix).map((one) => number(Number(one.toFixed(6))));
  copy.set(name('Matrix'), arrayOf(context, numbers));
  return copy;
}

/** Enters a form among the XObjects of a page, under a name that none has. */
function nameForm(context: PDFContext, resources: PDFDict, form: PDFRef): string {
  const own = PDFDict.withContext(context);
  for (const [key, value] of dictAt(context, resources, 'XObject')?.entries() ?? []) own.set(key, value);
  let at = own.keys().length;
  while (own.has(name(`Drawn${at}`))) at += 1;
  own.set(name(`Drawn${at}`), form);
  resources.set(name('XObject'), own);
  return `Drawn${at}`;
}
