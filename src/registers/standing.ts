import type { Library } from '../library/library.ts';
import type { Entry } from '../records/read-records.ts';
import { type RatingScale, type RatingValue, ratingScales } from '../records/scales.ts';
import { replay } from './replay.ts';

/** A rating read on the scale of a portfolio. */
export interface Standing {
  readonly value: RatingValue;
  /** The scale it was given on, where it had to be mapped. */
  readonly mappedFrom: RatingScale | null;
}

/** What a report says on each scale: its overall rating, and the delivery confidence of its senior responsible owner. */
export function givenRatings({ data }: Entry<'report'>): { scale: RatingScale; value: RatingValue }[] {
  const confidence = data.delivery_confidence;
  return [
    ...(confidence === undefined ? [] : [{ scale: confidence.scale, value: confidence.sro }]),
    { scale: 'rag3' as const, value: data.rag.overall.value },
  ];
}

/**
 * Reads a report on the scale of a portfolio: a rating given on that scale as it stands, else one that the portfolio's own
 * mapping covers. Nothing is guessed from the names of colours.
 *
 * @returns null where the report gives no rating that the portfolio can read
 */
export function standingOn(portfolio: Entry<'portfolio'>, report: Entry<'report'>): Standing | null {
  const { rag_scale: scale, scale_mappings: mappings } = portfolio.data;
  const given = givenRatings(report);
  const own = given.find((one) => one.scale === scale);
  if (own !== undefined) return { value: own.value, mappedFrom: null };
  for (const one of given) {
    const value = mappings.find(({ from }) => from === one.scale)?.values[one.value];
    if (value !== undefined) return { value, mappedFrom: one.scale };
  }
  return null;
}

/** How far a rating is from the best of its scale; a lower number is better. */
export function rank(scale: RatingScale, value: RatingValue): number {
  return (ratingScales[scale] as readonly RatingValue[]).indexOf(value);
}

/** How the members of a portfolio stood on its scale in each cycle that has reports, the earliest first. */
export function ratingHistory(
  library: Library,
  portfolio: Entry<'portfolio'>,
  asOf = library.asAt,
): { period: string; standings: RatingValue[] }[] {
  const members = new Set(portfolio.data.members);
  return replay(library, asOf).map(({ cycle, reports }) => ({
    period: cycle.data.period,
    standings: reports
      .filter(({ parts }) => members.has(parts.initiative ?? ''))
      .flatMap((report) => standingOn(portfolio, report)?.value ?? []),
  }));
}
