import type { Library } from '../library/library.ts';
import { chairPage } from '../registers/chair-page.ts';
import { standardVersion } from '../rules/standard.ts';
import { waiversInForce } from '../rules/waivers.ts';
import { type ChairPageOptions, chairLengths, chairPageView } from '../views/chair-page.ts';
import { counted } from '../views/words.ts';
import { frontContent } from './front.ts';
import { packLinker } from './pack-linker.ts';
import { mapParts } from './page-map.ts';
import { pageMapContent } from './page-map-view.ts';
import { firstPages, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import type { PackPlan } from './plan.ts';

/** Pages that agenda and contents of most packs have together. */
const usualPages = 2;

const chairTitle = 'Page 1 for the chair';

/** What stands around the papers of a pack. */
export interface Around {
  /** Page 1 for the chair, then agenda and contents. */
  readonly before: readonly SetPart[];
  /** The page map of an edition that is read beside the standard one. */
  readonly after: readonly SetPart[];
}

/**
 * Sets what comes before the papers of a pack and what comes after them. Both speak of pages that follow from how long they
 * are themselves, so they are set for the usual lengths, and again where those were wrong.
 *
 * @param standard the parts of the standard edition, for the page map of another
 */
export async function setAround(
  library: Library,
  plan: PackPlan,
  body: readonly SetPart[],
  tools: PackTools,
  standard?: readonly SetPart[],
): Promise<Around> {
  const read = body.reduce((sum, { set }) => sum + set.pages, 0);
  let chairPages = 1;
  let frontPages = usualPages;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const before = chairPages + frontPages;
    const mapPage = standard === undefined ? undefined : before + read + 1;
    const isLarge = plan.edition === 'large';
    const content = frontContent(library, plan, body, before, mapPage);
    const front = await setOwnPart(library, { id: 'front', title: 'Agenda and contents', isLarge }, content, tools);
    if (front.set.pages === frontPages) {
      const map = await setPageMap(library, { chairPages, front, body, standard }, tools);
      const after = map.reduce((sum, { set }) => sum + set.pages, 0);
      const chair = await setChairPage(library, plan, body, { chairPages, frontPages, after }, tools);
      if (chair.set.pages === chairPages) return { before: [chair, front], after: map };
      chairPages = chair.set.pages;
    }
    frontPages = front.set.pages;
  }
  throw new Error(`The contents of ${plan.name} change their length with each print.`);
}

/** The page map, or nothing where there is no other edition to map. */
async function setPageMap(
  library: Library,
  {
    chairPages,
    front,
    body,
    standard,
  }: { chairPages: number; front: SetPart; body: readonly SetPart[]; standard: readonly SetPart[] | undefined },
  tools: PackTools,
): Promise<SetPart[]> {
  if (standard === undefined) return [];
  const here = firstPages([front, ...body], chairPages);
  const there = firstPages(standard);
  // Page 1 is for the chair in both, and has the same name.
  const mapped = await mapParts(
    standard.filter(({ id }) => id !== 'chair'),
    there,
    [front, ...body],
    here,
  );
  const chair = { reference: '', title: chairTitle, pages: [{ page: 1, from: 1, to: chairPages }] };
  const content = pageMapContent([chair, ...mapped]);
  return [await setOwnPart(library, { id: 'page-map', title: 'Page map', isLarge: true }, content, tools)];
}

/** Sets page 1 with lists as long as fit on one page; in large print, which has no such limit, with all that there is. */
async function setChairPage(
  library: Library,
  plan: PackPlan,
  body: readonly SetPart[],
  {
    chairPages,
    frontPages,
    after,
  }: { readonly chairPages: number; readonly frontPages: number; readonly after: number },
  tools: PackTools,
): Promise<SetPart> {
  const { view, version, audience, edition, marking, asOf, places } = plan;
  const isLarge = edition === 'large';
  const first = firstPages(body, chairPages + frontPages).set('front', chairPages + 1);
  const waivers = counted(waiversInForce(library, asOf).length, 'waiver');
  const options: Omit<ChairPageOptions, keyof (typeof chairLengths)[number]> = {
    version,
    isPublic: audience === 'public',
    marking,
    asOf,
    pages: body.reduce((sum, { set }) => sum + set.pages, chairPages + frontPages + after),
    words: body.reduce((sum, { words }) => sum + words, 0),
    standard: `Held to the reporting standard, version ${standardVersion}, with ${waivers} in force.`,
    link: packLinker(places),
    pageOf: (address) => first.get(places.get(address) ?? ''),
  };
  const page = chairPage(library, view, asOf);
  for (const lengths of chairLengths) {
    const content = chairPageView(library, view, page, { ...options, ...lengths });
    const set = await setOwnPart(library, { id: 'chair', title: chairTitle, isLarge }, content, tools);
    if (isLarge || set.set.pages === 1) return set;
  }
  throw new Error(`Page 1 of ${plan.name} does not fit on one page, even with its shortest lists.`);
}
