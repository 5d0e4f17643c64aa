import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { dictAt, entry, listAt, name, nameAt, resolve } from './objects.ts';

/** One page of a parsed file: its dictionary holds what it would inherit from the page tree as well. */
export interface LoadedPage {
  ref: PDFRef;
  dict: PDFDict;
}

/** A parsed file. It may be changed freely: nothing else holds it. */
export interface LoadedPdf {
  context: PDFContext;
  catalog: PDFDict;
  pages: readonly LoadedPage[];
}

/** ISO 32000-1 7.7.3.4, table 30. */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

/**
 * Parses a PDF.
 *
 * @param what names the file in messages, for example `Part "minutes"`.
 * @throws {Error} when the bytes are no PDF, the file is damaged or encrypted, or it has no page.
 */
export async function loadPdf(bytes: Uint8Array, what: string): Promise<LoadedPdf> {
  if (bytes.length === 0) throw new Error(`${what} is empty: no bytes.`);
  const { context, catalog } = await parse(bytes, what);
  const pages = pagesOf(context, catalog);
  if (pages.length === 0) throw new Error(`${what} has no pages.`);
  for (const { dict } of pages) {
    if (!dict.has(name('MediaBox'))) throw new Error(`${what} is damaged: a page has no size.`);
  }
  return { context, catalog, pages };
}

async function parse(bytes: Uint8Array, what: string): Promise<{ context: PDFContext; catalog: PDFDict }> {
  let context: PDFContext;
  try {
    const options = { updateMetadata: false, ignoreEncryption: true, parseSpeed: Number.POSITIVE_INFINITY };
    ({ context } = await PDFDocument.load(bytes, options));
  } catch (cause) {
    throw new Error(`${what} is not a PDF that can be read: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  if (context.trailerInfo.Encrypt !== undefined) throw new Error(`${what} is encrypted.`);
  // The parser makes do with a file that is cut short; a document must not.
  if (!hasEnd(bytes)) throw new Error(`${what} is cut short: its end mark is missing.`);
  const catalog = resolve(context, context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) throw new Error(`${what} is damaged: it has no catalog.`);
  return { context, catalog };
}

/** ISO 32000-1 7.5.5: the last line is %%EOF; readers look for it in the last 1024 bytes. */
function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-1024).includes('%%EOF');
}

/** All pages, in order. */
export function pagesOf(context: PDFContext, catalog: PDFDict): LoadedPage[] {
  const root = catalog.get(name('Pages'));
  return root instanceof PDFRef ? pagesUnder(context, root, {}, new Set()) : [];
}

function pagesUnder(
  context: PDFContext,
  ref: PDFRef,
  inherited: Readonly<Record<string, ReturnType<PDFDict['get']>>>,
  seen: Set<PDFRef>,
): LoadedPage[] {
  const node = context.lookup(ref);
  if (!(node instanceof PDFDict) || seen.has(ref)) return [];
  seen.add(ref);
  const passedOn = { ...inherited };
  for (const key of INHERITED) passedOn[key] = node.get(name(key)) ?? inherited[key];
  if (nameAt(context, node, 'Type') === 'Pages') {
    return listAt(context, node, 'Kids').flatMap((kid) =>
      kid instanceof PDFRef ? pagesUnder(context, kid, passedOn, seen) : [],
    );
  }
  for (const [key, value] of Object.entries(passedOn)) if (value !== undefined) node.set(name(key), value);
  return [{ ref, dict: node }];
}

/** The page's resources, or an empty dictionary. */
export function resourcesOf(context: PDFContext, holder: PDFDict): PDFDict {
  return dictAt(context, holder, 'Resources') ?? PDFDict.withContext(context);
}

/** Left, bottom, right and top edge of what is seen of a page, in points (ISO 32000-1 14.11.2). */
export function pageEdges(context: PDFContext, page: PDFDict): [number, number, number, number] {
  const box = entry(context, page, 'CropBox') ?? entry(context, page, 'MediaBox');
  const { x, y, width, height } = box instanceof PDFArray ? box.asRectangle() : { x: 0, y: 0, width: 0, height: 0 };
  return [x, y, x + width, y + height];
}
