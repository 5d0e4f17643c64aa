import { type PDFContext, type PDFDict, type PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, listAt, name, resolve, text, textOf } from './objects.ts';
import { LATER_ROLES, STANDARD_ROLES } from './roles.ts';
import { attributesOf, type Element, type ElementKid, type Kid, walk } from './structure.ts';

/** An element of our own. */
export function element(role: string, kids: Kid[], entries: [PDFName, PDFObject][] = []): Element {
  return { source: undefined, role, id: undefined, kids, entries: new Map(entries) };
}

/** Makes each list item a label, if it has one, and a body (ISO 32000-1 14.8.4.3.3). */
export function completeListItems(root: Element): void {
  for (const [item] of walk(root)) {
    if (item.role !== 'LI') continue;
    const is = (kid: Kid, role: string) => kid.kind === 'element' && kid.element.role === role;
    const labels = item.kids.filter((kid) => is(kid, 'Lbl'));
    const others = item.kids.filter((kid) => !is(kid, 'Lbl'));
    if (others.every((kid) => is(kid, 'LBody'))) continue;
    item.kids = [...labels, { kind: 'element', element: element('LBody', others) }];
  }
}

/**
 * Gives the elements that need an id one that depends on their order alone (`1`, `2`, …), in place of those of the browser,
 * which gives every element one and counts on from one document to the next. Notes need one (ISO 14289-1 7.9), and cells
 * that others name as their headers.
 */
export function renumberIds(context: PDFContext, root: Element): void {
  const named = new Set<string>();
  for (const [, list] of headerLists(context, root)) for (const id of list) named.add(id);
  const ids = new Map<string, string>();
  let count = 0;
  for (const [item] of walk(root)) {
    const old = item.id;
    item.id = undefined;
    if (item.role !== 'Note' && (old === undefined || !named.has(old))) continue;
    count += 1;
    item.id = String(count);
    if (old !== undefined) ids.set(old, item.id);
  }
  renameHeaders(context, root, (id) => ids.get(id));
}

/** Gives each id the name of its part, so that no two of the whole are the same. */
export function prefixIds(context: PDFContext, root: Element, part: string): void {
  let some = false;
  for (const [item] of walk(root)) {
    if (item.id === undefined) continue;
    item.id = `${part}.${item.id}`;
    some = true;
  }
  if (some) renameHeaders(context, root, (id) => `${part}.${id}`);
}

/** The ids that table cells name as their headers, with the attributes that do. */
function* headerLists(context: PDFContext, root: Element): Generator<[PDFDict, string[]]> {
  for (const [item] of walk(root)) {
    for (const attributes of attributesOf(context, item)) {
      if (!attributes.has(name('Headers'))) continue;
      yield [attributes, listAt(context, attributes, 'Headers').map((id) => textOf(resolve(context, id)) ?? '')];
    }
  }
}

function renameHeaders(context: PDFContext, root: Element, rename: (id: string) => string | undefined): void {
  for (const [attributes, list] of [...headerLists(context, root)]) {
    const known = list.map(rename).filter((id) => id !== undefined);
    attributes.set(name('Headers'), arrayOf(context, known.map(text)));
  }
}

const set = (types: string): ReadonlySet<string> => new Set(types.split(' '));
/** Types that hold content of their own; others are made of elements (ISO 32000-1 14.8.4). */
const HOLDING = set('P H H1 H2 H3 H4 H5 H6 TH TD LBody Lbl Span Quote Note Code Link Caption');
/** Types that group blocks. */
const GROUPING = set('Document Part Art Sect Div BlockQuote NonStruct');
/** Types that stand in a line of text. */
const INLINE = set('Span Quote Note Reference Code Link Annot Em Strong');

/**
 * Takes away the wrappers that a browser puts round every run of text: they mean nothing (ISO 32000-1 14.8.4.2, NonStruct),
 * and are half of all elements. Those that are all there is round a text, such as that of a term in a list of terms, become
 * paragraphs.
 */
export function unwrap(element: Element, roleMap: ReadonlyMap<string, string>): void {
  const role = roleMap.get(element.role) ?? element.role;
  const isWrapper = (kid: Kid): kid is ElementKid =>
    kid.kind === 'element' && kid.element.role === 'NonStruct' && kid.element.entries.size === 0;
  const isNeedless = (kid: Kid): kid is ElementKid =>
    isWrapper(kid) && (HOLDING.has(role) || kid.element.kids.every((inner) => inner.kind === 'element'));
  for (const kid of element.kids) if (kid.kind === 'element') unwrap(kid.element, roleMap);
  if (element.kids.some(isNeedless)) {
    element.kids = element.kids.flatMap((kid) => (isNeedless(kid) ? kid.element.kids : [kid]));
  }
  if (!GROUPING.has(role)) return;
  for (const kid of element.kids) {
    if (
      isWrapper(kid) &&
      kid.element.kids.every((inner) => inner.kind !== 'element' || INLINE.has(inner.element.role))
    ) {
      kid.element.role = 'P';
    }
  }
}

/** Gives each attribute class the name of its part, so that parts with different classes of one name do not meet. */
export function prefixClasses(context: PDFContext, root: Element, part: string): void {
  for (const [item] of walk(root)) {
    const classes = item.entries.get(name('C'));
    if (classes === undefined) continue;
    const names = listAt(context, dictOf(context, { C: classes }), 'C');
    const prefixed = names.map((one) => {
      const label = textOf(resolve(context, one));
      return label === undefined || one instanceof PDFRef ? one : name(`${part}.${label}`);
    });
    item.entries.set(name('C'), arrayOf(context, prefixed));
  }
}

/**
 * Joins a part's role map to that of the whole: returns what was not known yet. A role that the whole already maps
 * otherwise is replaced in the part by the type it stands for.
 */
export function joinRoles(root: Element, own: ReadonlyMap<string, string>, joined: Map<string, string>): void {
  for (const [item] of walk(root)) {
    if (STANDARD_ROLES.has(item.role)) continue;
    const target = own.get(item.role) ?? LATER_ROLES.get(item.role);
    if (target === undefined) continue;
    const known = joined.get(item.role);
    if (known === undefined) joined.set(item.role, target);
    else if (known !== target) item.role = target;
  }
  for (const [role, target] of own) {
    // A role may stand for another that is mapped in turn.
    if (own.has(target) && !STANDARD_ROLES.has(target))
      joined.set(target, joined.get(target) ?? own.get(target) ?? target);
    if (!joined.has(role) && !STANDARD_ROLES.has(role)) joined.set(role, target);
  }
}
