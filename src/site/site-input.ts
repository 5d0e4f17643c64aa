import type { Library } from '../library/library.ts';
import type { PackFacts } from '../pack/pack-facts.ts';
import type { Provenance } from '../registers/provenance.ts';

/** All that the pages are made from. Plain data: it is handed to them as JSON. */
export interface SiteInput {
  readonly library: Library;
  /** The packs that can be downloaded from `/packs/`; whoever makes them puts them there. */
  readonly packs: readonly PackFacts[];
  /** The commits that last set the figures (see `readProvenance`, and `noHistory` for content in no repository). */
  readonly provenance: Provenance;
}
