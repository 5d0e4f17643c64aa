import { checkAnnotations } from './check/annotations.ts';
import { checkContent } from './check/content.ts';
import { checkDocument } from './check/document.ts';
import { checkElements } from './check/elements.ts';
import { examine, type Finding } from './check/examined.ts';
import { checkHeadings } from './check/headings.ts';
import { checkTables } from './check/tables.ts';
import { loadPdf } from './load.ts';

export type { Finding };

/**
 * Checks what a program can check of a tagged PDF's structure: a choice of the conditions of PDF/UA-1 (ISO 14289-1) and
 * of the clauses of ISO 32000-1 on which they stand. No finding does not mean that the file conforms: whether a text
 * describes its picture, or a heading is one, is for people to judge.
 *
 * @throws {Error} when the bytes are no PDF, or it is damaged, encrypted or without pages.
 */
export async function checkStructure(pdf: Uint8Array): Promise<Finding[]> {
  const examined = examine(await loadPdf(pdf, 'The PDF'));
  return [
    ...checkDocument(examined),
    ...checkContent(examined),
    ...checkAnnotations(examined),
    ...checkElements(examined),
    ...checkHeadings(examined),
    ...checkTables(examined),
  ];
}
