import { makeElement } from '../elements.ts';

/** A range that something was marked in, and how it is drawn. */
export interface Painted {
  readonly range: Range;
  readonly kind: 'highlight' | 'note';
}

const kinds = ['highlight', 'note'] as const;

/** Draws what was marked, and takes away what was drawn before. */
export function paint(painted: readonly Painted[]): void {
  if (typeof Highlight === 'function' && 'highlights' in CSS) {
    for (const kind of kinds) {
      const own = painted.filter((one) => one.kind === kind).map(({ range }) => range);
      CSS.highlights.set(`boardpack-${kind}`, new Highlight(...own));
    }
    return;
  }
  for (const { range, kind } of painted) wrap(range, kind);
}

/** Takes away the elements that were put into the page for want of a way to draw without; before the words are read again. */
export function unpaint(): void {
  for (const mark of document.querySelectorAll('mark[data-kind]')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

function wrap(range: Range, kind: Painted['kind']): void {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  for (const node of nodes.filter((one) => range.intersectsNode(one) && one.data.trim() !== '')) {
    const end = node === endContainer ? endOffset : node.data.length;
    const start = node === startContainer ? startOffset : 0;
    if (start >= end) continue;
    node.splitText(end);
    const marked = node.splitText(start);
    const mark = makeElement('mark');
    mark.dataset.kind = kind;
    marked.replaceWith(mark);
    mark.append(marked);
  }
}
