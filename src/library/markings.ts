/** The tiers of marking, lowest first; a descriptor or handling instruction does not change the order. */
export const tiers = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'] as const;

/** The tier of a marking, e.g. `OFFICIAL-SENSITIVE` of `OFFICIAL-SENSITIVE COMMERCIAL`. */
export function tierOf(marking: string): (typeof tiers)[number] {
  return tiers.findLast((tier) => marking === tier || marking.startsWith(`${tier} `)) ?? 'TOP SECRET';
}

/**
 * The marking of a whole made of parts: the highest of its parts.
 * Source: Government Security Classifications Policy (2023): a collection takes the marking of its highest component.
 */
export function highestMarking(markings: readonly string[], lowest: string): string {
  return markings.reduce(
    (high, marking) => (tiers.indexOf(tierOf(marking)) > tiers.indexOf(tierOf(high)) ? marking : high),
    lowest,
  );
}
