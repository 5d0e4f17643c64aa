import type { Stretch } from './find-quote.ts';

/** The words of a part as one text with single spaces, and where in the page each of its characters stands. */
export interface PartText {
  readonly text: string;
  /** The stretch of the text between two places of the page; undefined where that is empty. */
  stretchOf(range: Range): Stretch | undefined;
  rangeOf(stretch: Stretch): Range;
  /** Where the words of an element begin, or would. */
  startOf(element: Element): number;
}

/** What is in a part and none of its words. */
const foreign = 'svg, .page-marks, [data-own]';

const blocks = 'p, li, dt, dd, td, th, caption, figcaption, h1, h2, h3, h4, h5, h6, article, section, div';

/** Reads the words of an element. */
export function readPartText(part: Element): PartText {
  const nodes: Text[] = [];
  const at: { node: number; offset: number }[] = [];
  let text = '';
  const add = (character: string, node: number, offset: number): void => {
    text += character;
    at.push({ node, offset });
  };
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let block: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (parent === null || parent.closest(foreign) !== null) continue;
    const index = nodes.push(node) - 1;
    const own = parent.closest(blocks);
    if (own !== block && text !== '' && !text.endsWith(' ')) add(' ', index, 0);
    block = own;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const character = node.data[offset] ?? '';
      if (!/\s/.test(character)) add(character, index, offset);
      else if (text !== '' && !text.endsWith(' ')) add(' ', index, offset);
    }
  }

  const placeOf = (index: number): { node: Text; offset: number } | undefined => {
    const place = at[index];
    const node = nodes[place?.node ?? -1];
    return place === undefined || node === undefined ? undefined : { node, offset: place.offset };
  };

  return {
    text,
    stretchOf(range) {
      const sideOf = (index: number): number => {
        const place = placeOf(index);
        if (place === undefined) return 1;
        // The end of a range is in it by the browser's measure, and the character behind it is not.
        const isEnd = place.node === range.endContainer && place.offset === range.endOffset;
        return isEnd ? 1 : range.comparePoint(place.node, place.offset);
      };
      let start = firstOf(at.length, (index) => sideOf(index) >= 0);
      let end = firstOf(at.length, (index) => sideOf(index) > 0);
      while (start < end && text[start] === ' ') start += 1;
      while (end > start && text[end - 1] === ' ') end -= 1;
      return start >= end ? undefined : { start, end };
    },
    rangeOf({ start, end }) {
      const range = document.createRange();
      const [first, last] = [placeOf(start), placeOf(end - 1)];
      if (first) range.setStart(first.node, first.offset);
      if (last) range.setEnd(last.node, last.offset + 1);
      return range;
    },
    startOf(element) {
      const index = at.findIndex(({ node }) => nodes[node] !== undefined && !isBefore(nodes[node], element));
      return index === -1 ? text.length : index;
    },
  };
}

/** The first index that something holds for, which holds for all behind it too; the count of all where there is none. */
function firstOf(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isBefore(node: Node, element: Element): boolean {
  return (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && !element.contains(node);
}
