import type { PackFacts } from '../pack/pack-facts.ts';

/** The packs of a meeting, in the order they were given. */
export function packsOf(packs: readonly PackFacts[], meeting: string): PackFacts[] {
  return packs.filter((pack) => pack.meeting === meeting);
}
