import { posix } from 'node:path';
import { placeOf } from '../records/paths.ts';

/** The tiers of marking, lowest first; a descriptor or handling instruction does not change the order. */
export const tiers = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'] as const;

/** One of them. */
export type Tier = (typeof tiers)[number];

/** The tier of a marking, e.g. `OFFICIAL-SENSITIVE` of `OFFICIAL-SENSITIVE COMMERCIAL`. */
export function tierOf(marking: string): Tier {
  return tiers.findLast((tier) => marking === tier || marking.startsWith(`${tier} `)) ?? 'TOP SECRET';
}

/** The file of the initiative whose record a file is, e.g. `initiatives/bridge/index.md`; undefined of all others. */
export function initiativeFileOf(file: string): string | undefined {
  const [folder] = /^initiatives\/[^/]+\//.exec(file) ?? [];
  return folder && `${folder}index.md`;
}

/**
 * The markings that a file is under: its own, and of a record of an initiative that of the initiative. A file that is no record
 * is under those of what stands beside it.
 *
 * @param markings what every file says its marking is
 */
export function markingsOver(file: string, markings: ReadonlyMap<string, string>): string[] {
  const initiative = initiativeFileOf(file);
  const own = [markings.get(file), initiative && markings.get(initiative)];
  const said = own.filter((marking) => marking !== undefined);
  if (said.length > 0 || initiative !== undefined || placeOf(file) !== undefined) return said;
  const folder = posix.dirname(file);
  return [...markings].flatMap(([path, marking]) => (posix.dirname(path) === folder ? marking : []));
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
