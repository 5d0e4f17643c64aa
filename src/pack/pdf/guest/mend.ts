import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, name, resolve, text, textOf } from '../objects.ts';
import { LATER_ROLES, STANDARD_ROLES, standardRole } from '../roles.ts';
import { attributesOf, childrenOf, contentOf, type Element, walk } from '../structure.ts';

/**
 * Mends in a structure that others have made what can be mended without knowing what it means: types that nobody knows,
 * pictures without a description, levels of headings that are left out, and heads of tables that do not say of what they are
 * (ISO 14289-1 7.1, 7.3, 7.4.2, 7.5).
 *
 * @param where says in words where a page is, e.g. `page 3 of Annex 2`
 */
export function mendElements(
  context: PDFContext,
  root: Element,
  roleMap: Map<string, string>,
  where: (page: PDFRef | undefined) => string,
): void {
  for (const [role, to] of roleMap) {
    // One that is mapped to something unknown, or in a ring, is as good as not mapped; a standard one stands for itself.
    if (STANDARD_ROLES.has(role) || !STANDARD_ROLES.has(standardRole(to, roleMap))) roleMap.delete(role);
  }
  let above = 0;
  for (const [item, holders] of walk(root)) {
    const role = standardRole(item.role, roleMap);
    if (!STANDARD_ROLES.has(role) && !LATER_ROLES.has(item.role)) item.role = 'Div';
    if ((role === 'Figure' || role === 'Formula') && !isDescribed(context, item)) {
      const page = where(contentOf(item)[0]?.page);
      item.entries.set(
        name('Alt'),
        text(`A ${role === 'Figure' ? 'picture' : 'formula'} without a description, ${page}`),
      );
    }
    if (role === 'TH') stateScope(context, item, holders, roleMap);
    const heading = /^H([1-6]?)$/.exec(role);
    if (heading === null) continue;
    // One without a level has that of the sections it stands in.
    const sections = holders.filter(({ role: holder }) => /^(?:Part|Art|Sect)$/.test(standardRole(holder, roleMap)));
    const level = heading[1] === '' ? Math.min(6, Math.max(1, sections.length)) : Number(heading[1]);
    const mended = Math.min(level, above + 1);
    if (heading[1] === '' || mended !== level) item.role = `H${mended}`;
    above = mended;
  }
}

/** A head in a row of heads is one of a column, one beside other cells is one of a row. */
function stateScope(
  context: PDFContext,
  item: Element,
  holders: readonly Element[],
  roleMap: ReadonlyMap<string, string>,
): void {
  const own = attributesOf(context, item);
  // Cells may name their heads instead, and attributes may be those of a class; both are the makers' own way.
  if (own.some((one) => one.has(name('Scope'))) || item.entries.has(name('C'))) return;
  const roleOf = (element: Element) => standardRole(element.role, roleMap);
  const cells = childrenOf(holders.at(-1) ?? item);
  const ofColumn = cells.every((cell) => roleOf(cell) === 'TH') || holders.some((one) => roleOf(one) === 'THead');
  const scope = dictOf(context, { O: name('Table'), Scope: name(ofColumn ? 'Column' : 'Row') });
  item.entries.set(name('A'), arrayOf(context, [...own, scope]));
}

function isDescribed(context: PDFContext, { entries }: Element): boolean {
  return ['Alt', 'ActualText'].some((key) => textOf(resolve(context, entries.get(name(key))))?.trim());
}
