/** One side of a sheet: the pages on its left and right half, counted from 0; undefined for a half left blank. */
export type SheetSide = readonly [left: number | undefined, right: number | undefined];

/**
 * The sides of the sheets of a booklet, front and back of each in turn: printed on both sides, folded once and stapled in
 * the fold, they read in order. Blank pages fill the last sheet.
 */
export function bookletOrder(pages: number): SheetSide[] {
  const places = Math.ceil(pages / 4) * 4;
  const at = (place: number): number | undefined => (place < pages ? place : undefined);
  return Array.from({ length: places / 2 }, (_, side) => {
    const [outer, inner] = [at(places - 1 - side), at(side)];
    // On fronts the later page is on the left, on backs on the right.
    return side % 2 === 0 ? [outer, inner] : [inner, outer];
  });
}
