import { PDFArray, type PDFContext, type PDFDict, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { readCharacterMap } from './cmap.ts';
import { asDict, dictAt, entry, listAt, nameAt, numberAt, resolve } from './objects.ts';
import { decodeStream } from './streams.ts';

/** What a font makes of the codes in a string that is shown. */
export interface ShownFont {
  /** Bytes in one code. */
  bytes: 1 | 2;
  /** The text that a code stands for; undefined where the font does not tell. */
  text: ReadonlyMap<number, string>;
  /** How far the place moves on, as a part of the font size. */
  advance(code: number): number;
}

/** Reads a font: composite ones with two bytes to a code, as printers write them, or simple ones, Type 3 among them. */
export function readShownFont(context: PDFContext, font: PDFDict): ShownFont {
  const stream = entry(context, font, 'ToUnicode');
  const source = stream instanceof PDFRawStream ? Buffer.from(decodeStream(stream)).toString('latin1') : '';
  const { text } = readCharacterMap(source);
  const descendant = asDict(resolve(context, listAt(context, font, 'DescendantFonts')[0]));
  if (descendant === undefined) return { bytes: 1, text, advance: simpleAdvance(context, font) };
  const widths = compositeWidths(context, descendant);
  const usual = numberAt(context, descendant, 'DW') ?? 1000;
  return { bytes: 2, text, advance: (code) => (widths.get(code) ?? usual) / 1000 };
}

/** ISO 32000-1 9.6.2, and 9.6.5 for Type 3, whose glyphs have a space of their own. */
function simpleAdvance(context: PDFContext, font: PDFDict): ShownFont['advance'] {
  const first = numberAt(context, font, 'FirstChar') ?? 0;
  const widths = listAt(context, font, 'Widths').map((item) => asNumber(context, item));
  const scale = asNumber(context, listAt(context, font, 'FontMatrix')[0]) ?? 0.001;
  const unit = nameAt(context, font, 'Subtype') === 'Type3' ? scale : 0.001;
  const missing = numberAt(context, dictAt(context, font, 'FontDescriptor') ?? font, 'MissingWidth') ?? 0;
  return (code) => (widths[code - first] ?? missing) * unit;
}

/** ISO 32000-1 9.7.4.3: `first [width width …]` or `first last width`. */
function compositeWidths(context: PDFContext, font: PDFDict): Map<number, number> {
  const widths = new Map<number, number>();
  const items = listAt(context, font, 'W').map((item) => resolve(context, item));
  for (let at = 0; at + 1 < items.length; ) {
    const first = asNumber(context, items[at]) ?? 0;
    const second = items[at + 1];
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, index) => {
        widths.set(first + index, asNumber(context, width) ?? 0);
      });
      at += 2;
    } else {
      const last = Math.min(asNumber(context, second) ?? first, 0xffff);
      const width = asNumber(context, items[at + 2]) ?? 0;
      for (let code = first; code <= last; code += 1) widths.set(code, width);
      at += 3;
    }
  }
  return widths;
}

function asNumber(context: PDFContext, object: Parameters<typeof resolve>[1]): number | undefined {
  const value = resolve(context, object);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}
