import { type PDFContext, PDFDict, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { type CharacterMap, readCharacterMap } from './cmap.ts';
import { scanContent } from './content.ts';
import type { Content } from './contents.ts';
import { resourcesOf } from './load.ts';
import { dictAt, entry, name, resolve, textOf } from './objects.ts';
import { decodeStream } from './streams.ts';
import { contentOf, type Element, walk } from './structure.ts';
import { latin1 } from './survey.ts';

const PIECE = /<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\()])*)\)/gs;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads the text that structure elements show, through the fonts' own maps to Unicode. */
export function textReader(context: PDFContext, contents: ReadonlyMap<PDFRef, Content>): (element: Element) => string {
  const maps = new Map<PDFDict, CharacterMap | undefined>();

  function mapOf(content: Content, fontName: string): CharacterMap | undefined {
    const fonts = dictAt(context, resourcesOf(context, content.holder), 'Font');
    const font = resolve(context, fonts?.get(name(fontName)));
    if (!(font instanceof PDFDict)) return undefined;
    if (!maps.has(font)) {
      const stream = entry(context, font, 'ToUnicode');
      const source = stream instanceof PDFRawStream ? decodeStream(stream) : undefined;
      maps.set(font, source && readCharacterMap(latin1(source, 0, source.length)));
    }
    return maps.get(font);
  }

  function sequenceText(content: Content, mcid: number): string {
    const sequence = content.sequences.get(mcid);
    if (sequence === undefined) return '';
    let shown = '';
    let line = '';
    let map: CharacterMap | undefined;
    const onOperator = (operator: string, from: number, at: number) => {
      if (operator === 'Tf') map = mapOf(content, /\/(\S+)/.exec(latin1(content.bytes, from, at))?.[1] ?? '');
      else if (operator === 'Tm') {
        const height = latin1(content.bytes, from, at).trim().split(/\s+/).at(-1) ?? '';
        // A new height is a new line, whose end drew no space.
        if (line !== '' && height !== line) shown += ' ';
        line = height;
      } else if (operator === 'Tj' || operator === 'TJ') shown += decode(latin1(content.bytes, from, at), map);
    };
    scanContent(content.bytes, onOperator, sequence.begin.to, sequence.end.from);
    return shown;
  }

  return (element) => {
    const shown = contentOf(element).map(({ owner, mcid }) => {
      const content = contents.get(owner);
      return content === undefined ? '' : sequenceText(content, mcid);
    });
    const described = Array.from(walk(element), ([item]) => textOf(resolve(context, item.entries.get(name('Alt')))));
    return [...shown, ...described].join(' ').replace(/\s+/g, ' ').trim();
  };
}

function decode(operands: string, map: CharacterMap | undefined): string {
  if (map === undefined) return '';
  let text = '';
  for (const [, hex, literal] of operands.matchAll(PIECE)) {
    const bytes =
      hex === undefined ? Buffer.from(unescaped(literal ?? ''), 'latin1') : Buffer.from(hex.replace(/\s/g, ''), 'hex');
    for (let at = 0; at + map.width <= bytes.length; at += map.width) {
      text += map.text.get(bytes.readUIntBE(at, map.width)) ?? '';
    }
  }
  return text;
}

/** ISO 32000-1 7.3.4.2. */
function unescaped(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, other?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (other === undefined || /[\r\n]/.test(other)) return '';
    return ESCAPES[other] ?? other;
  });
}
