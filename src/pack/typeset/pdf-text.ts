import type { TextVisitor } from '../pdf/drawn-text.ts';
import type { Mark } from '../pdf/marks.ts';
import type { Matrix } from '../pdf/matrix.ts';
import type { DrawnText } from '../pdf/text-state.ts';

/** A stretch of text drawn in one go. Coordinates are points from the lower left of the page. */
export interface Segment {
  page: number;
  text: string;
  /** Text drawn as the box that stands for "no glyph"; `\0` for each character that is not known any more. */
  missing: string;
  /** Font size as drawn. */
  size: number;
  /** Extent of the text from its base line to about the height of its capitals. */
  box: Box;
}

interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** The text of a page: what belongs to the structure tree, by `contentKey`, and the rest as it was drawn. */
export interface PageText {
  tagged: Map<string, Segment[]>;
  untagged: Segment[];
}

/** Names a piece of marked content within a document. */
export function contentKey(page: number, owner: string, mcid: number): string {
  return `${page}/${owner}/${mcid}`;
}

/** Glyph 0 of a font, which is the box (`.notdef`). */
const noGlyph = '\0';

interface Open {
  key: string | undefined;
  actual: string | undefined;
  drawn: Stretch[];
}

/** Collects the text of a page. `draw` tells of all that the page draws. */
export function readPageText(page: number, draw: (visitor: TextVisitor) => void): PageText {
  const result: PageText = { tagged: new Map(), untagged: [] };
  const open: Open[] = [];
  let current: Stretch | undefined;

  const put = (segment: Segment) => {
    const key = open.findLast((mark) => mark.key !== undefined)?.key;
    if (key === undefined) {
      result.untagged.push(segment);
      return;
    }
    const held = result.tagged.get(key);
    if (held === undefined) result.tagged.set(key, [segment]);
    else held.push(segment);
  };
  const finish = () => {
    if (current === undefined) return;
    const replaced = open.findLast((mark) => mark.actual !== undefined);
    if (replaced === undefined) put(toSegment(current, page));
    else replaced.drawn.push(current);
    current = undefined;
  };

  draw({
    text(drawn) {
      if (current !== undefined && goesOn(current, drawn)) extend(current, drawn);
      else {
        finish();
        current = begin(drawn);
      }
    },
    begin({ mcid, actualText }: Mark, owner) {
      finish();
      const key = mcid === undefined ? undefined : contentKey(page, owner.tag, mcid);
      open.push({ key, actual: actualText, drawn: [] });
    },
    end() {
      finish();
      const closed = open.pop();
      // Of a glyph that the end of its page has cut off, Chromium writes the meaning and draws nothing.
      if (closed?.actual !== undefined && closed.drawn.length > 0) put(asActualText(closed.actual, closed.drawn, page));
    },
  });
  finish();
  return result;
}

/** Text drawn piece by piece on one line. */
interface Stretch {
  text: string;
  matrix: Matrix;
  /** Where it ends, in points from where it begins along the line. */
  length: number;
}

function begin({ text, matrix, width }: DrawnText): Stretch {
  return { text, matrix, length: width * Math.hypot(matrix[0], matrix[1]) };
}

/** How far a piece begins after the end of a stretch, in points along the line. */
function gap({ matrix: [a, b, , , x, y], length }: Stretch, { matrix }: DrawnText): number {
  const along = Math.hypot(a, b) || 1;
  return ((matrix[4] - x) * a + (matrix[5] - y) * b) / along - length;
}

/** Whether a piece is of the same size, on the same line, and less than a letter away. */
function goesOn(stretch: Stretch, drawn: DrawnText): boolean {
  const [a, b, c, d, x, y] = stretch.matrix;
  const [a2, b2, c2, d2, x2, y2] = drawn.matrix;
  const size = Math.hypot(c, d);
  const same = Math.abs(a - a2) + Math.abs(b - b2) + Math.abs(c - c2) + Math.abs(d - d2) < size * 0.001;
  const across = ((x2 - x) * c + (y2 - y) * d) / (size || 1);
  return same && Math.abs(across) < size * 0.1 && Math.abs(gap(stretch, drawn)) < size;
}

function extend(stretch: Stretch, drawn: DrawnText): void {
  const space = gap(stretch, drawn);
  // What is moved on by about a space reads as one.
  const apart = space > Math.hypot(drawn.matrix[2], drawn.matrix[3]) * 0.15 && !/\s$/.test(stretch.text);
  stretch.text += `${apart ? ' ' : ''}${drawn.text}`;
  stretch.length += space + drawn.width * Math.hypot(drawn.matrix[0], drawn.matrix[1]);
}

function toSegment({ text, matrix: [a, b, c, d, x, y], length }: Stretch, page: number): Segment {
  const along = Math.hypot(a, b) || 1;
  const end = { x: x + (length * a) / along, y: y + (length * b) / along };
  // 0.65 of the font size is about the height of a capital.
  const up = { x: c * 0.65, y: d * 0.65 };
  const xs = [x, end.x, x + up.x, end.x + up.x];
  const ys = [y, end.y, y + up.y, end.y + up.y];
  return {
    page,
    text,
    missing: [...text].filter((character) => character === noGlyph).join(''),
    size: Math.hypot(c, d),
    box: { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) },
  };
}

/** What is drawn in marked content that says itself what it reads as. */
function asActualText(text: string, drawn: readonly Stretch[], page: number): Segment {
  const all = drawn.map((stretch) => toSegment(stretch, page));
  const visible = all.filter((segment) => segment.text.trim());
  const [first] = visible.length > 0 ? visible : all;
  const missing = all.some((segment) => segment.missing) ? text : '';
  return { ...(first ?? { page, size: 0, box: { left: 0, bottom: 0, right: 0, top: 0 } }), text, missing };
}
