import {
  ColorSpace,
  contrastWCAG21,
  getColor,
  OKLCH,
  type PlainColorObject,
  serialize,
  sRGB,
  to,
  toGamut,
} from 'colorjs.io/fn';

ColorSpace.register(sRGB);
ColorSpace.register(OKLCH);

/** The least contrast that text needs (WCAG 2.2, 1.4.3, level AA). */
export const leastContrast = 4.5;

/**
 * The contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21.
 *
 * @param one a colour of CSS, such as `#12355b`
 */
export function contrast(one: string, other: string): number {
  return contrastWCAG21(getColor(one), getColor(other));
}

/**
 * The colour nearest to one, of the same hue, that can be read on every ground given: the colour itself where it can,
 * otherwise made darker or lighter step by step.
 *
 * @param towards 0 to make it darker, 1 to make it lighter
 * @returns in hexadecimal, e.g. `#12355b`
 */
export function readable(colour: string, grounds: readonly string[], towards: 0 | 1): string {
  const [lightness, chroma, hue] = to(getColor(colour), OKLCH).coords;
  const steps = 100;
  for (let step = 0; step <= steps; step += 1) {
    const moved = Number(lightness) + ((towards - Number(lightness)) * step) / steps;
    const tried = hexadecimal({ space: OKLCH, coords: [moved, chroma, hue], alpha: 1 });
    if (grounds.every((ground) => contrast(tried, ground) >= leastContrast)) return tried;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}

function hexadecimal(colour: PlainColorObject): string {
  return serialize(toGamut(to(colour, sRGB)), { format: 'hex', collapse: false });
}
