import { listAt, name, resolve, textOf } from '../objects.ts';
import { STANDARD_ROLES } from '../roles.ts';
import { attributesOf, childrenOf, type Element } from '../structure.ts';
import type { Examined, Finding } from './examined.ts';

/** Each element by itself: its role, its ids, the text of figures, the form of lists. */
export function* checkElements(examined: Examined): Generator<Finding> {
  const { elements, structure, role, pageOf } = examined;
  for (const mapped of structure.roleMap.keys()) {
    if (!STANDARD_ROLES.has(mapped)) continue;
    yield {
      clause: 'PDF/UA-1 7.1',
      page: null,
      message: `The standard structure type ${mapped} is mapped to another.`,
    };
  }
  for (const [element] of elements) {
    const fault = (clause: string, message: string): Finding => ({ clause, page: pageOf(element), message });
    const standard = role(element);
    if (!STANDARD_ROLES.has(standard)) {
      yield fault('PDF/UA-1 7.1', `The structure type ${element.role} is neither standard nor mapped to one that is.`);
    }
    if (standard === 'Figure' && !described(examined, element)) {
      yield fault('PDF/UA-1 7.3', 'A figure has no alternative text (Alt).');
    }
    if (standard === 'Formula' && !described(examined, element)) {
      yield fault('PDF/UA-1 7.7', 'A formula has no alternative text (Alt).');
    }
    if (standard === 'Note' && element.id === undefined) yield fault('PDF/UA-1 7.9', 'A note has no id.');
    if (standard === 'L') yield* children(examined, element, ['LI', 'L', 'Caption']);
    if (standard === 'LI') yield* children(examined, element, ['Lbl', 'LBody']);
  }
  yield* checkIds(examined);
}

function described({ loaded: { context } }: Examined, element: Element): boolean {
  return ['Alt', 'ActualText'].some((key) => textOf(resolve(context, element.entries.get(name(key))))?.trim());
}

/** Lists and tables hold what they are made of and nothing else (ISO 32000-1 14.8.4.3). */
export function* children(
  { role, pageOf }: Examined,
  element: Element,
  allowed: readonly string[],
): Generator<Finding> {
  for (const child of childrenOf(element)) {
    if (allowed.includes(role(child))) continue;
    const message = `A ${element.role} element holds a ${child.role} element directly.`;
    yield { clause: 'ISO 32000-1 14.8.4.3', page: pageOf(child) ?? pageOf(element), message };
  }
}

/** Ids are each of one element; header ids of table cells exist. */
function* checkIds({ elements, loaded: { context }, pageOf }: Examined): Generator<Finding> {
  const seen = new Set<string>();
  for (const [element] of elements) {
    const { id } = element;
    if (id === undefined) continue;
    if (seen.has(id)) {
      yield { clause: 'ISO 32000-1 14.7.2', page: pageOf(element), message: `Two elements have the id "${id}".` };
    }
    seen.add(id);
  }
  for (const [element] of elements) {
    for (const attributes of attributesOf(context, element)) {
      for (const header of listAt(context, attributes, 'Headers')) {
        const id = textOf(resolve(context, header)) ?? '';
        if (seen.has(id)) continue;
        const message = `A table cell names the header "${id}", which does not exist.`;
        yield { clause: 'PDF/UA-1 7.5', page: pageOf(element), message };
      }
    }
  }
}
