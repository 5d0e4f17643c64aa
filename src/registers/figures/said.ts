import { rounded } from '../sums.ts';
import type { Figure } from './figure.ts';

/** An amount as a text says it. */
export interface Said {
  /** As written, e.g. `£1.4 billion`. */
  readonly text: string;
  /** Where it begins in the text, in characters. */
  readonly offset: number;
  /** Never negative. */
  readonly value: number;
  readonly decimals: number;
  readonly isNegative: boolean;
  /** Empty where none is said. */
  readonly currency: string;
  /** How many one of it is, e.g. 1,000,000 for a million; undefined where only the figure stands. */
  readonly scale: number | undefined;
  readonly isPercent: boolean;
}

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

// Figures within words, dates, years such as 2017-18 and references such as PIB-2017-A03 are no amounts.
const amount =
  /(?<![\p{L}\p{N}.,/-])(?<minus>[-−(])?(?<currency>[£€$])?(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<fraction>\d+))?(?![\p{N}])(?:(?:[ \u00a0]|\n *)?(?<scale>k|m|bn|thousand|million|billion)(?![\p{L}\p{N}]))?(?:(?:[ \u00a0]|\n *)?(?<percent>%|per(?: |\n *)cent))?(?![-/.]?[\p{L}\p{N}])/gu;

/** The amounts that a text says, in order. */
export function amountsIn(text: string): Said[] {
  return Array.from(text.matchAll(amount), (match): Said => {
    const { minus, currency = '', whole = '', fraction = '', scale, percent } = match.groups ?? {};
    return {
      text: match[0].replace(/\s+/g, ' '),
      offset: match.index,
      value: Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`),
      decimals: fraction.length,
      isNegative: minus !== undefined,
      currency,
      scale: scale === undefined ? (currency === '' ? undefined : 1) : scales[scale],
      isPercent: percent !== undefined,
    };
  });
}

/**
 * Whether an amount says a figure, rounded to the decimal places it is said with: £141m, 141.1 and 141 million all say 141.1 of
 * the unit £m. A minus may be left out, since words such as "draw on" say it too.
 */
export function says(said: Said, figure: Pick<Figure, 'value' | 'unit'>): boolean {
  const unit = readUnit(figure.unit);
  if (said.isPercent && !unit.isPercent) return false;
  if (said.currency !== '' && said.currency !== unit.currency) return false;
  if (said.isNegative && figure.value >= 0) return false;
  const inWords = (Math.abs(figure.value) * unit.scale) / (said.scale ?? unit.scale);
  return rounded(inWords, Math.min(said.decimals, 9)) === said.value;
}

/** How well an amount says a figure: 0 where it is written to the last place, more where it was rounded. */
export function roughness(said: Said, figure: Pick<Figure, 'value' | 'unit'>): number {
  const unit = readUnit(figure.unit);
  return Math.abs((Math.abs(figure.value) * unit.scale) / (said.scale ?? unit.scale) - said.value);
}

function readUnit(unit: string): { currency: string; scale: number; isPercent: boolean } {
  const [, currency = '', scale = ''] = /^([£€$])(k|m|bn)?(?!\p{L})/u.exec(unit) ?? [];
  return { currency, scale: scales[scale] ?? 1, isPercent: /^(%|per cent\b)/.test(unit) };
}

/** Whether a text says a figure: every amount of money or percentage in it is the figure, or else one of its bare numbers is. */
export function textSays(text: string, figure: Pick<Figure, 'value' | 'unit'>): boolean {
  const all = amountsIn(text);
  const measured = all.filter((said) => said.currency !== '' || said.scale !== undefined || said.isPercent);
  if (measured.length > 0) return measured.every((said) => says(said, figure));
  return all.some((said) => says(said, figure));
}
