import { checkAnnotations } from './check/annotations.ts';
import { checkContent } from './check/content.ts';
import { checkDocument } from './check/document.ts';
import { checkElements } from './check/elements.ts';
import { examine, type Finding } from './check/examined.ts';
import { checkFirstHeading, checkHeadings } from './check/headings.ts';
import { checkTables } from './check/tables.ts';
import { checkTies } from './check/ties.ts';
import { type LoadedPdf, loadPdf } from './load.ts';

export type { Finding };

/**
 * Checks what a program can check of a tagged PDF's structure: a choice of the conditions of PDF/UA-1 (ISO 14289-1) and
 * of the clauses of ISO 32000-1 on which they stand. No finding does not mean that the file conforms: whether a text
 * describes its picture, or a heading is one, is for people to judge.
 *
 * @throws {Error} when the bytes are no PDF, or it is damaged, encrypted or without pages.
 */
export async function checkStructure(pdf: Uint8Array): Promise<Finding[]> {
  const loaded = await loadPdf(pdf, 'The PDF');
  return [...checkJoined(loaded), ...checkPart(loaded)];
}

/** Of these checks, those of what a part is by itself: they hold of the whole when they hold of all its parts. */
export function checkPart(loaded: LoadedPdf): Finding[] {
  const examined = examine(loaded);
  return [
    ...checkContent(examined),
    ...checkAnnotations(examined),
    ...checkElements(examined),
    ...checkHeadings(examined),
    ...checkTables(examined),
  ];
}

/** Of these checks, those of what joining makes: what is said of the document, and the ways from its pages to its tags. */
export function checkJoined(loaded: LoadedPdf): Finding[] {
  const examined = examine(loaded);
  return [...checkDocument(examined), ...checkTies(examined), ...checkFirstHeading(examined)];
}
