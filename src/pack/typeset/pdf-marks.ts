import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';

/** A `BDC` operator: the beginning of marked content (ISO 32000-1, 14.6). */
export interface Mark {
  /** Number of the content in its stream, if it belongs to the structure tree. */
  mcid?: number;
  /** Object number of the form XObject whose content stream holds it; undefined for the page's own. */
  stream?: number;
  /** What the content says, where its glyphs do not tell (14.9.4). */
  actualText?: string;
}

/**
 * The marked content of a page in the order in which it is drawn, forms included where they are drawn. Reads what
 * Chromium writes: property lists in place, strings in hexadecimal or without escapes that matter here.
 */
export function pageMarks(page: PDFPage): Mark[] {
  const { context } = page.doc;
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => context.lookup(ref)) : [contents];
  const bytes = streams.filter((stream) => stream instanceof PDFRawStream).map(decode);
  return scan(bytes.join('\n'), page.node.Resources(), undefined, context);
}

const operator = /\/[^\s<>/[\]()]+\s*<<((?:<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\.)*\)|[^<>()])*)>>\s*BDC\b|\/(\S+)\s+Do\b/gs;

function scan(
  content: string,
  resources: PDFDict | undefined,
  stream: number | undefined,
  context: PDFContext,
): Mark[] {
  const marks: Mark[] = [];
  for (const [, properties, form] of content.matchAll(operator)) {
    if (properties !== undefined)
      marks.push({ ...readProperties(properties), ...(stream !== undefined && { stream }) });
    else if (form !== undefined) marks.push(...formMarks(form, resources, context));
  }
  return marks;
}

function formMarks(name: string, resources: PDFDict | undefined, context: PDFContext): Mark[] {
  const ref = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(name));
  const form = context.lookup(ref);
  if (!(form instanceof PDFRawStream) || form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return [];
  const inner = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? resources;
  return scan(decode(form), inner, ref instanceof PDFRef ? ref.objectNumber : undefined, context);
}

function readProperties(properties: string): Omit<Mark, 'stream'> {
  const mcid = /\/MCID\s+(\d+)/.exec(properties)?.[1];
  const hex = /\/ActualText\s*<([^>]*)>/.exec(properties)?.[1];
  const literal = /\/ActualText\s*\(((?:[^\\()]|\\.)*)\)/s.exec(properties)?.[1];
  const bytes =
    hex === undefined ? literal && readEscapes(literal) : Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1');
  return {
    ...(mcid !== undefined && { mcid: Number(mcid) }),
    ...(bytes !== undefined && { actualText: textString(bytes) }),
  };
}

function readEscapes(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : ({ n: '\n', r: '\r', t: '\t' }[code] ?? code),
  );
}

/** A text string (7.9.2.2): UTF-16BE after its byte order mark; otherwise one byte a character. */
function textString(bytes: string): string {
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}

function decode(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}
