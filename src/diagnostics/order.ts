/** Order by code unit, because a locale's order differs from machine to machine. For `toSorted`. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
