import { type PDFContext, PDFDict, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { scanContent } from './content.ts';
import { formCalled } from './contents.ts';
import { type LoadedPage, resourcesOf } from './load.ts';
import { type Mark, readMark } from './marks.ts';
import { identity, type Matrix, matrixOf, multiply } from './matrix.ts';
import { dictAt, listAt, name, resolve } from './objects.ts';
import { readNumbers } from './operands.ts';
import { readShownFont, type ShownFont } from './shown-font.ts';
import { decodeStream, latin1, pageContent } from './streams.ts';
import { type DrawnText, textState } from './text-state.ts';

/** Told of what a page draws, in order. */
export interface TextVisitor {
  text(drawn: DrawnText): void;
  /** Marked content begins; `owner` is the page or form in whose content it is numbered. */
  begin(mark: Mark, owner: PDFRef): void;
  end(): void;
}

/** Forms may draw forms. One that draws itself would never end. */
const DEEPEST = 12;

/** Reads the text of pages with the fonts of one file. */
export function textDrawer(context: PDFContext): (page: LoadedPage, visitor: TextVisitor) => void {
  const fonts = new Map<PDFDict, ShownFont>();

  function fontCalled(holder: PDFDict, called: string): ShownFont | undefined {
    const font = resolve(context, dictAt(context, resourcesOf(context, holder), 'Font')?.get(name(called)));
    if (!(font instanceof PDFDict)) return undefined;
    const known = fonts.get(font) ?? readShownFont(context, font);
    fonts.set(font, known);
    return known;
  }

  function read(owner: PDFRef, holder: PDFDict, bytes: Uint8Array, base: Matrix, visitor: TextVisitor, depth: number) {
    const state = textState(base, (drawn) => visitor.text(drawn));

    function drawForm(called: string): void {
      const form = formCalled(context, holder, called);
      if (form === undefined || depth > DEEPEST) return;
      const { dict } = form.stream;
      const own = listAt(context, dict, 'Matrix').map((item) => numberOf(resolve(context, item)));
      const inner = multiply(matrixOf(own), state.matrix());
      // A form without resources of its own uses those of the page (ISO 32000-1 7.8.3).
      const resources = dict.has(name('Resources')) ? dict : holder;
      read(form.ref, resources, decodeStream(form.stream), inner, visitor, depth + 1);
    }

    scanContent(bytes, (operator, from, at) => {
      if (operator === 'Tj' || operator === 'TJ') state.show(bytes, from, at);
      else if (operator === 'BDC' || operator === 'BMC') {
        state.flush();
        visitor.begin(readMark(bytes, from, at), owner);
      } else if (operator === 'EMC') {
        state.flush();
        visitor.end();
      } else if (operator === 'Tf') {
        const [, called = '', size = '0'] = /\/(\S+)\s+(\S+)/.exec(latin1(bytes, from, at)) ?? [];
        state.font(fontCalled(holder, called), Number(size));
      } else if (operator === 'Do') {
        state.flush();
        drawForm(latin1(bytes, from, at).trim().slice(1));
      } else if (operator === "'" || operator === '"') {
        // They set the spacings of words and letters before they show.
        const [words, letters] = operator === '"' ? readNumbers(bytes, from, at) : [];
        if (words !== undefined) state.set('Tw', [words]);
        if (letters !== undefined) state.set('Tc', [letters]);
        state.set('T*', []);
        state.show(bytes, stringStart(bytes, from, at), at);
      } else if (state.knows(operator)) state.set(operator, readNumbers(bytes, from, at));
    });
    state.flush();
  }

  return ({ ref, dict }, visitor) => read(ref, dict, pageContent(context, dict), identity, visitor, 0);
}

const numberOf = (object: unknown): number => (object instanceof PDFNumber ? object.asNumber() : 0);

/** Where the string among the operands begins. */
function stringStart(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== 0x28 && bytes[at] !== 0x3c) at += 1;
  return at;
}
