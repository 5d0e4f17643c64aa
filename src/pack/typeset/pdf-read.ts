import { readDestinations } from '../pdf/destinations.ts';
import { textDrawer } from '../pdf/drawn-text.ts';
import { type LoadedPdf, pageEdges } from '../pdf/load.ts';
import { readStructure } from '../pdf/structure.ts';
import { type Leaf, structureLeaves } from './pdf-leaves.ts';
import { readPageText, type Segment } from './pdf-text.ts';

/** What the guards look at in a PDF. */
export interface PdfText {
  pages: number;
  /** Left, bottom, right and top edge of each page, in points. */
  boxes: readonly (readonly [number, number, number, number])[];
  /** The structure tree's text in reading order. */
  leaves: readonly (Leaf & { pages: readonly { page: number; segments: readonly Segment[] }[] })[];
  /** Text outside the structure tree, in drawing order: page margins, generated text, what is hidden from readers. */
  untagged: readonly Segment[];
  /** Named destinations: name to page, counted from 0. */
  destinations: ReadonlyMap<string, number>;
}

/** Reads what a PDF shows, and where. */
export function readPdf(loaded: LoadedPdf): PdfText {
  const { context, catalog, pages } = loaded;
  const draw = textDrawer(context);
  const tagged = new Map<string, Segment[]>();
  const untagged: Segment[] = [];
  pages.forEach((page, index) => {
    const text = readPageText(index, (visitor) => draw(page, visitor));
    for (const [key, segments] of text.tagged) tagged.set(key, segments);
    untagged.push(...text.untagged);
  });
  const indexes = new Map(pages.map(({ ref }, index) => [ref.tag, index]));
  const leaves = structureLeaves(readStructure(context, catalog), indexes);
  return {
    pages: pages.length,
    boxes: pages.map(({ dict }) => pageEdges(context, dict)),
    leaves: leaves.map((leaf) => ({ ...leaf, pages: byPage(leaf, tagged) })),
    untagged,
    destinations: new Map(Array.from(readDestinations(loaded), ([name, { page }]) => [name, page])),
  };
}

function byPage(leaf: Leaf, tagged: ReadonlyMap<string, Segment[]>) {
  const pages: { page: number; segments: Segment[] }[] = [];
  for (const { page, key } of leaf.content) {
    const segments = tagged.get(key) ?? [];
    const last = pages.at(-1);
    if (last?.page === page) last.segments.push(...segments);
    else pages.push({ page, segments: [...segments] });
  }
  return pages;
}
