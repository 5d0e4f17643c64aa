import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { contentKey } from './pdf-leaves.ts';
import type { Mark } from './pdf-marks.ts';

/** A stretch of text drawn in one go. Coordinates are points from the lower left of the page. */
export interface Segment {
  page: number;
  text: string;
  /** Text drawn as the box that stands for "no glyph"; `\0` for each character that is not known any more. */
  missing: string;
  /** Font size as drawn. */
  size: number;
  /** Extent of the text from its base line to about the height of its capitals. */
  box: { left: number; bottom: number; right: number; top: number };
}

/** The text of a page: what belongs to the structure tree, by `contentKey`, and the rest as it was drawn. */
export interface PageText {
  tagged: Map<string, Segment[]>;
  untagged: Segment[];
}

/** pdf.js gives this for glyph 0 of a font, which is the box (`.notdef`). */
const noGlyph = '\0';

/**
 * Reads the text of a page.
 *
 * @param marks all marked content of the page in drawing order, which pdf.js announces without its properties
 */
export async function readPageText(page: PDFPageProxy, index: number, marks: readonly Mark[]): Promise<PageText> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const result: PageText = { tagged: new Map(), untagged: [] };
  const open: { key?: string; actual?: string; drawn: Segment[] }[] = [];
  let next = 0;

  const put = (segment: Segment) => {
    const key = open.findLast((mark) => mark.key !== undefined)?.key;
    if (key === undefined) result.untagged.push(segment);
    else result.tagged.set(key, [...(result.tagged.get(key) ?? []), segment]);
  };

  for (const item of items) {
    if ('str' in item) {
      const replaced = open.findLast((mark) => mark.actual !== undefined);
      const segment = readItem(item, index);
      if (replaced) replaced.drawn.push(segment);
      else put(segment);
    } else if (item.type === 'beginMarkedContent') open.push({ drawn: [] });
    else if (item.type === 'beginMarkedContentProps') {
      const { mcid, stream, actualText } = marks[next++] ?? {};
      open.push({
        ...(mcid !== undefined && { key: contentKey(index, stream, mcid) }),
        ...(actualText !== undefined && { actual: actualText }),
        drawn: [],
      });
    } else {
      const closed = open.pop();
      // Of a glyph that the end of its page has cut off, Chromium writes the meaning and draws nothing.
      if (closed?.actual !== undefined && closed.drawn.length > 0)
        put(asActualText(closed.actual, closed.drawn, index));
    }
  }
  if (next !== marks.length) throw new Error(`page ${index + 1}: ${marks.length} marks written, ${next} read`);
  return result;
}

function asActualText(text: string, drawn: readonly Segment[], page: number): Segment {
  const visible = drawn.filter((segment) => segment.text.trim());
  const [first] = visible.length > 0 ? visible : drawn;
  const missing = drawn.some((segment) => segment.missing) ? text : '';
  return { ...(first ?? { page, size: 0, box: { left: 0, bottom: 0, right: 0, top: 0 } }), text, missing };
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
}

function readItem({ str, transform, width }: TextItem, page: number): Segment {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  const along = Math.hypot(a, b) || 1;
  const end = { x: x + (width * a) / along, y: y + (width * b) / along };
  // 0.65 of the font size is about the height of a capital.
  const up = { x: c * 0.65, y: d * 0.65 };
  const xs = [x, end.x, x + up.x, end.x + up.x];
  const ys = [y, end.y, y + up.y, end.y + up.y];
  return {
    page,
    text: str,
    missing: [...str].filter((character) => character === noGlyph).join(''),
    size,
    box: { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) },
  };
}
