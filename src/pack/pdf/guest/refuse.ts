import { PDFArray } from '@cantoo/pdf-lib';
import { annotationsOf } from '../annotations.ts';
import { type LoadedPdf, loadPdf } from '../load.ts';
import { dictAt, entry, nameAt } from '../objects.ts';

/**
 * Parses a PDF that someone else has made.
 *
 * @throws {Error} where it cannot be read, or where its pages alone are not what its makers meant to be seen
 */
export async function loadGuest(bytes: Uint8Array): Promise<LoadedPdf> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 0 && !file.subarray(0, 1024).includes('%PDF-')) throw new Error('It is not a PDF.');
  const loaded = await loadPdf(bytes, 'It').catch((cause: unknown) => {
    // What is encrypted cannot always be parsed so far as to know it.
    if (/\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(file.toString('latin1'))) {
      throw new Error('It is encrypted.', { cause });
    }
    throw cause;
  });
  const refusal = refusalOf(loaded);
  if (refusal !== undefined) throw new Error(refusal);
  return loaded;
}

function refusalOf({ context, catalog, pages }: LoadedPdf): string | undefined {
  if (dictAt(context, catalog, 'Collection') !== undefined) {
    return 'It is a portfolio of other files: name those as annexes.';
  }
  const form = dictAt(context, catalog, 'AcroForm');
  if (
    form !== undefined &&
    entry(context, form, 'XFA') !== undefined &&
    String(entry(context, catalog, 'NeedsRendering')) === 'true'
  ) {
    return 'Its pages are made by a form (XFA) as it is opened: print it to a PDF.';
  }
  const layers = dictAt(context, catalog, 'OCProperties');
  const shown = layers && dictAt(context, layers, 'D');
  const off = shown && entry(context, shown, 'OFF');
  if (
    shown !== undefined &&
    ((off instanceof PDFArray && off.size() > 0) || nameAt(context, shown, 'BaseState') === 'OFF')
  ) {
    return 'It has layers that are not shown, and would be: print it to a PDF, with what is to be seen.';
  }
  for (const [index, page] of pages.entries()) {
    if (annotationsOf(context, page).some(({ dict }) => nameAt(context, dict, 'Subtype') === 'Redact')) {
      return `On page ${index + 1} words are marked to be blacked out, and are still there: apply the redactions first.`;
    }
  }
  return undefined;
}
