/** The number of a page. A supplement has a series of its own, so that no page of the pack it adds to is renumbered. */
export interface PageNumber {
  /** `S1` of the first supplement; absent of the pack itself. */
  readonly series?: string;
  readonly number: number;
  /** `a` of a page that had to be put in behind one that keeps its number. */
  readonly suffix?: string;
  /** How many there are in its series. */
  readonly of: number;
}

/** How a page is quoted: `12`, `3a`, or `S1-2`. */
export function pageLabel({ series, number, suffix = '' }: Omit<PageNumber, 'of'>): string {
  return `${series === undefined ? '' : `${series}-`}${number}${suffix}`;
}

/** `Page 12 of 60`, as it stands at the foot of a page. */
export function pageOfPages(page: PageNumber): string {
  const { series, of } = page;
  return `Page ${pageLabel(page)} of ${series === undefined ? of : `${series}-${of}`}`;
}

/** Numbers for some pages of one series. */
export function numbered(
  count: number,
  { first = 1, of = count, series }: { readonly first?: number; readonly of?: number; readonly series?: string } = {},
): PageNumber[] {
  return Array.from({ length: count }, (_, index) => ({ ...(series && { series }), number: first + index, of }));
}
