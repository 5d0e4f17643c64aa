import { PDFArray, type PDFContext, type PDFDict, PDFNumber } from '@cantoo/pdf-lib';
import type { Matrix } from '../matrix.ts';
import { entry, numberAt } from '../objects.ts';

/** The paper that pages are put on, upright, in points; a page that is wider than high is put on it turned on its side. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** What is kept free, whichever way the page is. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** Where a page stands on its sheet. */
export interface Place {
  readonly width: number;
  readonly height: number;
  /** From the page's own units to those of the sheet. */
  readonly matrix: Matrix;
  /** What of the page is shown, in its own units: left, bottom, width, height. */
  readonly shown: readonly [number, number, number, number];
  /** How large it is against its own size. */
  readonly scale: number;
}

/** The largest side of a page: ISO 32000-1 annex C.2 lets readers refuse more. */
const longest = 14_400;

/**
 * Puts a page on a sheet: as people see it, turned and in its own unit, no larger than it is, in the middle of what is free.
 *
 * @throws {Error} where the page has no size that can be shown
 */
export function placePage(context: PDFContext, page: PDFDict, sheet: Sheet): Place {
  const [x, y, w, h] = shownBox(context, page);
  const unit = numberAt(context, page, 'UserUnit') ?? 1;
  if (!(w > 0 && h > 0 && unit > 0 && Math.max(w, h) <= longest)) throw new Error('A page of it has no size.');
  const turn = ((((numberAt(context, page, 'Rotate') ?? 0) % 360) + 360) % 360) / 90;
  const sideways = turn === 1 || turn === 3;
  const [seenWidth, seenHeight] = sideways ? [h * unit, w * unit] : [w * unit, h * unit];
  const landscape = seenWidth > seenHeight;
  const [width, height] = landscape ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
  const { top, right, bottom, left } = sheet.margins;
  const [freeWidth, freeHeight] = [width - left - right, height - top - bottom];
  const scale = Math.min(1, freeWidth / seenWidth, freeHeight / seenHeight);
  const s = scale * unit;
  const dx = left + (freeWidth - seenWidth * scale) / 2;
  const dy = bottom + (freeHeight - seenHeight * scale) / 2;
  // By quarter turns to the right, as /Rotate counts them.
  const turns: readonly Matrix[] = [
    [s, 0, 0, s, dx - s * x, dy - s * y],
    [0, -s, s, 0, dx - s * y, dy + s * (w + x)],
    [-s, 0, 0, -s, dx + s * (w + x), dy + s * (h + y)],
    [0, s, -s, 0, dx + s * (h + y), dy - s * x],
  ];
  const matrix = turns[turn];
  if (matrix === undefined) throw new Error('A page of it is turned by something else than a quarter.');
  return { width, height, matrix, shown: [x, y, w, h], scale };
}

/** The part of its paper that a page shows: the crop box within the media box (ISO 32000-1 14.11.2). */
function shownBox(context: PDFContext, page: PDFDict): [number, number, number, number] {
  const media = edges(context, page, 'MediaBox');
  const crop = edges(context, page, 'CropBox') ?? media;
  if (media === undefined || crop === undefined) throw new Error('A page of it has no size.');
  const [left, bottom] = [Math.max(media[0], crop[0]), Math.max(media[1], crop[1])];
  const [right, top] = [Math.min(media[2], crop[2]), Math.min(media[3], crop[3])];
  return [left, bottom, right - left, top - bottom];
}

/** Left, bottom, right and top edge of a rectangle, whichever corners it is written with (ISO 32000-1 7.9.5). */
export function edges(context: PDFContext, dict: PDFDict, key: string): [number, number, number, number] | undefined {
  const numbers = numbersAt(context, dict, key);
  const [a, b, c, d] = numbers;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** The numbers of an array; none where there is none, or anything in it is no number. */
export function numbersAt(context: PDFContext, dict: PDFDict, key: string): number[] {
  const value = entry(context, dict, key);
  if (!(value instanceof PDFArray)) return [];
  const numbers = Array.from({ length: value.size() }, (_, index) => value.lookup(index));
  return numbers.every((one) => one instanceof PDFNumber) ? numbers.map((one) => one.asNumber()) : [];
}

/** Where a point comes to lie. */
export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright rectangle round one that a matrix has moved: left, bottom, right and top edge. */
export function movedBox(matrix: Matrix, [l, b, r, t]: readonly [number, number, number, number]) {
  const corners = [moved(matrix, l, b), moved(matrix, r, b), moved(matrix, l, t), moved(matrix, r, t)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
}

/** Numbers as content has them: five places, which is more than any printer can tell apart. */
export function written(numbers: readonly number[]): string {
  return numbers.map((one) => String(Number(one.toFixed(5)))).join(' ');
}
