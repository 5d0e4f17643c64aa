import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * The longest line that is read, in characters. The longest paragraph in the plan the demonstration is made from has
 * 1,900; a hundred times that is no longer something a person wrote, and markdown parsers grow slow on it.
 */
const longestLine = 200_000;

/** What came of decoding a file: its text, or the fault that stands in the way. */
export type Decoded = { readonly text: string } | { readonly fault: Omit<Diagnostic, 'file'> };

/**
 * Decodes the bytes of a text file: UTF-8 with or without a byte-order mark, any line ends.
 *
 * @returns the text with `\n` line ends, or the fault: not UTF-8, binary, or a line too long to have been written
 */
export function decode(bytes: Uint8Array): Decoded {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return refused(bytes, 0, 'This file is UTF-16 text, not UTF-8.', saveAgain);
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    return refused(
      bytes,
      zero,
      'This file is not text: it holds a zero byte.',
      'End its name with what it is, such as .pdf or .png.',
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(bytes, firstInvalid(bytes), 'This file is not UTF-8 text.', saveAgain);
  }
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const long = lines.findIndex((line) => line.length > longestLine);
  if (long !== -1) {
    const length = (lines[long] ?? '').length;
    return {
      fault: {
        line: long + 1,
        column: 1,
        rule: 'source-text',
        severity: 'error',
        message: `This line has ${length} characters; the longest line that is read has ${longestLine}.`,
        hint: 'Break it into paragraphs, or keep data in an annex of its own kind.',
      },
    };
  }
  return { text: lines.join('\n') };
}

const saveAgain = 'Save it again with the encoding UTF-8.';

function refused(bytes: Uint8Array, offset: number, message: string, hint: string): Decoded {
  // Everything before the offset is text, so it is counted as all other places are.
  const lines = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true }).split(/\r\n?|\n/);
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return { fault: { line: lines.length, column, rule: 'source-text', severity: 'error', message, hint } };
}

/** Offset of the first byte that is not UTF-8: the longest prefix that decodes, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // `stream` lets the prefix end inside a character.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}
