import type { Library } from '../library/library.ts';

/**
 * A link to an address of the site: whole where the organisation says where its site is; otherwise the address alone,
 * which a reader resolves against where it got the feed from.
 */
export function feedLink({ organisation }: Library, address: string): string {
  return organisation.site === undefined ? address : new URL(address, organisation.site).href;
}
