import { createHash } from 'node:crypto';
import { type PDFContext, PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { asDict, dictAt, entry, listAt, name, nameAt, resolve } from './objects.ts';

const TAG = /^[A-Z]{6}\+/;

/**
 * Gives each embedded font subset a tag that follows from its content, in place of the printer's, which follows from its
 * order in the document. So the same subset has the same name everywhere, and different ones have different names, as
 * ISO 32000-1 9.6.4 asks.
 */
export function retagFonts(context: PDFContext): void {
  const tags = new Map<PDFDict, string>();
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || nameAt(context, font, 'Type') !== 'Font') continue;
    const descendant = asDict(resolve(context, listAt(context, font, 'DescendantFonts')[0]));
    const descriptor =
      dictAt(context, font, 'FontDescriptor') ?? (descendant && dictAt(context, descendant, 'FontDescriptor'));
    if (descriptor === undefined) continue;
    const tag = tags.get(descriptor) ?? tagOf(context, descriptor);
    if (tag === undefined) continue;
    tags.set(descriptor, tag);
    retag(context, font, 'BaseFont', tag);
    retag(context, descriptor, 'FontName', tag);
  }
}

function tagOf(context: PDFContext, descriptor: PDFDict): string | undefined {
  const file = ['FontFile2', 'FontFile3', 'FontFile'].map((key) => entry(context, descriptor, key)).find(Boolean);
  if (!(file instanceof PDFRawStream)) return undefined;
  const digest = createHash('sha256').update(file.getContents()).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

function retag(context: PDFContext, dict: PDFDict, key: string, tag: string): void {
  const old = nameAt(context, dict, key);
  if (old !== undefined && TAG.test(old)) dict.set(name(key), name(old.replace(TAG, `${tag}+`)));
}
