import { createHash } from 'node:crypto';
import { type PDFContext, PDFHexString, type PDFRef } from '@cantoo/pdf-lib';
import { pdfDate } from './metadata.ts';
import { dictOf, name, number, text } from './objects.ts';

/** A file carried inside the PDF. */
export interface Attachment {
  /** File name, without folders. */
  name: string;
  /** Media type, for example `application/json`. */
  type: string;
  description: string;
  data: Uint8Array;
}

/** Writes an embedded file and gives its file specification (ISO 32000-1 7.11.3, 7.11.4; /AFRelationship of 32000-2). */
export function writeAttachment(context: PDFContext, attachment: Attachment, date: string): PDFRef {
  const { data, description } = attachment;
  const file = context.flateStream(data, { Type: 'EmbeddedFile', Subtype: attachment.type });
  file.dict.set(
    name('Params'),
    dictOf(context, {
      Size: number(data.length),
      CreationDate: pdfDate(date),
      ModDate: pdfDate(date),
      CheckSum: PDFHexString.of(createHash('md5').update(data).digest('hex')),
    }),
  );
  const stream = context.register(file);
  return context.register(
    dictOf(context, {
      Type: name('Filespec'),
      // ISO 14289-1 7.11 asks for both.
      F: text(attachment.name),
      UF: text(attachment.name),
      Desc: text(description),
      AFRelationship: name('Data'),
      EF: dictOf(context, { F: stream, UF: stream }),
    }),
  );
}
