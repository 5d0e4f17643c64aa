import type { SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { chairPage } from '../registers/chair-page.ts';
import { counted } from '../registers/counted.ts';
import { standardVersion } from '../rules/standard.ts';
import { waiversInForce } from '../rules/waivers.ts';
import { type ChairLengths, type ChairPageOptions, chairPageView } from '../views/chair-page.ts';
import type { PackPlan } from './plan.ts';

/** What its title page is called among the parts of a pack. */
export const chairTitle = 'Page 1 for the chair';

/** What page 1 says of where its pack is read: its length, and where things stand. */
export type PageOneGiven = Pick<ChairPageOptions, 'pages' | 'words' | 'link' | 'pageOf' | 'since'>;

/** Page 1 of a pack for the chair, as the content of a document, with lists of whichever lengths are asked for. */
export function pageOne(
  library: Library,
  { view, version, audience, marking, asOf }: Pick<PackPlan, 'view' | 'version' | 'audience' | 'marking' | 'asOf'>,
  given: PageOneGiven,
): (lengths: ChairLengths) => SafeHtml {
  const page = chairPage(library, view, asOf);
  const waivers = counted(waiversInForce(library, asOf).length, 'waiver');
  const options = {
    ...given,
    version,
    isPublic: audience === 'public',
    marking,
    asOf,
    standard: `Held to the reporting standard, version ${standardVersion}, with ${waivers} in force.`,
  };
  return (lengths) => chairPageView(library, view, page, { ...options, ...lengths });
}
