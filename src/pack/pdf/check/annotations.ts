import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { annotationsOf } from '../annotations.ts';
import { isLink } from '../links.ts';
import { nameAt, numberAt } from '../objects.ts';
import type { Element } from '../structure.ts';
import type { Examined, Finding } from './examined.ts';

/** Annotations belong to elements of their kind. */
export function* checkAnnotations(examined: Examined): Generator<Finding> {
  const { holders } = examined;
  const { context, pages } = examined.loaded;
  for (const [index, page] of pages.entries()) {
    for (const { source, dict } of annotationsOf(context, page)) {
      if (!isUnseen(context, dict)) yield* checkAnnotation(examined, dict, source && holders.get(source), index + 1);
    }
  }
}

/** Hidden annotations and pop-ups need no place in the structure (ISO 14289-1 7.18.1). */
export function isUnseen(context: PDFContext, annotation: PDFDict): boolean {
  const hidden = ((numberAt(context, annotation, 'F') ?? 0) & 2) !== 0;
  return hidden || nameAt(context, annotation, 'Subtype') === 'Popup';
}

function* checkAnnotation(
  { role }: Examined,
  annotation: PDFDict,
  holder: Element | undefined,
  page: number,
): Generator<Finding> {
  const link = isLink(annotation);
  const clause = link ? 'PDF/UA-1 7.18.5' : 'PDF/UA-1 7.18.1';
  const kind = link ? 'link' : 'annotation';
  if (holder === undefined) {
    yield { clause, page, message: `A ${kind} belongs to no structure element.` };
    return;
  }
  const expected = link ? ['Link', 'Reference'] : ['Annot', 'Form'];
  if (!expected.includes(role(holder))) {
    yield { clause, page, message: `A ${kind} belongs to a ${holder.role} element.` };
  }
}
