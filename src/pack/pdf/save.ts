import { createHash } from 'node:crypto';
import { type PDFContext, PDFHexString, type PDFObject, type PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, name, number } from './objects.ts';

/** Objects in one object stream. Structure elements are alike, so that many together compress well. */
const OBJECTS_PER_STREAM = 200;

/** Where an object is (ISO 32000-1 7.5.8.3): at an offset of the file, or by its place in an object stream. */
type Place = readonly [type: 1, offset: number, generation: 0] | readonly [type: 2, stream: number, index: number];

/**
 * Writes a file with object streams and a cross-reference stream (ISO 32000-1 7.5.7, 7.5.8). Its identifier follows from
 * its content (14.4): it is the digest of all that stands before the cross-references.
 *
 * The library's own writer searches its list of objects anew for each object: at 480 pages that took 2.5 s, and grows
 * with the square of the pages.
 */
export function save(context: PDFContext): Uint8Array {
  const places = new Map<number, Place>();
  // The comment with bytes above 127 tells programs that the file is binary (7.5.2).
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n', 'latin1')];
  let size = pieces[0]?.length ?? 0;

  const write = (number: number, object: PDFObject) => {
    places.set(number, [1, size, 0]);
    const piece = Buffer.concat([Buffer.from(`${number} 0 obj\n`), bytesOf(object), Buffer.from('\nendobj\n')]);
    pieces.push(piece);
    size += piece.length;
  };

  const objects = context.enumerateIndirectObjects();
  const packed = objects.filter(([, object]) => !(object instanceof PDFStream));
  for (const [ref, object] of objects) if (object instanceof PDFStream) write(ref.objectNumber, object);
  let next = context.largestObjectNumber + 1;
  for (let at = 0; at < packed.length; at += OBJECTS_PER_STREAM) {
    const group = packed.slice(at, at + OBJECTS_PER_STREAM);
    group.forEach(([ref], index) => {
      places.set(ref.objectNumber, [2, next, index]);
    });
    write(next, objectStream(context, group));
    next += 1;
  }

  const start = size;
  places.set(next, [1, start, 0]);
  const digest = createHash('sha256');
  for (const piece of pieces) digest.update(piece);
  const id = PDFHexString.of(digest.digest('hex').slice(0, 32));
  write(next, crossReferences(context, places, next + 1, id));
  pieces.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(pieces));
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  return bytes.subarray(0, object.copyBytesInto(bytes, 0));
}

function objectStream(context: PDFContext, group: readonly (readonly [PDFRef, PDFObject])[]): PDFStream {
  const bodies: Uint8Array[] = [];
  let index = '';
  let offset = 0;
  for (const [ref, object] of group) {
    const body = bytesOf(object);
    index += `${ref.objectNumber} ${offset} `;
    bodies.push(body, Buffer.from('\n'));
    offset += body.length + 1;
  }
  const head = Buffer.from(index);
  const dict = { Type: 'ObjStm', N: group.length, First: head.length };
  return context.flateStream(Buffer.concat([head, ...bodies]), dict);
}

/** The cross-reference stream, which is the trailer as well. Numbers that no object has are entered as free. */
function crossReferences(
  context: PDFContext,
  places: ReadonlyMap<number, Place>,
  count: number,
  id: PDFHexString,
): PDFStream {
  const table = Buffer.alloc(count * 7);
  // Object 0 heads the list of free objects (7.5.4).
  table.writeUInt16BE(0xffff, 5);
  for (const [at, [type, where, index]] of places) {
    table.writeUInt8(type, at * 7);
    table.writeUInt32BE(where, at * 7 + 1);
    table.writeUInt16BE(index, at * 7 + 5);
  }
  const stream = context.flateStream(table);
  const trailer = dictOf(context, {
    Type: name('XRef'),
    Size: number(count),
    W: arrayOf(context, [1, 4, 2].map(number)),
    Root: context.trailerInfo.Root,
    Info: context.trailerInfo.Info,
    ID: arrayOf(context, [id, id]),
  });
  for (const [key, value] of trailer.entries()) stream.dict.set(key, value);
  return stream;
}
