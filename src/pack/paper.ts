import type { Library } from '../library/library.ts';

/** The sizes of paper that packs are set for. */
export type Paper = Library['organisation']['paper'];

/** Width and height of a page held upright, and how high words in drawings must be for 16 pt on its side; see `large.css`. */
const sizes = {
  a4: ['210mm', '297mm', '13.3px'],
  letter: ['8.5in', '11in', '14.2px'],
} as const satisfies Record<Paper, readonly [string, string, string]>;

/** Width and height of such a page in points, 1/72 inch. */
export function pagePoints(paper: Paper): { width: number; height: number } {
  return paper === 'letter' ? { width: 612, height: 792 } : { width: 595.28, height: 841.89 };
}

/**
 * The part of the print style that gives pages their size. It is written out, because a browser takes no variable in the
 * rule of a page; what lies on pages finds their size in `--page-width` and `--page-height`.
 */
export function paperSheet(paper: Paper): string {
  const [width, height, words] = sizes[paper];
  return `
@page { size: ${width} ${height}; }
@page wide { size: ${height} ${width}; }
@page edges-wide { size: ${height} ${width}; }
:root { --page-width: ${width}; --page-height: ${height}; --chart-words: ${words}; }
`;
}
