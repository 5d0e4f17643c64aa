import type { Library } from '../library/library.ts';
import type { PackFacts } from '../pack/pack-facts.ts';
import type { Provenance } from '../registers/provenance.ts';
import type { IssuedChanges } from '../release/issued-changes.ts';
import type { VersionFacts } from './issued.ts';

/** All that the pages are made from. Plain data: it is handed to them as JSON. */
export interface SiteInput {
  readonly library: Library;
  /** Who the site is for. For the public the library must hold no more than the public may have: see `forPublic`. */
  readonly audience?: 'members' | 'public';
  /** The packs that can be downloaded from `/packs/`; whoever makes them puts them there. */
  readonly packs: readonly PackFacts[];
  /** Every version that was issued, by meeting in the order they were made; their own pages are not made here. */
  readonly versions: readonly VersionFacts[];
  /** Of the newest version of each meeting that was issued again, what it says of the one before. */
  readonly changes?: readonly IssuedChanges[];
  /** The commits that last set the figures (see `readProvenance`, and `noHistory` for content in no repository). */
  readonly provenance: Provenance;
}
