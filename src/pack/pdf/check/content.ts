import { PDFArray, PDFNull, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { type Content, looseDrawing } from '../contents.ts';
import { asDict, name, numberAt, resolve } from '../objects.ts';
import type { Element } from '../structure.ts';
import type { Examined, Finding } from './examined.ts';

const PARENT_TREE = 'ISO 32000-1 14.7.4.4';

/** Everything drawn is tagged or an artifact, and tags and content reach one another both ways. */
export function* checkContent(examined: Examined): Generator<Finding> {
  const { loaded, contents } = examined;
  const holders = contentHolders(examined);
  for (const { ref } of loaded.pages) {
    const content = contents.get(ref);
    if (content === undefined) continue;
    const loose = new Map<Content, number>();
    for (const { content: owner } of looseDrawing(loaded.context, contents, content)) {
      loose.set(owner, (loose.get(owner) ?? 0) + 1);
    }
    for (const count of loose.values()) {
      const message = `${count} drawing operations are neither tagged nor marked as artifacts.`;
      yield { clause: 'PDF/UA-1 7.1', page: content.page + 1, message };
    }
  }
  for (const content of contents.values()) yield* checkOne(examined, content, holders.get(content.owner) ?? new Map());
  yield* checkReferences(examined);
}

/** By page or form, and content number: the elements that hold it. */
function contentHolders({ elements }: Examined): Map<PDFRef, Map<number, Element[]>> {
  const holders = new Map<PDFRef, Map<number, Element[]>>();
  for (const [element] of elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'content') continue;
      const numbers = holders.get(kid.owner) ?? new Map<number, Element[]>();
      holders.set(kid.owner, numbers.set(kid.mcid, [...(numbers.get(kid.mcid) ?? []), element]));
    }
  }
  return holders;
}

function* checkOne(
  { loaded: { context }, parents }: Examined,
  content: Content,
  holders: ReadonlyMap<number, readonly Element[]>,
): Generator<Finding> {
  const page = content.page + 1;
  for (const fault of content.survey.faults)
    yield { clause: 'PDF/UA-1 7.1', page, message: `Marked content: ${fault}.` };
  const key = numberAt(context, content.holder, 'StructParents');
  const list = key === undefined ? undefined : resolve(context, parents.get(key));
  const numbers = content.survey.sequences.flatMap(({ mcid }) => (mcid === undefined ? [] : [mcid]));
  if (new Set(numbers).size < numbers.length) {
    yield {
      clause: 'ISO 32000-1 14.7.4.3',
      page,
      message: 'Two marked-content sequences have the same number (MCID).',
    };
  }
  for (const mcid of new Set(numbers)) {
    const entry: PDFObject | undefined = list instanceof PDFArray ? list.asArray()[mcid] : undefined;
    const held = holders.get(mcid) ?? [];
    if (entry === undefined || entry === PDFNull || resolve(context, entry) === undefined) {
      yield { clause: PARENT_TREE, page, message: `Marked content ${mcid} is not in the parent tree.` };
    } else if (!held.some(({ source }) => source === entry)) {
      const message = `The parent tree leads from marked content ${mcid} to an element that does not hold it.`;
      yield { clause: PARENT_TREE, page, message };
    }
    if (held.length > 1) {
      yield { clause: PARENT_TREE, page, message: `Marked content ${mcid} is held by ${held.length} elements.` };
    }
  }
}

/** Each element's content exists, and its parent is the element that holds it. */
function* checkReferences({ elements, contents, loaded: { context }, pageOf }: Examined): Generator<Finding> {
  for (const [element, above] of elements) {
    const dict = asDict(resolve(context, element.source));
    const holder = above.at(-1)?.source;
    if (dict !== undefined && holder !== undefined && dict.get(name('P')) !== holder) {
      const message = `The parent (P) of a ${element.role} element is not the element that holds it.`;
      yield { clause: 'ISO 32000-1 14.7.2', page: pageOf(element), message };
    }
    for (const kid of element.kids) {
      if (kid.kind !== 'content' || contents.get(kid.owner)?.sequences.has(kid.mcid)) continue;
      const message = `A ${element.role} element holds marked content ${kid.mcid}, which is not in the content.`;
      yield { clause: 'ISO 32000-1 14.7.4.2', page: pageOf(element), message };
    }
  }
}
