import { type PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { annotationsOf } from '../annotations.ts';
import { isLink } from '../links.ts';
import { nameAt, numberAt, textAt } from '../objects.ts';
import type { Element } from '../structure.ts';
import type { Examined, Finding } from './examined.ts';

/** Annotations: tab order, descriptions, and their place in the structure. */
export function* checkAnnotations(examined: Examined): Generator<Finding> {
  const { loaded, elements } = examined;
  const { context, pages } = loaded;
  const holders = new Map<PDFRef, Element>();
  for (const [element] of elements) {
    for (const kid of element.kids) if (kid.kind === 'object') holders.set(kid.object, element);
  }
  for (const [index, page] of pages.entries()) {
    const annotations = annotationsOf(context, page);
    if (annotations.length > 0 && nameAt(context, page.dict, 'Tabs') !== 'S') {
      const message = 'The tab order does not follow the structure (Tabs).';
      yield { clause: 'PDF/UA-1 7.18.3', page: index + 1, message };
    }
    for (const { source, dict } of annotations) {
      if (isUnseen(examined, dict)) continue;
      yield* checkAnnotation(examined, dict, source && holders.get(source), index + 1);
    }
  }
}

/** Hidden annotations and pop-ups need no place in the structure (ISO 14289-1 7.18.1). */
function isUnseen({ loaded: { context } }: Examined, annotation: PDFDict): boolean {
  const hidden = ((numberAt(context, annotation, 'F') ?? 0) & 2) !== 0;
  return hidden || nameAt(context, annotation, 'Subtype') === 'Popup';
}

function* checkAnnotation(
  { loaded: { context }, parents, role }: Examined,
  annotation: PDFDict,
  holder: Element | undefined,
  page: number,
): Generator<Finding> {
  const link = isLink(annotation);
  const clause = link ? 'PDF/UA-1 7.18.5' : 'PDF/UA-1 7.18.1';
  const kind = link ? 'link' : 'annotation';
  if (!textAt(context, annotation, 'Contents'))
    yield { clause, page, message: `A ${kind} has no description (Contents).` };
  if (holder === undefined) {
    yield { clause, page, message: `A ${kind} belongs to no structure element.` };
    return;
  }
  const expected = link ? ['Link', 'Reference'] : ['Annot', 'Form'];
  if (!expected.includes(role(holder))) {
    yield { clause, page, message: `A ${kind} belongs to a ${holder.role} element.` };
  }
  const key = numberAt(context, annotation, 'StructParent');
  const entry = key === undefined ? undefined : parents.get(key);
  if (!(entry instanceof PDFRef) || entry !== holder.source) {
    const message = `The parent tree does not lead from a ${kind} to its element (StructParent).`;
    yield { clause: 'ISO 32000-1 14.7.4.4', page, message };
  }
}
