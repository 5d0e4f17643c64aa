import type { Library } from '../library/library.ts';
import { chairPage } from '../registers/chair-page.ts';
import { standardVersion } from '../rules/standard.ts';
import { waiversInForce } from '../rules/waivers.ts';
import { type ChairPageOptions, chairLengths, chairPageView } from '../views/chair-page.ts';
import { counted } from '../views/words.ts';
import { frontContent } from './front.ts';
import { packLinker } from './pack-linker.ts';
import { firstPages, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import type { PackPlan } from './plan.ts';

/** Pages that agenda and contents of most packs have together. */
const usualPages = 2;

/**
 * Sets what comes before the papers of a pack: page 1 for the chair, then agenda and contents. The
 * contents speak of pages that follow from how long they are themselves, so they are set for the usual length, and again
 * where that was wrong.
 */
export async function setFront(
  library: Library,
  plan: PackPlan,
  body: readonly SetPart[],
  tools: PackTools,
): Promise<SetPart[]> {
  const setContents = (frontPages: number): Promise<SetPart> => {
    const content = frontContent(library, plan, body, 1 + frontPages);
    return setOwnPart(library, { id: 'front', title: 'Agenda and contents' }, content, tools);
  };
  const first = await setContents(usualPages);
  const { pages } = first.set;
  const [chair, front] = await Promise.all([
    setChairPage(library, plan, body, pages, tools),
    pages === usualPages ? first : setContents(pages),
  ]);
  if (front.set.pages !== pages) throw new Error(`The contents of ${plan.name} change their length with each print.`);
  return [chair, front];
}

/** Sets page 1 with lists as long as fit on one page. */
async function setChairPage(
  library: Library,
  plan: PackPlan,
  body: readonly SetPart[],
  frontPages: number,
  tools: PackTools,
): Promise<SetPart> {
  const { view, version, audience, marking, asOf, places } = plan;
  const first = firstPages(body, 1 + frontPages).set('front', 2);
  const waivers = counted(waiversInForce(library, asOf).length, 'waiver');
  const options: Omit<ChairPageOptions, keyof (typeof chairLengths)[number]> = {
    version,
    isPublic: audience === 'public',
    marking,
    asOf,
    pages: body.reduce((sum, { set }) => sum + set.pages, 1 + frontPages),
    words: body.reduce((sum, { words }) => sum + words, 0),
    standard: `Held to the reporting standard, version ${standardVersion}, with ${waivers} in force.`,
    link: packLinker(places),
    pageOf: (address) => first.get(places.get(address) ?? ''),
  };
  const page = chairPage(library, view, asOf);
  for (const lengths of chairLengths) {
    const content = chairPageView(library, view, page, { ...options, ...lengths });
    const set = await setOwnPart(library, { id: 'chair', title: 'Page 1 for the chair' }, content, tools);
    if (set.set.pages === 1) return set;
  }
  throw new Error(`Page 1 of ${plan.name} does not fit on one page, even with its shortest lists.`);
}
