/** Numbers among the operands from `from` to `to`, in order (ISO 32000-1 7.3.3: PDF has no exponents). */
export function readNumbers(bytes: Uint8Array, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; ) {
    const end = numberEnd(bytes, at, to);
    if (end > at) found.push(readNumber(bytes, at, end));
    at = Math.max(end, at + 1);
  }
  return found;
}

const [PLUS, MINUS, POINT, ZERO, NINE] = [...'+-.09'].map((c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];

function numberEnd(bytes: Uint8Array, start: number, to: number): number {
  let at = start;
  while (at < to) {
    const code = bytes[at] ?? 0;
    if ((code < ZERO || code > NINE) && code !== POINT && code !== MINUS && code !== PLUS) break;
    at += 1;
  }
  return at;
}

function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let whole = 0;
  let scale = 0;
  let sign = 1;
  for (let at = from; at < to; at += 1) {
    const code = bytes[at] ?? 0;
    if (code === MINUS) sign = -1;
    else if (code === POINT) scale = 1;
    else if (code !== PLUS) {
      whole = whole * 10 + code - ZERO;
      if (scale > 0) scale *= 10;
    }
  }
  return (sign * whole) / Math.max(scale, 1);
}

/**
 * Reads the operands of an operator that shows text (ISO 32000-1 9.4.3). Browsers show most letters one at a time, so
 * nothing is made for each.
 *
 * @param size bytes in one code
 * @param onCode called for each code of the strings
 * @param onBack called for each number between strings, by which the place moves back
 */
export function readShown(
  bytes: Uint8Array,
  from: number,
  to: number,
  size: 1 | 2,
  onCode: (code: number) => void,
  onBack: (thousandths: number) => void,
): void {
  for (let at = from; at < to; ) {
    const code = bytes[at];
    if (code === 0x3c) {
      at = readHexCodes(bytes, at + 1, to, size, onCode);
    } else if (code === 0x28) {
      const [string, end] = literalBytes(bytes, at, to);
      for (let index = 0; index + size <= string.length; index += size) {
        const first = string[index] ?? 0;
        onCode(size === 1 ? first : first * 256 + (string[index + 1] ?? 0));
      }
      at = end;
    } else {
      const end = numberEnd(bytes, at, to);
      if (end > at) onBack(readNumber(bytes, at, end));
      at = Math.max(end, at + 1);
    }
  }
}

/** The codes of a hexadecimal string, whose digits begin at `start`; gives where it ends. */
function readHexCodes(bytes: Uint8Array, start: number, to: number, size: 1 | 2, onCode: (code: number) => void) {
  let value = 0;
  let digits = 0;
  let at = start;
  for (; at < to && bytes[at] !== 0x3e; at += 1) {
    const digit = hexDigit(bytes[at] ?? 0);
    if (digit < 0) continue;
    value = value * 16 + digit;
    digits += 1;
    if (digits < size * 2) continue;
    onCode(value);
    value = 0;
    digits = 0;
  }
  // A last digit that is missing is 0 (7.3.4.3).
  if (digits % 2 === 1 && digits + 1 === size * 2) onCode(value * 16);
  return at + 1;
}

/** -1 for any other sign. */
function hexDigit(code: number): number {
  const digit = code <= NINE ? code - ZERO : (code | 32) - 87;
  return digit > 15 ? -1 : digit;
}

/** ISO 32000-1 7.3.4.3: white space does not count, and a last digit that is missing is 0. */
export function hexBytes(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const found = new Uint8Array((to - from + 1) >> 1);
  let digits = 0;
  for (let at = from; at < to; at += 1) {
    const digit = hexDigit(bytes[at] ?? 0);
    if (digit < 0) continue;
    found[digits >> 1] = (found[digits >> 1] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  return found.subarray(0, (digits + 1) >> 1);
}

const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

/** The string in brackets that begins at `start` (ISO 32000-1 7.3.4.2), and where it ends. */
export function literalBytes(bytes: Uint8Array, start: number, to: number): [Uint8Array, number] {
  const found: number[] = [];
  let depth = 0;
  let at = start;
  while (at < to) {
    const code = bytes[at] ?? 0;
    at += 1;
    if (code === 0x28) depth += 1;
    if (code === 0x29) depth -= 1;
    if (depth === 0) break;
    if (code !== 0x5c) {
      if (depth > 1 || code !== 0x28) found.push(code);
      continue;
    }
    const next = bytes[at] ?? 0;
    at += 1;
    if (next >= ZERO && next < ZERO + 8) {
      let value = next - ZERO;
      for (let more = 0; more < 2; more += 1, at += 1) {
        const digit = (bytes[at] ?? 0) - ZERO;
        if (digit < 0 || digit > 7) break;
        value = value * 8 + digit;
      }
      found.push(value & 255);
    } else if (next === 13 || next === 10) {
      // A line that is broken in the source goes on.
      if (next === 13 && bytes[at] === 10) at += 1;
    } else found.push(ESCAPES[next] ?? next);
  }
  return [Uint8Array.from(found), at];
}
