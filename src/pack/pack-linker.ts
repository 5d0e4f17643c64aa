import type { Linker } from '../views/linker.ts';
import { origin } from './browser/tab.ts';

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
