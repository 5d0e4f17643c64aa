import type { CDPSession } from 'playwright-core';
import { nodeContexts, type Snapshot, type StyleName, styleNames } from './snapshot-context.ts';

/** A stretch of text that the browser has laid out, in document order, as it should appear on paper. */
export interface Run {
  /** As laid out: white space collapsed, `text-transform` and counters applied. */
  text: string;
  /** `text` of the document; a list `marker`; or text that a stylesheet `generated` before or after an element. */
  kind: 'text' | 'marker' | 'generated';
  /** Name of the element it stands in, for messages: `td`. */
  element: string;
  /** Number of the nearest element that is not inline; runs of one block share their lines. */
  block: number;
  /** CSS pixels. */
  fontSize: number;
  /** In a table head or foot, which is repeated on every page of its table. */
  repeats: boolean;
  /** Part of the body of a footnote. */
  note: boolean;
  /** Made by a typesetting engine and in no source: page margins, the copy of a table head, the number of a note. */
  made: boolean;
  /** Kept from assistive technology (`aria-hidden`), and so from the tags of the PDF. */
  untagged: boolean;
  /** Clipped away for the eye. Chromium draws none of it, or what little of it the clip leaves. */
  clipped: boolean;
  svg: boolean;
  /** The browser may break any word here with a hyphen. */
  hyphenated: boolean;
}

/** Takes the text of the page as it is laid out now. Reads the layout, so it needs no script in the page. */
export async function takeRuns(protocol: CDPSession): Promise<Run[]> {
  return readRuns(await protocol.send('DOMSnapshot.captureSnapshot', { computedStyles: [...styleNames] }));
}

/** The runs of a snapshot. Text that is not rendered (`hidden`, `display: none`, `visibility: hidden`) is not in it. */
export function readRuns(snapshot: Snapshot): Run[] {
  const { strings } = snapshot;
  const [document] = snapshot.documents;
  if (!document) return [];
  const { layout } = document;
  const contextOf = nodeContexts(snapshot);
  const runs: Run[] = [];
  layout.nodeIndex.forEach((node, index) => {
    const text = strings[layout.text[index] ?? -1];
    const style = (name: StyleName) => strings[layout.styles[index]?.[styleNames.indexOf(name)] ?? -1] ?? '';
    if (!text?.trim() || style('visibility') !== 'visible') return;
    runs.push({
      text,
      fontSize: Number.parseFloat(style('font-size')),
      hyphenated: style('hyphens') === 'auto',
      ...contextOf(node),
    });
  });
  return runs;
}
