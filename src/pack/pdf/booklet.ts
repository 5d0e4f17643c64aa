import { PDFArray, PDFBool, PDFContext, PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import { bookletOrder, type SheetSide } from './booklet-order.ts';
import { type LoadedPage, loadPdf } from './load.ts';
import { infoDictionary, type Metadata } from './metadata.ts';
import { arrayOf, dictOf, entry, name, number, text } from './objects.ts';
import { copyOverlay, type Stamp } from './overlay.ts';
import { save } from './save.ts';

/** A file with two pages on each side of its sheets. */
export interface Booklet {
  pdf: Uint8Array;
  /** Sides of sheets, which are the pages of the file. */
  sides: number;
}

/** A page to be placed: what it shows and how large it is. */
interface PlacedPage {
  stamp: Stamp | undefined;
  width: number;
  height: number;
}

/**
 * Lays the pages of a file two by two on sheets in the order of a booklet, each half as large as the file's first page, so
 * that nothing is made smaller. Pages on their side are turned a quarter to the left.
 *
 * The result is for printers: it has no tags, no links and no outline, and does not claim to be accessible.
 *
 * @throws {Error} when the file cannot be read
 */
export async function imposeBooklet(pdf: Uint8Array, metadata: Metadata): Promise<Booklet> {
  const loaded = await loadPdf(pdf, 'The file to be bound');
  const target = PDFContext.create();
  const sizes = loaded.pages.map((page) => sizeOf(loaded.context, page));
  const stamps = copyOverlay(loaded, target, new Map());
  const placed = sizes.map((size, index): PlacedPage => ({ ...size, stamp: stamps[index] }));
  const [first] = sizes;
  if (first === undefined) throw new Error('The file to be bound has no pages.');
  const half = { width: Math.min(first.width, first.height), height: Math.max(first.width, first.height) };
  const pageTree = target.nextRef();
  const sides = bookletOrder(placed.length).map((side) => writeSide(target, pageTree, side, placed, half));
  target.assign(
    pageTree,
    dictOf(target, { Type: name('Pages'), Kids: arrayOf(target, sides), Count: number(sides.length) }),
  );
  target.trailerInfo.Root = target.register(
    dictOf(target, {
      Type: name('Catalog'),
      Pages: pageTree,
      Lang: text(metadata.language),
      // Two pages side by side are turned over along the short edge (ISO 32000-1 12.2, table 150).
      ViewerPreferences: dictOf(target, { DisplayDocTitle: PDFBool.True, Duplex: name('DuplexFlipShortEdge') }),
    }),
  );
  target.trailerInfo.Info = infoDictionary(target, metadata);
  return { pdf: save(target), sides: sides.length };
}

function sizeOf(context: PDFContext, { dict }: LoadedPage): { width: number; height: number } {
  const box = entry(context, dict, 'MediaBox');
  if (!(box instanceof PDFArray)) throw new Error('The file to be bound is damaged: a page has no size.');
  return box.asRectangle();
}

/** Writes one side of a sheet. */
function writeSide(
  target: PDFContext,
  parent: PDFRef,
  side: SheetSide,
  pages: readonly PlacedPage[],
  half: { width: number; height: number },
): PDFRef {
  const forms = PDFDict.withContext(target);
  const drawn = side.map((index, place) => {
    const page = index === undefined ? undefined : pages[index];
    if (page?.stamp === undefined) return '';
    const called = place === 0 ? 'Left' : 'Right';
    forms.set(name(called), page.stamp.form);
    return `q ${placement(page, page.stamp, half, place * half.width)
      .map(short)
      .join(' ')} cm /${called} Do Q\n`;
  });
  return target.register(
    dictOf(target, {
      Type: name('Page'),
      Parent: parent,
      MediaBox: arrayOf(target, [0, 0, 2 * half.width, half.height].map(number)),
      Resources: dictOf(target, { XObject: forms }),
      Contents: target.register(target.flateStream(drawn.join(''))),
    }),
  );
}

/** The matrix that puts a page in the middle of its half, turned where it is on its side, smaller only where it must be. */
function placement(
  { width, height }: PlacedPage,
  { x, y }: Stamp,
  half: { width: number; height: number },
  left: number,
): number[] {
  const isTurned = width > height;
  const [across, up] = isTurned ? [height, width] : [width, height];
  const scale = Math.min(1, half.width / across, half.height / up);
  const right = left + (half.width - across * scale) / 2;
  const bottom = (half.height - up * scale) / 2;
  // A quarter turn to the left puts the page's lower left corner in the lower right one of its place.
  return isTurned
    ? [0, scale, -scale, 0, right + scale * (across + y), bottom - scale * x]
    : [scale, 0, 0, scale, right - scale * x, bottom - scale * y];
}

/** Without the noise of reckoning in binary, e.g. `595.92`. */
const short = (value: number): string => String(Math.round(value * 1000) / 1000);
