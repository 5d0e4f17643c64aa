import type { PDFRef } from '@cantoo/pdf-lib';
import { type Content, looseDrawing, readContents } from '../contents.ts';
import type { Examined, Finding } from './examined.ts';

/** Everything drawn is tagged, and held by one element, or an artifact; elements hold nothing that is not drawn. */
export function* checkContent(examined: Examined): Generator<Finding> {
  const { loaded } = examined;
  const contents = readContents(loaded);
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
  for (const content of contents.values()) yield* checkOne(content, holders.get(content.owner) ?? new Map());
  yield* checkReferences(examined, contents);
}

/** By page or form, and content number: the elements that hold it. */
function contentHolders({ elements }: Examined): Map<PDFRef, Map<number, number>> {
  const holders = new Map<PDFRef, Map<number, number>>();
  for (const [element] of elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'content') continue;
      const numbers = holders.get(kid.owner) ?? new Map<number, number>();
      holders.set(kid.owner, numbers.set(kid.mcid, (numbers.get(kid.mcid) ?? 0) + 1));
    }
  }
  return holders;
}

function* checkOne(content: Content, holders: ReadonlyMap<number, number>): Generator<Finding> {
  const page = content.page + 1;
  for (const fault of content.survey.faults)
    yield { clause: 'PDF/UA-1 7.1', page, message: `Marked content: ${fault}.` };
  const numbers = content.survey.sequences.flatMap(({ mcid }) => (mcid === undefined ? [] : [mcid]));
  const each = new Set(numbers);
  if (each.size < numbers.length) {
    yield {
      clause: 'ISO 32000-1 14.7.4.3',
      page,
      message: 'Two marked-content sequences have the same number (MCID).',
    };
  }
  for (const mcid of each) {
    const held = holders.get(mcid) ?? 0;
    if (held === 1) continue;
    const how = held === 0 ? 'belongs to no element' : `is held by ${held} elements`;
    yield { clause: 'ISO 32000-1 14.7.4', page, message: `Marked content ${mcid} ${how}.` };
  }
}

/** The content of each element exists. */
function* checkReferences({ elements, pageOf }: Examined, contents: ReadonlyMap<PDFRef, Content>): Generator<Finding> {
  for (const [element] of elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'content' || contents.get(kid.owner)?.sequences.has(kid.mcid)) continue;
      const message = `A ${element.role} element holds marked content ${kid.mcid}, which is not in the content.`;
      yield { clause: 'ISO 32000-1 14.7.4.2', page: pageOf(element), message };
    }
  }
}
