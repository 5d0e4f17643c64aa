import type { CDPSession } from 'playwright-core';
import { madeClasses, noteClasses } from './classes.ts';
import type { Run } from './snapshot.ts';

declare const session: CDPSession;
/** What the browser's protocol answers to `DOMSnapshot.captureSnapshot`: columns of numbers, and a table of strings. */
export type Snapshot = Awaited<ReturnType<typeof session.send<'DOMSnapshot.captureSnapshot'>>>;

/** The computed styles asked for; the snapshot gives them in this order. */
export const styleNames = ['visibility', 'display', 'font-size', 'hyphens', 'clip-path', 'clip', 'overflow-x'] as const;
export type StyleName = (typeof styleNames)[number];

/** What a run has from the elements it stands in. */
type Context = Omit<Run, 'text' | 'fontSize' | 'hyphenated'>;

const outside: Context = {
  kind: 'text',
  element: '',
  block: -1,
  repeats: false,
  note: false,
  made: false,
  untagged: false,
  clipped: false,
  svg: false,
};

/** Gives for each node of the first document of a snapshot what follows from the node and its ancestors. */
export function nodeContexts({ documents, strings }: Snapshot): (node: number) => Context {
  const [document] = documents;
  if (!document) return () => outside;
  const { nodes, layout } = document;
  const pseudo = new Map(nodes.pseudoType?.index.map((node, i) => [node, strings[nodes.pseudoType?.value[i] ?? -1]]));
  const layoutOf = new Map<number, number>();
  layout.nodeIndex.forEach((node, index) => {
    // Generated text follows its own box under the same node: the first entry is the box.
    if (!layoutOf.has(node)) layoutOf.set(node, index);
  });
  const known = new Map<number, Context>([[-1, outside]]);

  const style = (node: number, name: StyleName) => {
    const index = layoutOf.get(node);
    return index === undefined ? '' : (strings[layout.styles[index]?.[styleNames.indexOf(name)] ?? -1] ?? '');
  };
  const attribute = (node: number, name: string) => {
    const pairs = nodes.attributes?.[node] ?? [];
    for (let i = 0; i < pairs.length; i += 2) {
      if (strings[pairs[i] ?? -1] === name) return strings[pairs[i + 1] ?? -1] ?? '';
    }
    return undefined;
  };

  /** The usual ways to keep text for readers only: clipped to nothing, or in a box of one pixel that hides the rest. */
  function clips(node: number): boolean {
    const [, , width = 0, height = 0] = layout.bounds[layoutOf.get(node) ?? -1] ?? [];
    const tiny = ['hidden', 'clip'].includes(style(node, 'overflow-x')) && Math.min(width, height) <= 1;
    return tiny || !['none', ''].includes(style(node, 'clip-path')) || !['auto', ''].includes(style(node, 'clip'));
  }

  function describe(node: number, parent: Context): Context {
    const name = strings[nodes.nodeName?.[node] ?? -1]?.toLowerCase() ?? '';
    if (nodes.nodeType?.[node] !== 1) return parent;
    const classes = (attribute(node, 'class') ?? '').split(/\s+/);
    const display = style(node, 'display');
    const generated = pseudo.get(node);
    return {
      kind:
        generated === 'marker' ? 'marker' : generated === 'before' || generated === 'after' ? 'generated' : parent.kind,
      element: generated ? parent.element : name,
      block: display.startsWith('inline') || display === 'contents' || parent.svg ? parent.block : node,
      repeats: parent.repeats || display === 'table-header-group' || display === 'table-footer-group',
      note: parent.note || classes.some((one) => noteClasses.has(one)),
      made: parent.made || classes.some((one) => madeClasses.has(one)),
      untagged: parent.untagged || attribute(node, 'aria-hidden') === 'true',
      clipped: parent.clipped || clips(node),
      svg: parent.svg || name === 'svg',
    };
  }

  return function contextOf(node: number): Context {
    const found = known.get(node);
    if (found) return found;
    const context = describe(node, contextOf(nodes.parentIndex?.[node] ?? -1));
    known.set(node, context);
    return context;
  };
}
