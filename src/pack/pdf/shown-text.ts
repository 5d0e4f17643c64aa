import { type PDFContext, PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import { scanContent } from './content.ts';
import type { Content } from './contents.ts';
import { resourcesOf } from './load.ts';
import { dictAt, name, resolve, textOf } from './objects.ts';
import { readShown } from './operands.ts';
import { readShownFont, type ShownFont } from './shown-font.ts';
import { latin1 } from './streams.ts';
import { contentOf, type Element, walk } from './structure.ts';

/** Reads the text that structure elements show, through the fonts' own maps to Unicode. */
export function textReader(context: PDFContext, contents: ReadonlyMap<PDFRef, Content>): (element: Element) => string {
  const fonts = new Map<PDFDict, ShownFont>();

  function fontOf(content: Content, called: string): ShownFont | undefined {
    const font = resolve(context, dictAt(context, resourcesOf(context, content.holder), 'Font')?.get(name(called)));
    if (!(font instanceof PDFDict)) return undefined;
    const known = fonts.get(font) ?? readShownFont(context, font);
    fonts.set(font, known);
    return known;
  }

  function sequenceText(content: Content, mcid: number): string {
    const sequence = content.sequences.get(mcid);
    if (sequence === undefined) return '';
    let shown = '';
    let line = '';
    let font: ShownFont | undefined;
    const onCode = (code: number) => {
      shown += font?.text.get(code) ?? '';
    };
    const onOperator = (operator: string, from: number, at: number) => {
      if (operator === 'Tf') font = fontOf(content, /\/(\S+)/.exec(latin1(content.bytes, from, at))?.[1] ?? '');
      else if (operator === 'Tm') {
        const height = latin1(content.bytes, from, at).trim().split(/\s+/).at(-1) ?? '';
        // A new height is a new line, whose end drew no space.
        if (line !== '' && height !== line) shown += ' ';
        line = height;
      } else if (font !== undefined && (operator === 'Tj' || operator === 'TJ')) {
        readShown(content.bytes, from, at, font.bytes, onCode, () => {});
      }
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
