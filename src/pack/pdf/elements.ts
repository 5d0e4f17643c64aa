import { type PDFContext, type PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, listAt, name, resolve, text, textOf } from './objects.ts';
import { LATER_ROLES, STANDARD_ROLES } from './roles.ts';
import { attributesOf, type Element, type Kid, walk } from './structure.ts';

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
 * Gives the elements of a part ids that depend on their order alone (`<part>.1`, `<part>.2`, …), in place of those of
 * the browser, which count on from one document to the next; table cells that name their headers by id follow. A note
 * is given an id if it has none (ISO 14289-1 7.9).
 */
export function renumberIds(context: PDFContext, root: Element, part: string): void {
  const ids = new Map<string, string>();
  let count = 0;
  for (const [item] of walk(root)) {
    if (item.id === undefined && item.role !== 'Note') continue;
    count += 1;
    const id = `${part}.${count}`;
    if (item.id !== undefined) ids.set(item.id, id);
    item.id = id;
  }
  for (const [item] of walk(root)) {
    for (const attributes of attributesOf(context, item)) {
      if (!attributes.has(name('Headers'))) continue;
      const headers = listAt(context, attributes, 'Headers').map((id) => ids.get(textOf(resolve(context, id)) ?? ''));
      const known = headers.filter((id) => id !== undefined).map(text);
      attributes.set(name('Headers'), arrayOf(context, known));
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
