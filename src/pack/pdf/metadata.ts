import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { PDFString } from '@cantoo/pdf-lib';
import { dictOf, text } from './objects.ts';

/** What is said of the whole document. */
export interface Metadata {
  title: string;
  /** BCP 47, for example `en-GB`. */
  language: string;
  author: string;
  subject: string;
  /** YYYY-MM-DD: stands for midnight UTC of that day. */
  date: string;
  /** The program that made the content. */
  creator: string;
  /** The program that wrote the PDF. */
  producer: string;
}

/** A date at midnight UTC, as PDF writes it (ISO 32000-1 7.9.4). */
export const pdfDate = (date: string): PDFString => PDFString.of(`D:${date.replaceAll('-', '')}000000Z`);

/** The information dictionary (ISO 32000-1 14.3.3). */
export function infoDictionary(context: PDFContext, metadata: Metadata): PDFRef {
  const date = pdfDate(metadata.date);
  return context.register(
    dictOf(context, {
      Title: text(metadata.title),
      Author: metadata.author === '' ? undefined : text(metadata.author),
      Subject: metadata.subject === '' ? undefined : text(metadata.subject),
      Creator: text(metadata.creator),
      Producer: text(metadata.producer),
      CreationDate: date,
      ModDate: date,
    }),
  );
}

/** The XMP packet: the same, and that the file claims to conform to PDF/UA-1 (ISO 14289-1 clause 5). */
export function xmpStream(context: PDFContext, metadata: Metadata): PDFRef {
  // Left as it is, not compressed, so that programs which know nothing of PDF find it (ISO 32000-1 14.3.2).
  return context.register(context.stream(Buffer.from(xmpPacket(metadata)), { Type: 'Metadata', Subtype: 'XML' }));
}

export function xmpPacket(metadata: Metadata): string {
  const date = `${metadata.date}T00:00:00Z`;
  const optional = (value: string, made: string) => (value === '' ? '' : `\n${made}`);
  const author = `   <dc:creator><rdf:Seq><rdf:li>${xml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>`;
  const subject = `   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xml(metadata.subject)}</rdf:li></rdf:Alt></dc:description>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(metadata.title)}</rdf:li></rdf:Alt></dc:title>${optional(metadata.author, author)}${optional(metadata.subject, subject)}
   <dc:language><rdf:Bag><rdf:li>${xml(metadata.language)}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>${date}</xmp:CreateDate>
   <xmp:ModifyDate>${date}</xmp:ModifyDate>
   <xmp:MetadataDate>${date}</xmp:MetadataDate>
   <xmp:CreatorTool>${xml(metadata.creator)}</xmp:CreatorTool>
   <pdf:Producer>${xml(metadata.producer)}</pdf:Producer>
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const xml = (value: string): string => value.replace(/[&<>"]/g, (special) => ENTITIES[special] ?? special);
