import { PDFBool, PDFRawStream } from '@cantoo/pdf-lib';
import { asDict, dictAt, entry, nameAt, resolve, textAt } from '../objects.ts';
import { decodeStream } from '../streams.ts';
import { readNameTree } from '../trees.ts';
import type { Examined, Finding } from './examined.ts';

/** What is said of the whole document: catalog, metadata, attachments. */
export function* checkDocument({ loaded: { context, catalog }, structure }: Examined): Generator<Finding> {
  const fault = (clause: string, message: string): Finding => ({ clause, page: null, message });
  const mark = dictAt(context, catalog, 'MarkInfo');
  if (mark === undefined || entry(context, mark, 'Marked') !== PDFBool.True) {
    yield fault('PDF/UA-1 7.1', 'The document is not declared to be tagged (MarkInfo, Marked).');
  }
  if (mark !== undefined && entry(context, mark, 'Suspects') === PDFBool.True) {
    yield fault('PDF/UA-1 7.1', 'The tags are declared to be suspect.');
  }
  if (structure.roots.length === 0) yield fault('PDF/UA-1 7.1', 'There is no structure tree.');
  if (!textAt(context, catalog, 'Lang'))
    yield fault('PDF/UA-1 7.2', 'The document does not state its language (Lang).');
  const preferences = dictAt(context, catalog, 'ViewerPreferences');
  if (preferences === undefined || entry(context, preferences, 'DisplayDocTitle') !== PDFBool.True) {
    yield fault('PDF/UA-1 7.1', 'Readers are not told to show the title (DisplayDocTitle).');
  }
  const stream = entry(context, catalog, 'Metadata');
  const xmp = stream instanceof PDFRawStream ? Buffer.from(decodeStream(stream)).toString('utf8') : '';
  if (!/<dc:title>.*?<rdf:li[^>]*>\s*[^<\s]/s.test(xmp)) {
    yield fault('PDF/UA-1 7.1', 'The metadata have no title (dc:title).');
  }
  if (!/pdfuaid:part(?:>\s*|\s*=\s*["'])1/.test(xmp)) {
    yield fault('PDF/UA-1 5', 'The metadata do not identify the file as PDF/UA-1 (pdfuaid:part).');
  }
  const names = dictAt(context, catalog, 'Names');
  const files = names && dictAt(context, names, 'EmbeddedFiles');
  for (const [label, value] of files === undefined ? [] : readNameTree(context, files)) {
    const file = asDict(resolve(context, value));
    const named = file && textAt(context, file, 'F') && textAt(context, file, 'UF');
    if (!named) yield fault('PDF/UA-1 7.11', `The attached file "${label}" has no file name (F and UF).`);
    if (file && nameAt(context, file, 'Type') !== 'Filespec') {
      yield fault('ISO 32000-1 7.11.3', `The attached file "${label}" is not a file specification.`);
    }
  }
}
