/**
 * The scales that ratings are given on, each from the best value to the worst. `dca3` and `dca5` rate confidence in
 * delivery; `rag3` is the ordinary three-colour rating.
 * Source: Government Major Projects Portfolio, delivery confidence assessment ratings (three-point from 2021, five-point
 * before).
 */
export const ratingScales = {
  rag3: ['green', 'amber', 'red'],
  dca3: ['green', 'amber', 'red'],
  dca5: ['green', 'amber-green', 'amber', 'amber-red', 'red'],
} as const;

/** Name of a scale. */
export type RatingScale = keyof typeof ratingScales;

/** Names of the scales. */
export const scaleNames = ['rag3', 'dca3', 'dca5'] as const satisfies readonly RatingScale[];

/** Every value of every scale, from the best to the worst. */
export const ratingValues = ratingScales.dca5;

/** A value of some scale. */
export type RatingValue = (typeof ratingValues)[number];
