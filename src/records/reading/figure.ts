/**
 * Reads one figure: digits with or without thousands separators; a minus sign or, as accountants write it, brackets
 * for a negative.
 *
 * @returns undefined for anything else, an empty cell among it: a figure that is missing is not a nought
 */
export function readFigure(text: string): number | undefined {
  const match = /^(\()?([-−])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, open, minus, whole = '', decimals = '', close] = match;
  if ((open === undefined) !== (close === undefined) || (open && minus)) return undefined;
  // More digits than these a number cannot hold without rounding.
  if (whole.replaceAll(',', '').length + decimals.length > 15) return undefined;
  const value = Number(whole.replaceAll(',', '') + decimals);
  return open || minus ? -value : value;
}
