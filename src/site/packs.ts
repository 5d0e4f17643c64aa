import type { PackFacts } from '../pack/pack-facts.ts';

/** The packs of a meeting in all their editions, in the order they were given. */
export function packsOf(packs: readonly PackFacts[], meeting: string): PackFacts[] {
  return packs.filter((pack) => pack.meeting === meeting);
}

/** Whether a pack is in the standard edition, whose pages all others are counted by, and no supplement. */
export function isStandard({ edition, extent = 'pack' }: PackFacts): boolean {
  return edition === 'standard' && extent === 'pack';
}
