import { PDFArray, PDFNull, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { annotationsOf } from '../annotations.ts';
import { isLink } from '../links.ts';
import { asDict, dictAt, name, nameAt, numberAt, resolve, textAt } from '../objects.ts';
import type { ContentKid, Element } from '../structure.ts';
import { readNameTree } from '../trees.ts';
import { isUnseen } from './annotations.ts';
import type { Examined, Finding } from './examined.ts';

const PARENT_TREE = 'ISO 32000-1 14.7.4.4';

/** Elements lead to one another both ways, and from content, annotations and ids there is a way to their elements; links say where they lead. */
export function* checkTies(examined: Examined): Generator<Finding> {
  const { elements, loaded, pageOf } = examined;
  const { context } = loaded;
  for (const [element, above] of elements) {
    const dict = asDict(resolve(context, element.source));
    const holder = above.at(-1)?.source;
    if (dict !== undefined && holder !== undefined && dict.get(name('P')) !== holder) {
      const message = `The parent (P) of a ${element.role} element is not the element that holds it.`;
      yield { clause: 'ISO 32000-1 14.7.2', page: pageOf(element), message };
    }
    for (const kid of element.kids) if (kid.kind === 'content') yield* checkContentTie(examined, element, kid);
  }
  yield* checkAnnotationTies(examined);
  yield* checkIdTree(examined);
}

function* checkContentTie(
  { loaded: { context }, parents, pageOf }: Examined,
  element: Element,
  { owner, mcid }: ContentKid,
): Generator<Finding> {
  const holder = asDict(context.lookup(owner));
  const key = holder && numberAt(context, holder, 'StructParents');
  const list = key === undefined ? undefined : resolve(context, parents.get(key));
  const entry: PDFObject | undefined = list instanceof PDFArray ? list.asArray()[mcid] : undefined;
  if (entry === element.source) return;
  const isMissing = entry === undefined || entry === PDFNull || resolve(context, entry) === undefined;
  const message = isMissing
    ? `Marked content ${mcid} is not in the parent tree.`
    : `The parent tree leads from marked content ${mcid} to an element that does not hold it.`;
  yield { clause: PARENT_TREE, page: pageOf(element), message };
}

function* checkAnnotationTies({ loaded: { context, pages }, holders, parents }: Examined): Generator<Finding> {
  for (const [index, page] of pages.entries()) {
    const annotations = annotationsOf(context, page);
    if (annotations.length > 0 && nameAt(context, page.dict, 'Tabs') !== 'S') {
      const message = 'The tab order does not follow the structure (Tabs).';
      yield { clause: 'PDF/UA-1 7.18.3', page: index + 1, message };
    }
    for (const { source, dict } of annotations) {
      if (isUnseen(context, dict)) continue;
      const kind = isLink(dict) ? 'link' : 'annotation';
      if (!textAt(context, dict, 'Contents')) {
        const clause = isLink(dict) ? 'PDF/UA-1 7.18.5' : 'PDF/UA-1 7.18.1';
        yield { clause, page: index + 1, message: `A ${kind} has no description (Contents).` };
      }
      const holder = source && holders.get(source);
      if (holder === undefined) continue;
      const key = numberAt(context, dict, 'StructParent');
      const entry = key === undefined ? undefined : parents.get(key);
      if (entry instanceof PDFRef && entry === holder.source) continue;
      const message = `The parent tree does not lead from a ${kind} to its element (StructParent).`;
      yield { clause: PARENT_TREE, page: index + 1, message };
    }
  }
}

/** Ids are each of one element, found through the id tree. */
function* checkIdTree({ elements, loaded: { context, catalog }, pageOf }: Examined): Generator<Finding> {
  const root = dictAt(context, catalog, 'StructTreeRoot');
  const tree = root && dictAt(context, root, 'IDTree');
  const listed = tree === undefined ? new Map() : readNameTree(context, tree);
  for (const [element] of elements) {
    if (element.id === undefined || listed.get(element.id) === element.source) continue;
    const message = `The id tree does not lead to the element "${element.id}".`;
    yield { clause: 'ISO 32000-1 14.7.2', page: pageOf(element), message };
  }
}
