import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { dictOf, name, number, text } from './objects.ts';
import { numberTree } from './trees.ts';

/** A stretch of pages labelled `prefix` + number, the number rising by one from page to page. */
export interface LabelRun {
  /** Index of its first page. */
  page: number;
  prefix: string;
  /** Number of its first page; undefined where the label is the prefix alone. */
  start: number | undefined;
}

/** The labels as the fewest runs: `1 2 3 S1-1 S1-2` is two. */
export function labelRuns(labels: readonly string[]): LabelRun[] {
  const runs: LabelRun[] = [];
  labels.forEach((label, page) => {
    const { prefix, value } = split(label);
    const last = runs.at(-1);
    const goesOn =
      last !== undefined &&
      last.prefix === prefix &&
      last.start !== undefined &&
      value !== undefined &&
      last.start + page - last.page === value;
    if (!goesOn) runs.push({ page, prefix, start: value });
  });
  return runs;
}

/** `S1-12` is `S1-` and 12. A number begins with no nought, since none is written for it. */
function split(label: string): { prefix: string; value: number | undefined } {
  const digits = /[1-9]\d{0,8}$/.exec(label);
  return digits === null
    ? { prefix: label, value: undefined }
    : { prefix: label.slice(0, digits.index), value: Number(digits[0]) };
}

/** The number tree of page labels (ISO 32000-1 12.4.2). */
export function pageLabels(context: PDFContext, labels: readonly string[]): PDFDict {
  const runs = labelRuns(labels).map(({ page, prefix, start }) => {
    const label = dictOf(context, {
      S: start === undefined ? undefined : name('D'),
      P: prefix === '' ? undefined : text(prefix),
      St: start === undefined || start === 1 ? undefined : number(start),
    });
    return [page, label] as const;
  });
  return numberTree(context, runs);
}
