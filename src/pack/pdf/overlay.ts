import { PDFArray, type PDFContext, PDFDict, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { applyEdits } from './content.ts';
import { type Content, readContents, storeForms } from './contents.ts';
import { type Copier, copier, type Shared } from './copy.ts';
import { retagFonts } from './fonts.ts';
import type { LoadedPdf } from './load.ts';
import { dictAt, entry, name } from './objects.ts';

/** What is stamped over one page: a form XObject, and the corner of the page it was drawn for. */
export interface Stamp {
  form: PDFRef;
  x: number;
  y: number;
}

/**
 * Copies each page of an overlay into the joined file as a form XObject, for use within an artifact: so its own tags are
 * dropped, and its annotations with them. A page on which nothing is drawn gives none.
 */
export function copyOverlay(overlay: LoadedPdf, target: PDFContext, shared: Shared): (Stamp | undefined)[] {
  const { context, pages } = overlay;
  retagFonts(context);
  const contents = readContents(overlay);
  for (const { holder, survey, edits } of contents.values()) {
    for (const { tag, begin, end } of survey.sequences) {
      if (tag !== 'Artifact') edits.push({ ...begin, text: '' }, { ...end, text: '' });
    }
    holder.delete(name('StructParents'));
  }
  storeForms(context, contents);
  const copy = copier(context, target, shared);
  return pages.map(({ ref, dict }) => {
    const content = contents.get(ref);
    const box = entry(context, dict, 'MediaBox');
    if (content === undefined || !(box instanceof PDFArray)) return undefined;
    const { sequences, loose } = content.survey;
    if (loose.length === 0 && sequences.every(({ paints }) => !paints.paths && !paints.other)) return undefined;
    const form = asForm(target, content, copy);
    form.dict.set(name('Type'), name('XObject'));
    form.dict.set(name('Subtype'), name('Form'));
    form.dict.set(name('BBox'), copy.copy(box));
    const resources = dictAt(context, dict, 'Resources') ?? PDFDict.withContext(context);
    resources.delete(name('Properties'));
    form.dict.set(name('Resources'), copy.copyShared(resources));
    const group = dictAt(context, dict, 'Group');
    if (group !== undefined) form.dict.set(name('Group'), copy.copyShared(group));
    const { x, y } = box.asRectangle();
    return { form: target.register(form), x, y };
  });
}

/** The content of a page as a stream of its own: compressed anew only where it has been edited or was several streams. */
function asForm(target: PDFContext, { bytes, edits, holder }: Content, { copy }: Copier): PDFRawStream {
  const stream = holder.context.lookup(holder.get(name('Contents')));
  const kept = edits.length === 0 && stream instanceof PDFRawStream ? copy(stream) : undefined;
  return kept instanceof PDFRawStream ? kept : target.flateStream(applyEdits(bytes, edits));
}
