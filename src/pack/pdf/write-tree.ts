import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, name, number, text } from './objects.ts';
import type { ContentKid, Element, Kid, Structure } from './structure.ts';

/** Writes a structure tree as far as joining needs it: without the ways back from the content, which it makes itself. */
export function writeTree(context: PDFContext, { roots, roleMap, classMap }: Structure): PDFRef {
  const root = context.nextRef();
  const roles = Object.fromEntries(Array.from(roleMap, ([role, to]) => [role, name(to)]));
  const classes = dictOf(context, {});
  for (const [key, value] of classMap) classes.set(key, value);
  context.assign(
    root,
    dictOf(context, {
      Type: name('StructTreeRoot'),
      K: arrayOf(
        context,
        roots.map((one) => write(one, root)),
      ),
      RoleMap: roleMap.size === 0 ? undefined : dictOf(context, roles),
      ClassMap: classMap.size === 0 ? undefined : classes,
    }),
  );
  return root;

  function write(element: Element, parent: PDFRef): PDFRef {
    const ref = context.nextRef();
    const own = ownPage(element);
    const kids = element.kids.map((kid) => writeKid(kid, ref, own));
    const dict = dictOf(context, {
      Type: name('StructElem'),
      S: name(element.role),
      P: parent,
      Pg: own,
      K: kids.length > 1 ? arrayOf(context, kids) : kids[0],
      ID: element.id === undefined ? undefined : text(element.id),
    });
    for (const [key, value] of element.entries) if (!dict.has(key)) dict.set(key, value);
    context.assign(ref, dict);
    return ref;
  }

  function writeKid(kid: Kid, parent: PDFRef, own: PDFRef | undefined): PDFObject {
    if (kid.kind === 'element') return write(kid.element, parent);
    if (kid.kind === 'object') return dictOf(context, { Type: name('OBJR'), Pg: kid.page, Obj: kid.object });
    if (kid.owner === own) return number(kid.mcid);
    const stream = kid.owner === kid.page ? undefined : kid.owner;
    return dictOf(context, { Type: name('MCR'), Pg: kid.page, Stm: stream, MCID: number(kid.mcid) });
  }
}

/** The page whose content an element may hold by number alone (ISO 32000-1 14.7.2): that of the first such content. */
export function ownPage({ kids }: Element): PDFRef | undefined {
  return kids.find((kid): kid is ContentKid => kid.kind === 'content' && kid.owner === kid.page)?.page;
}
