import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, type PDFContext, type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { entry, listAt, resolve } from './objects.ts';

/** What a stream holds once its filters are undone. */
export function decodeStream(stream: PDFRawStream): Uint8Array {
  const filter = entry(stream.dict.context, stream.dict, 'Filter');
  if (filter === undefined) return stream.getContents();
  const plain = entry(stream.dict.context, stream.dict, 'DecodeParms') === undefined;
  // Undoing the usual filter with the platform's own code is many times as quick, and its result is the same anywhere.
  if (plain && filter instanceof PDFName && filter.decodeText() === 'FlateDecode') {
    return inflateSync(stream.getContents());
  }
  return decodePDFRawStream(stream).decode();
}

/** A page's content: its streams, decoded, as one (ISO 32000-1 7.7.3.3: a break between them counts as white space). */
export function pageContent(context: PDFContext, page: PDFDict): Uint8Array {
  const streams = listAt(context, page, 'Contents')
    .map((item) => resolve(context, item))
    .filter((item) => item instanceof PDFRawStream);
  const [first, ...others] = streams;
  if (first === undefined) return new Uint8Array();
  if (others.length === 0) return decodeStream(first);
  return Buffer.concat(streams.flatMap((stream) => [decodeStream(stream), Buffer.from('\n')]));
}

/** Some bytes as text, each of them one character. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}
