import { identity, type Matrix, matrixOf, multiply } from './matrix.ts';
import { readShown } from './operands.ts';
import type { ShownFont } from './shown-font.ts';

/** Text that is drawn in one go: one font and size, on one line, no letter far from the one before. */
export interface DrawnText {
  /** `\0` for each glyph that is the box for "no glyph", and U+FFFD for one whose text the font does not tell. */
  text: string;
  /** From a font of size 1 at the beginning of the text to points of the page. */
  matrix: Matrix;
  /** How far it reaches, as a part of the font size. */
  width: number;
}

/** What is moved on by about a space, as a part of the font size, reads as one; what is further away stands alone. */
const spaceFrom = 0.15;
const apartFrom = 1;

const unknown = '\ufffd';

/** The parts of the graphics state that bear on text (ISO 32000-1 8.4.1, 9.3.1). */
interface State {
  matrix: Matrix;
  font: ShownFont | undefined;
  size: number;
  letters: number;
  words: number;
  scale: number;
  leading: number;
  rise: number;
}

/** Follows the operators of one content stream that place and show text. */
export function textState(base: Matrix, onText: (drawn: DrawnText) => void) {
  let state: State = { matrix: base, font: undefined, size: 0, letters: 0, words: 0, scale: 1, leading: 0, rise: 0 };
  const saved: State[] = [];
  /** The text matrix as it was set last, and in its space where the line begins and where the next letter stands. */
  let text = identity;
  let line = { x: 0, y: 0 };
  let x = 0;
  /** What is being drawn: browsers place most letters one by one, so it is put together before it is told. */
  let run: { text: string; from: number; to: number } | undefined;

  function flush(): void {
    if (run === undefined) return;
    const { matrix, size, scale, rise } = state;
    const own: Matrix = [size * scale, 0, 0, size, run.from, line.y + rise];
    const unit = size * scale || 1;
    onText({ text: run.text, matrix: multiply(multiply(own, text), matrix), width: (run.to - run.from) / unit });
    run = undefined;
  }

  function show(bytes: Uint8Array, start: number, end: number): void {
    const { font, size, letters, words, scale } = state;
    if (font === undefined) return;
    const unit = size * scale;
    let shown = '';
    const from = x;
    const onCode = (code: number): void => {
      // Glyph 0 of a font is the box, whatever text it stands for.
      shown += code === 0 ? '\0' : (font.text.get(code) ?? unknown);
      x += font.advance(code) * unit + (letters + (font.bytes === 1 && code === 32 ? words : 0)) * scale;
    };
    readShown(bytes, start, end, font.bytes, onCode, (back) => {
      x -= (back / 1000) * unit;
    });
    if (run !== undefined && Math.abs(from - run.to) >= Math.abs(unit) * apartFrom) flush();
    if (run === undefined) run = { text: shown, from, to: x };
    else {
      const apart = from - run.to > Math.abs(unit) * spaceFrom && !/\s$/.test(run.text);
      run.text += apart ? ` ${shown}` : shown;
      run.to = x;
    }
  }

  function move(right: number, up: number): void {
    if (up !== 0) flush();
    line = { x: line.x + right, y: line.y + up };
    x = line.x;
  }

  function place(matrix: Matrix): void {
    flush();
    text = matrix;
    line = { x: 0, y: 0 };
    x = 0;
  }

  /** What each operator does with its numbers. */
  const operators: Readonly<Record<string, (numbers: readonly number[]) => void>> = {
    q: () => saved.push({ ...state }),
    Q: () => change(saved.pop() ?? {}),
    cm: (numbers) => change({ matrix: multiply(matrixOf(numbers), state.matrix) }),
    BT: () => place(identity),
    Tm: (numbers) => place(matrixOf(numbers)),
    Td: ([right = 0, up = 0]) => move(right, up),
    TD: ([right = 0, up = 0]) => {
      state.leading = -up;
      move(right, up);
    },
    'T*': () => move(0, -state.leading),
    TL: ([leading = 0]) => change({ leading }),
    Tc: ([letters = 0]) => change({ letters }),
    Tw: ([words = 0]) => change({ words }),
    Tz: ([percent = 100]) => change({ scale: percent / 100 }),
    Ts: ([rise = 0]) => change({ rise }),
  };

  function change(next: Partial<State>): void {
    flush();
    state = { ...state, ...next };
  }

  return {
    show,
    flush,
    font: (font: ShownFont | undefined, size: number) => change({ font, size }),
    knows: (operator: string) => operator in operators,
    set: (operator: string, numbers: readonly number[]) => operators[operator]?.(numbers),
    /** From the space of the content to points of the page. */
    matrix: () => state.matrix,
  };
}
