import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a pack with a reader that is not ours. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
}

/** A word or number on a page and where it begins, in points from the lower left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What a page shows, piece by piece. */
export async function piecesOf(pdf: PDFDocumentProxy, page: number): Promise<Placed[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.flatMap((item) =>
    'str' in item ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }] : [],
  );
}

/** The number of the page that a destination leads to, from 1. */
export async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number> {
  const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  if (!Array.isArray(explicit)) throw new Error(`"${String(destination)}" leads nowhere.`);
  return (await pdf.getPageIndex(explicit[0])) + 1;
}
