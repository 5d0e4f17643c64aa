/**
 * Called for each operator of a content stream. `from` is where its operands begin, `at` and `to` where the operator
 * itself begins and ends, as byte offsets; an inline image counts as one operator `BI` from its `BI` to its `EI`.
 */
export type OnOperator = (operator: string, from: number, at: number, to: number) => void;

// Classes of bytes, ISO 32000-1 7.2.2.
const SPACE = 1;
const DELIMITER = 2;
const CLASS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) CLASS[code] = SPACE;
for (const delimiter of '()<>[]{}/%') CLASS[delimiter.charCodeAt(0)] = DELIMITER;

const [OPEN, CLOSE, LESS, GREATER, SLASH, PERCENT, BACKSLASH] = [...'()<>/%\\'].map((c) => c.charCodeAt(0));

const operators = new Map<number, string>();

/** An operator's letters as a string; each is made once, since a pack has millions of them. */
function operatorText(bytes: Uint8Array, at: number, to: number): string {
  if (to - at > 3) return Buffer.from(bytes.subarray(at, to)).toString('latin1');
  let key = 0;
  for (let index = at; index < to; index += 1) key = key * 256 + (bytes[index] ?? 0);
  const known = operators.get(key);
  if (known !== undefined) return known;
  const made = Buffer.from(bytes.subarray(at, to)).toString('latin1');
  operators.set(key, made);
  return made;
}

/** Reads a content stream from `start` to `end`, operator by operator (ISO 32000-1 7.8.2). */
export function scanContent(bytes: Uint8Array, onOperator: OnOperator, start = 0, end = bytes.length): void {
  let at = start;
  let operands = -1;
  while (at < end) {
    const code = bytes[at] ?? 0;
    const kind = CLASS[code];
    if (kind === SPACE) {
      at += 1;
    } else if (code === PERCENT) {
      while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    } else if (kind === DELIMITER) {
      if (operands < 0) operands = at;
      at = afterDelimiter(bytes, at, end);
    } else {
      const from = at;
      while (at < end && CLASS[bytes[at] ?? 0] === 0) at += 1;
      // Numbers begin with a digit, sign or point; `true`, `false` and `null` are the only operands that are words.
      if (code <= 57 && code >= 43) {
        if (operands < 0) operands = from;
        continue;
      }
      const operator = operatorText(bytes, from, at);
      if (operator === 'true' || operator === 'false' || operator === 'null') {
        if (operands < 0) operands = from;
        continue;
      }
      if (operator === 'BI') at = afterInlineImage(bytes, at, end);
      onOperator(operator, operands < 0 ? from : operands, from, at);
      operands = -1;
    }
  }
}

/** Where the string, name or bracket that begins at `at` ends. Brackets themselves are passed one at a time. */
function afterDelimiter(bytes: Uint8Array, at: number, end: number): number {
  const code = bytes[at];
  if (code === OPEN) return afterString(bytes, at, end);
  if (code === LESS) {
    if (bytes[at + 1] === LESS) return at + 2;
    let to = at + 1;
    while (to < end && bytes[to] !== GREATER) to += 1;
    return to + 1;
  }
  let to = at + 1;
  if (code === SLASH) while (to < end && CLASS[bytes[to] ?? 0] === 0) to += 1;
  return to;
}

function afterString(bytes: Uint8Array, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const code = bytes[at];
    if (code === BACKSLASH) at += 1;
    else if (code === OPEN) depth += 1;
    else if (code === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return end;
}

/** The end of an inline image: `EI` between white space, after the data (ISO 32000-1 8.9.7). */
function afterInlineImage(bytes: Uint8Array, start: number, end: number): number {
  const isSpace = (at: number) => at >= end || CLASS[bytes[at] ?? 0] === SPACE;
  let at = start;
  while (at < end && !(bytes[at] === 73 && bytes[at + 1] === 68 && isSpace(at - 1) && isSpace(at + 2))) at += 1;
  while (at < end && !(bytes[at] === 69 && bytes[at + 1] === 73 && isSpace(at - 1) && isSpace(at + 2))) at += 1;
  return Math.min(at + 2, end);
}

/** A change to a content stream: the bytes from `from` to `to` are replaced by `text`. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** `bytes` with the edits made. Edits must not overlap; those at the same place are made in the order given. */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from)) {
    pieces.push(bytes.subarray(at, from), Buffer.from(text, 'latin1'));
    at = to;
  }
  pieces.push(bytes.subarray(at));
  return Buffer.concat(pieces);
}
