import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import type { Content } from '../contents.ts';
import { element } from '../elements.ts';
import type { LoadedPage } from '../load.ts';
import { name, text } from '../objects.ts';
import { contentOf, type Element, type Kid, objectHolders, type Structure, walk } from '../structure.ts';
import type { GuestAnnotations, GuestDrawing } from './annotations.ts';
import { mendElements } from './mend.ts';
import { firstWords } from './texts.ts';

/** A page with what its tags must speak of. */
export interface TaggedPage {
  readonly page: LoadedPage;
  readonly content: Content;
  readonly annotations: GuestAnnotations;
  readonly text: string;
}

/** The structure that a file will have, and how its pages are marked for it. */
export interface GuestTags {
  readonly roots: readonly Element[];
  /** Pages of which no element speaks, so that each is one figure, all of it marked as number 0. */
  readonly figures: ReadonlySet<number>;
  /** The number that each drawing of an annotation is marked with; those without one are artifacts. */
  readonly drawings: ReadonlyMap<GuestDrawing, { readonly role: string; readonly mcid: number }>;
}

/**
 * Completes the structure of a file so that it speaks of all that is shown: a page without tags becomes a figure that is
 * described by its first words; links, filled fields and content that no element holds get elements of their own.
 *
 * @param called how the file is called in descriptions, e.g. `Annex 2`
 */
export function tagGuest(
  context: PDFContext,
  structure: Structure,
  contents: ReadonlyMap<PDFRef, Content>,
  pages: readonly TaggedPage[],
  called: string,
): GuestTags {
  const root = element(
    'Document',
    structure.roots.flatMap((one): Kid[] => (one.role === 'Document' ? one.kids : [{ kind: 'element', element: one }])),
  );
  dropDead(root, contents);
  mendElements(context, root, structure.roleMap, (page) => {
    const at = pages.findIndex((one) => one.page.ref === page);
    return at < 0 ? called : `page ${at + 1} of ${called}`;
  });
  const reached = new Set(contentOf(root).map(({ page }) => page));
  const figures = new Set<number>();
  const drawings = new Map<GuestDrawing, { role: string; mcid: number }>();
  const holders = objectHolders(root);
  const isTagged = pages.some(({ page }) => reached.has(page.ref));
  const additions = pages.map((tagged, index): Kid[] => {
    const { page, annotations } = tagged;
    const added: Kid[] = [];
    if (reached.has(page.ref)) {
      added.push(...unheld(tagged, root));
      added.push(...tagDrawings(tagged, holders, drawings));
    } else if (draws(tagged)) {
      figures.add(index);
      const what = isTagged ? 'a page without tags' : 'of a document without tags';
      const words = tagged.text === '' ? 'it holds no text that can be read' : firstWords(tagged.text);
      const about = `${called}, page ${index + 1} of ${pages.length}, ${what}: ${words}`;
      added.push(holding('Figure', [{ kind: 'content', mcid: 0, owner: page.ref, page: page.ref }], about));
    }
    for (const { source, ref } of annotations.links) {
      const holder = source && holders.get(source);
      const own: Kid = { kind: 'object', object: ref, page: page.ref };
      if (holder === undefined) added.push(holding('Link', [own]));
      else replaceObject(holder, source, isLinkRole(holder, structure) ? own : holding('Link', [own]));
    }
    return added;
  });
  place(
    root,
    additions,
    pages.map(({ page }) => page.ref),
  );
  return { roots: [root], figures, drawings };
}

function holding(role: string, kids: Kid[], alt?: string): Kid {
  return { kind: 'element', element: element(role, kids, alt === undefined ? [] : [[name('Alt'), text(alt)]]) };
}

function isLinkRole({ role }: Element, { roleMap }: Structure): boolean {
  const standard = roleMap.get(role) ?? role;
  return standard === 'Link' || standard === 'Reference';
}

/** Takes away what elements hold of content that does not exist. */
function dropDead(root: Element, contents: ReadonlyMap<PDFRef, Content>): void {
  const held = new Set<string>();
  for (const [item] of walk(root)) {
    item.kids = item.kids.filter((kid) => {
      if (kid.kind !== 'content') return true;
      const key = `${kid.owner} ${kid.mcid}`;
      const sequence = contents.get(kid.owner)?.sequences.get(kid.mcid);
      // Two elements cannot hold the same words: the first in reading order keeps them.
      if (sequence === undefined || sequence.artifact || held.has(key)) return false;
      held.add(key);
      return true;
    });
  }
}

function replaceObject(holder: Element, source: PDFRef | undefined, by: Kid): void {
  holder.kids = holder.kids.map((kid) => (kid.kind === 'object' && kid.object === source ? by : kid));
}

/** Whether a page shows anything at all. */
function draws({ content, annotations }: TaggedPage): boolean {
  const { loose, sequences } = content.survey;
  const marked = sequences.some(({ paints }) => paints.paths || paints.other);
  return loose.length > 0 || marked || annotations.drawings.length > 0;
}

/** Marked content of a page that no element holds, as a paragraph. */
function unheld({ page, content }: TaggedPage, root: Element): Kid[] {
  const held = new Set(contentOf(root).flatMap(({ owner, mcid }) => (owner === page.ref ? [mcid] : [])));
  const kids = content.survey.sequences.flatMap(({ mcid, artifact }): Kid[] =>
    mcid === undefined || artifact || held.has(mcid)
      ? []
      : [{ kind: 'content', mcid, owner: page.ref, page: page.ref }],
  );
  return kids.length === 0 ? [] : [holding('P', kids)];
}

/** Gives the drawings of annotations to the elements that hold the annotations; a field that none holds gets its own. */
function tagDrawings(
  { page, content, annotations }: TaggedPage,
  holders: ReadonlyMap<PDFRef, Element>,
  drawings: Map<GuestDrawing, { role: string; mcid: number }>,
): Kid[] {
  let next = Math.max(-1, ...content.sequences.keys()) + 1;
  return annotations.drawings.flatMap((drawing): Kid[] => {
    const holder = drawing.source && holders.get(drawing.source);
    if (holder === undefined && !drawing.isField && drawing.words === '') return [];
    const kid: Kid = { kind: 'content', mcid: next, owner: page.ref, page: page.ref };
    const role = drawing.isField ? 'P' : 'Figure';
    drawings.set(drawing, { role: holder?.role ?? role, mcid: next });
    next += 1;
    if (holder === undefined) return [holding(role, [kid], drawing.isField ? undefined : drawing.words)];
    replaceObject(holder, drawing.source, kid);
    return [];
  });
}

/** Puts what is added for a page before the first that begins on a later one. */
function place(root: Element, additions: readonly Kid[][], pages: readonly PDFRef[]): void {
  const indexes = new Map(pages.map((ref, index) => [ref, index]));
  const kids: Kid[] = [];
  let next = 0;
  for (const kid of root.kids) {
    const [first] = kid.kind === 'element' ? contentOf(kid.element) : kid.kind === 'content' ? [kid] : [];
    const begins = first === undefined ? undefined : indexes.get(first.page);
    while (begins !== undefined && next < begins) kids.push(...(additions[next++] ?? []));
    kids.push(kid);
  }
  while (next < additions.length) kids.push(...(additions[next++] ?? []));
  root.kids = kids;
}
