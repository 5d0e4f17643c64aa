import type { Linker } from '../views/linker.ts';

/**
 * The address that parts of a pack are set at and link to each other by. It belongs to nobody (RFC 2606, `.invalid`), and
 * the join turns it into places in the file.
 */
export const origin = 'https://pack.invalid';

/**
 * Follows links within a pack; an address that does not stand in the pack cannot be reached from paper.
 *
 * @param places site addresses that stand in the pack, and the part each stands in
 */
export function packLinker(places: ReadonlyMap<string, string>): Linker {
  return (address) => {
    const [path = '', anchor] = address.split('#');
    const part = places.get(path);
    if (part === undefined) return null;
    return anchor === undefined ? `${origin}/${part}` : `${origin}/${part}#${anchor}`;
  };
}
