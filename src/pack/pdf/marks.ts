import { hexBytes, literalBytes } from './operands.ts';
import { latin1 } from './streams.ts';

/** What a `BDC` or `BMC` operator says of the content that it begins (ISO 32000-1 14.6). */
export interface Mark {
  /** The role it is marked with, e.g. `P` or `Artifact`. */
  tag: string;
  /** Number of the content in its stream, if it belongs to the structure tree. */
  mcid: number | undefined;
  /** What the content says, where its glyphs do not tell (14.9.4). */
  actualText: string | undefined;
}

/** Looks up a property list that is named rather than written in place (14.6.2); gives its MCID. */
export type Properties = (name: string) => number | undefined;

/** Reads the operands of a mark. */
export function readMark(bytes: Uint8Array, from: number, to: number, properties: Properties = () => undefined): Mark {
  const operands = latin1(bytes, from, to);
  const tag = /^\s*\/([^\s/<[(]*)/.exec(operands);
  const rest = operands.slice(tag?.[0].length ?? 0);
  const mcid = /\/MCID\s+(\d+)/.exec(rest)?.[1];
  const named = /^\s*\/(\S+)/.exec(rest)?.[1];
  const actual = /\/ActualText\s*(?=[<(])/.exec(operands);
  const start = actual === null ? -1 : from + actual.index + actual[0].length;
  return {
    tag: tag?.[1] ?? '',
    mcid: mcid !== undefined ? Number(mcid) : named === undefined ? undefined : properties(named),
    actualText: start < 0 ? undefined : textString(stringAt(bytes, start, to)),
  };
}

function stringAt(bytes: Uint8Array, at: number, to: number): Uint8Array {
  return bytes[at] === 0x28 ? literalBytes(bytes, at, to)[0] : hexBytes(bytes, at + 1, bytes.indexOf(0x3e, at));
}

/** A text string (7.9.2.2): UTF-16BE after its byte order mark; otherwise one byte a character. */
function textString(bytes: Uint8Array): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return Buffer.from(bytes).toString('latin1');
  const units = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
  return units.swap16().toString('utf16le');
}
