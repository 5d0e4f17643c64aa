import type { SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import { chairBriefView } from '../views/chair-brief.ts';
import type { PackPlan } from './plan.ts';

/**
 * The brief for the chair, as the content of a document.
 *
 * @param pageOf the page of the members' pack that an item's paper begins on
 */
export function briefContent(
  library: Library,
  { view }: PackPlan,
  pageOf: (item: string) => number | undefined,
): SafeHtml {
  const brief = find(library.briefs, view.id);
  if (brief === undefined) throw new Error(`There is no brief for the chair of ${view.id}.`);
  return chairBriefView(library, view, brief, { pageOf });
}
