/** More decimal places than any money is declared to have, for amounts that are added up before they are rounded. */
export const amountDecimals = 3;

/**
 * Adds figures that are all rounded to the same decimal places: whole units of the last place are added, because 0.1 + 0.2
 * is not 0.3 in binary fractions.
 */
export function sum(values: readonly number[], decimals: number): number {
  const scale = 10 ** decimals;
  return values.reduce((running, value) => running + Math.round(value * scale), 0) / scale;
}

/** A number rounded half away from zero, as people round. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  // The little that is added is far below the last place, and far above what binary fractions miss.
  const result = (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + 1e-9)) / scale;
  return result === 0 ? 0 : result;
}

/**
 * The variance of a forecast, in percent of its baseline, to one decimal place: (forecast − baseline) / baseline.
 *
 * @returns null where the baseline is nought, since nothing can be a percentage of it
 */
export function variancePercent(baseline: number, forecast: number): number | null {
  return baseline === 0 ? null : rounded(((forecast - baseline) / baseline) * 100, 1);
}
