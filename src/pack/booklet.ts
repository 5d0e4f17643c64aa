import type { Library } from '../library/library.ts';
import { inEdition } from './edition.ts';
import { packMetadata } from './join-pack.ts';
import type { Pack } from './parts.ts';
import { imposeBooklet } from './pdf/booklet.ts';

/**
 * The booklet of a pack, made of its standard edition: two pages side by side at their full size, on sheets of A3 (or
 * tabloid, for letter). What is printed is as large as in the standard edition, which for small print matters more than
 * the price of a sheet; who has smaller sheets only lets the printer fit them.
 */
export async function bindBooklet(library: Library, { plan: standard, pdf, manifest, placed }: Pack): Promise<Pack> {
  const plan = inEdition(standard, 'booklet');
  const metadata = packMetadata(library, plan, manifest.generator);
  const title = `${metadata.title}, for printers only: not tagged, the standard edition is`;
  const { pdf: bound, sides } = await imposeBooklet(pdf, { ...metadata, title });
  return { plan, pdf: bound, pages: sides, manifest: { ...manifest, edition: 'booklet', sides }, placed };
}
