import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { scanContent } from './content.ts';
import { type Content, looseDrawing } from './contents.ts';
import { name } from './objects.ts';
import { latin1 } from './streams.ts';
import { type ContentKid, contentOf, type Element, walk } from './structure.ts';

type Contents = ReadonlyMap<PDFRef, Content>;

/** Roles whose lines and areas mean something, a drawn bullet among them; elsewhere they are borders and backgrounds. */
const DRAWINGS = new Set(['Figure', 'Formula', 'Form', 'Lbl']);

/** Marks as artifacts what is drawn outside every mark, such as page margin boxes and shadows (ISO 14289-1 7.1). */
export function markLooseDrawing(context: PDFContext, contents: Contents, pages: readonly PDFRef[]): void {
  const seen = new Set<PDFRef>();
  for (const page of pages) {
    const content = contents.get(page);
    if (content === undefined) continue;
    for (const { content: owner, loose } of looseDrawing(context, contents, content, seen)) {
      owner.edits.push({ from: loose.from, to: loose.from, text: '/Artifact BMC\n' });
      owner.edits.push({ from: loose.to, to: loose.to, text: '\nEMC' });
    }
  }
}

/**
 * Makes artifacts of the borders, rules and backgrounds that the browser tags with the element they belong to, and of marks
 * round nothing, which it writes on a page whose end has cut all of an element off.
 */
export function markDecoration(contents: Contents, root: Element): void {
  for (const [element, above] of walk(root)) {
    if ([element, ...above].some(({ role }) => DRAWINGS.has(role))) continue;
    if (element.entries.has(name('Alt')) || element.entries.has(name('ActualText'))) continue;
    demote(contents, element, (kid) => {
      const paints = contents.get(kid.owner)?.sequences.get(kid.mcid)?.paints;
      return paints?.other === false;
    });
  }
  dropEmpty(root);
}

/**
 * Makes artifacts of table heads and feet that are repeated on each page of a long table, which the browser tags as
 * more content of the same cells. A row counts as repeated on a page when each of its cells shows the same there as on
 * the first page.
 */
export function markRepeatedRows(contents: Contents, root: Element): void {
  for (const [row] of walk(root)) {
    if (row.role !== 'TR') continue;
    const cells = row.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
    const pages = new Set(cells.flatMap((cell) => contentOf(cell).map(({ page }) => page)));
    const [first, ...later] = pages;
    if (first === undefined || later.length === 0) continue;
    const shownFirst = cells.map((cell) => shownOn(contents, cell, first));
    if (shownFirst.every((shown) => shown === '')) continue;
    for (const page of later) {
      if (cells.some((cell, at) => shownOn(contents, cell, page) !== shownFirst[at])) continue;
      for (const [element] of walk(row)) demote(contents, element, (kid) => kid.page === page);
    }
  }
}

/** The strings and objects that a cell shows on a page, as they stand in the content: enough to compare. */
function shownOn(contents: Contents, cell: Element, page: PDFRef): string {
  return contentOf(cell)
    .filter((kid) => kid.page === page)
    .map((kid) => {
      const content = contents.get(kid.owner);
      const sequence = content?.sequences.get(kid.mcid);
      if (content === undefined || sequence === undefined) return '';
      const shown: string[] = [];
      const showing = (operator: string, from: number, at: number) => {
        if (/^(?:T[jJ]|Do|['"])$/.test(operator)) shown.push(latin1(content.bytes, from, at).trim());
      };
      scanContent(content.bytes, showing, sequence.begin.to, sequence.end.from);
      return shown.join(' ');
    })
    .join(' ');
}

/** Takes marked content away from an element and marks it as an artifact instead. */
function demote(contents: Contents, element: Element, choose: (kid: ContentKid) => boolean): void {
  element.kids = element.kids.filter((kid) => {
    if (kid.kind !== 'content' || !choose(kid)) return true;
    const content = contents.get(kid.owner);
    const sequence = content?.sequences.get(kid.mcid);
    if (content === undefined || sequence === undefined) return true;
    content.edits.push({ ...sequence.begin, text: '/Artifact BMC' });
    return false;
  });
}

const MEANINGLESS = new Set(['NonStruct', 'Div', 'Span']);

/** Drops elements that say nothing and hold nothing, such as that of a rule whose line has become an artifact. */
function dropEmpty(element: Element): void {
  element.kids = element.kids.filter((kid) => {
    if (kid.kind !== 'element') return true;
    dropEmpty(kid.element);
    const { role, kids, id, entries } = kid.element;
    return kids.length > 0 || !MEANINGLESS.has(role) || id !== undefined || entries.has(name('Alt'));
  });
}
