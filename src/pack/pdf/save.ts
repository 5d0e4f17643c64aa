import { createHash } from 'node:crypto';
import { type PDFContext, PDFHexString, PDFStreamWriter } from '@cantoo/pdf-lib';
import { arrayOf } from './objects.ts';

/** Objects in one object stream. Structure elements are alike, so that many together compress well. */
const OBJECTS_PER_STREAM = 200;
const NO_ID = '0'.repeat(32);

/**
 * Writes a file whose identifier follows from its content (ISO 32000-1 14.4): it is written with one of noughts, and the
 * digest of that takes their place.
 */
export async function save(context: PDFContext): Promise<Uint8Array> {
  const id = PDFHexString.of(NO_ID);
  context.trailerInfo.ID = arrayOf(context, [id, id]);
  const writer = PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY, true, OBJECTS_PER_STREAM);
  const bytes = Buffer.from((await writer.serializeToBuffer()).buffer);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, NO_ID.length);
  const second = bytes.lastIndexOf(`<${NO_ID}>`);
  const first = bytes.lastIndexOf(`<${NO_ID}>`, second - 1);
  for (const at of [first, second]) bytes.write(digest, at + 1, 'latin1');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
