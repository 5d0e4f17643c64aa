import type { Element, Structure } from '../pdf/structure.ts';
import { contentKey } from './pdf-text.ts';

/** An element of the structure tree that holds content of its own (ISO 32000-1, 14.7.4). */
export interface Leaf {
  /** Stands in a list label, a figure. */
  label: boolean;
  figure: boolean;
  /** Its content, in reading order. */
  content: { page: number; key: string }[];
}

/**
 * The structure tree's elements with content, in reading order.
 *
 * @param pages index of each page by the tag of its reference
 */
export function structureLeaves({ roots }: Structure, pages: ReadonlyMap<string, number>): Leaf[] {
  const leaves: Leaf[] = [];

  function visit({ role, kids }: Element, parent: { label: boolean; figure: boolean }) {
    const own = { label: parent.label || role === 'Lbl', figure: parent.figure || role === 'Figure' };
    let leaf: Leaf | undefined;
    for (const kid of kids) {
      if (kid.kind === 'element') {
        // Content and elements may alternate; what stands before an element is read before it.
        leaf = undefined;
        visit(kid.element, own);
      } else if (kid.kind === 'content') {
        const page = pages.get(kid.page.tag);
        if (page === undefined) continue;
        if (leaf === undefined) {
          leaf = { ...own, content: [] };
          leaves.push(leaf);
        }
        leaf.content.push({ page, key: contentKey(page, kid.owner.tag, kid.mcid) });
      }
    }
  }

  for (const root of roots) visit(root, { label: false, figure: false });
  return leaves;
}
