import { type PDFContext, type PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { applyEdits, type Edit } from './content.ts';
import { type LoadedPdf, resourcesOf } from './load.ts';
import { dictAt, name, nameAt, numberAt } from './objects.ts';
import { decodeStream, pageContent } from './streams.ts';
import { type Loose, type Sequence, type Survey, survey } from './survey.ts';

/** The content of a page or form XObject, what it does, and the changes to be made to it. */
export interface Content {
  owner: PDFRef;
  /** The page or form dictionary. */
  holder: PDFDict;
  /** Index of the page it is, or is first drawn on. */
  page: number;
  bytes: Uint8Array;
  survey: Survey;
  sequences: ReadonlyMap<number, Sequence>;
  edits: Edit[];
}

/** The contents of all pages and of the form XObjects they draw, by the page's or form's reference. */
export function readContents({ context, pages }: LoadedPdf): Map<PDFRef, Content> {
  const found = new Map<PDFRef, Content>();
  pages.forEach(({ ref, dict }, page) => {
    readContent(context, found, ref, dict, page, pageContent(context, dict));
  });
  return found;
}

function readContent(
  context: PDFContext,
  found: Map<PDFRef, Content>,
  owner: PDFRef,
  holder: PDFDict,
  page: number,
  bytes: Uint8Array,
): void {
  const properties = dictAt(context, resourcesOf(context, holder), 'Properties');
  const survey_ = survey(bytes, (property) => {
    const list = properties && dictAt(context, properties, property);
    return list && numberAt(context, list, 'MCID');
  });
  const sequences = new Map<number, Sequence>();
  for (const sequence of survey_.sequences) if (sequence.mcid !== undefined) sequences.set(sequence.mcid, sequence);
  found.set(owner, { owner, holder, page, bytes, survey: survey_, sequences, edits: [] });
  const drawn = new Set([...survey_.marked, ...survey_.loose.map(({ xobject }) => xobject)]);
  for (const xobject of drawn) {
    const form = xobject === undefined ? undefined : formCalled(context, holder, xobject);
    if (form === undefined || found.has(form.ref)) continue;
    readContent(context, found, form.ref, form.stream.dict, page, decodeStream(form.stream));
  }
}

/** The form XObject that a content stream calls by this name; undefined for an image. */
export function formCalled(
  context: PDFContext,
  holder: PDFDict,
  xobject: string,
): { ref: PDFRef; stream: PDFRawStream } | undefined {
  const ref = dictAt(context, resourcesOf(context, holder), 'XObject')?.get(name(xobject));
  const stream = ref instanceof PDFRef ? context.lookup(ref) : undefined;
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return undefined;
  return nameAt(context, stream.dict, 'Subtype') === 'Form' ? { ref, stream } : undefined;
}

/** Whether a content or a form it draws has content that belongs to structure elements. */
export function hasTags(context: PDFContext, contents: ReadonlyMap<PDFRef, Content>, content: Content): boolean {
  if (content.sequences.size > 0) return true;
  return content.survey.loose.some(({ xobject }) => {
    const form = xobject === undefined ? undefined : formCalled(context, content.holder, xobject);
    const inner = form && contents.get(form.ref);
    return inner !== undefined && inner !== content && hasTags(context, contents, inner);
  });
}

/**
 * Drawing that neither belongs to a structure element nor is marked as an artifact, over a page and the forms it draws
 * outside marked content (ISO 14289-1 7.1: there must be none). A form without tags counts as one drawing where it is
 * called; one with tags is looked into.
 */
export function* looseDrawing(
  context: PDFContext,
  contents: ReadonlyMap<PDFRef, Content>,
  content: Content,
  seen: Set<PDFRef> = new Set(),
): Generator<{ content: Content; loose: Loose }> {
  if (seen.has(content.owner)) return;
  seen.add(content.owner);
  for (const loose of content.survey.loose) {
    const form = loose.xobject === undefined ? undefined : formCalled(context, content.holder, loose.xobject);
    const inner = form && contents.get(form.ref);
    if (inner !== undefined && hasTags(context, contents, inner)) yield* looseDrawing(context, contents, inner, seen);
    else yield { content, loose };
  }
}

/** Puts the edited content of forms back into their file. Pages are written by whoever writes the page. */
export function storeForms(context: PDFContext, contents: ReadonlyMap<PDFRef, Content>): void {
  for (const { owner, bytes, edits } of contents.values()) {
    const form = context.lookup(owner);
    if (edits.length === 0 || !(form instanceof PDFRawStream)) continue;
    const { dict, contents: compressed } = context.flateStream(applyEdits(bytes, edits));
    form.dict.delete(name('DecodeParms'));
    for (const [key, value] of dict.entries()) form.dict.set(key, value);
    form.updateContents(compressed);
  }
}
