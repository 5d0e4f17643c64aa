import type { Library } from '../library/library.ts';
import { chairLengths } from '../views/chair-page.ts';
import { changesPart, ownParts } from '../views/front-parts.ts';
import { origin } from './browser/tab.ts';
import { contentsRow, frontContent, frontTitle } from './front-content.ts';
import { packLinker } from './pack-linker.ts';
import { mapParts } from './page-map.ts';
import { pageMapContent } from './page-map-view.ts';
import { chairTitle, pageOne } from './page-one.ts';
import { factsOfParts, firstPages, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import type { PackPlan } from './plan.ts';
import { type ChangesSince, changesTitle, type Since } from './since.ts';

/** Pages that agenda and contents of most packs have together. */
const usualPages = 2;

/** What a pack is read beside, and speaks of. */
export interface Beside {
  /** The parts of the same pack in the standard edition, for the page map of another. */
  readonly standard?: readonly SetPart[] | undefined;
  /** The version before. */
  readonly changes?: ChangesSince | undefined;
}

/** What stands around the papers of a pack. */
export interface Around {
  /** Page 1 for the chair, what has changed since the version before, then agenda and contents. */
  readonly before: readonly SetPart[];
  /** The page map of an edition that is read beside the standard one. */
  readonly after: readonly SetPart[];
}

/** How many pages each of the parts before the papers has. */
export interface Lengths {
  readonly chair: number;
  readonly changes: number;
  readonly front: number;
}

/**
 * Sets what comes before the papers of a pack and what comes after them. All speak of pages that follow from how long they
 * are themselves, so they are set for the usual lengths, and again where those were wrong.
 */
export async function setAround(
  library: Library,
  plan: PackPlan,
  body: readonly SetPart[],
  tools: PackTools,
  { standard, changes }: Beside = {},
): Promise<Around> {
  const read = body.reduce((sum, { set }) => sum + set.pages, 0);
  let lengths: Lengths = { chair: 1, changes: changes === undefined ? 0 : 1, front: usualPages };
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const before = lengths.chair + lengths.changes + lengths.front;
    const mapPage = standard === undefined ? undefined : before + read + 1;
    const isLarge = plan.edition === 'large';
    const front = await setContents(library, plan, body, { before, mapPage, isLarge }, tools);
    lengths = { ...lengths, front: front.set.pages };
    if (before !== sumOf(lengths)) continue;
    const changed = await setChanges(library, plan, [front, ...body], lengths, changes, tools);
    const map = await setPageMap(library, { lengths, changed, front, body, standard }, tools);
    const after = map.reduce((sum, { set }) => sum + set.pages, 0);
    const since = changes && {
      version: changes.version,
      lines: changes.lines,
      page: String(lengths.chair + 1),
      address: `${origin}/${changesPart}`,
    };
    const chair = await setChairPage(library, plan, body, { lengths, after, since }, tools);
    lengths = { ...lengths, chair: chair.set.pages, changes: changed[0]?.set.pages ?? 0 };
    if (before === sumOf(lengths)) return { before: [chair, ...changed, front], after: map };
  }
  throw new Error(`The contents of ${plan.name} change their length with each print.`);
}

/**
 * Sets the agenda and the contents.
 *
 * @param before how many pages come before the first part of the body
 * @param mapPage the page that the page map begins on, in an edition that has one
 */
export async function setContents(
  library: Library,
  { view, places }: PackPlan,
  body: readonly SetPart[],
  {
    before,
    mapPage,
    isLarge = false,
  }: { readonly before: number; readonly mapPage?: number | undefined; readonly isLarge?: boolean },
  tools: PackTools,
): Promise<SetPart> {
  const parts = factsOfParts(body, before);
  const content = frontContent(library, view, {
    link: packLinker(places),
    parts,
    rows: parts.map((part) => contentsRow(part, `${origin}/${part.id}`)),
    map: mapPage === undefined ? undefined : { address: `${origin}/page-map`, page: mapPage },
  });
  return await setOwnPart(library, { id: 'front', title: frontTitle, isLarge }, content, tools);
}

function sumOf({ chair, changes, front }: Lengths): number {
  return chair + changes + front;
}

/** What has changed since the version before, or nothing where there was none. */
async function setChanges(
  library: Library,
  { edition }: PackPlan,
  parts: readonly SetPart[],
  lengths: Lengths,
  changes: ChangesSince | undefined,
  tools: PackTools,
): Promise<SetPart[]> {
  if (changes === undefined) return [];
  const isLarge = edition === 'large';
  const before = lengths.chair + lengths.changes;
  const content = await changes.content(parts, before, isLarge ? 'large' : 'standard');
  const title = changesTitle(changes.version);
  return [await setOwnPart(library, { id: changesPart, title, isLarge }, content, tools)];
}

/** The page map, or nothing where there is no other edition to map. */
async function setPageMap(
  library: Library,
  {
    lengths,
    changed,
    front,
    body,
    standard,
  }: {
    readonly lengths: Lengths;
    readonly changed: readonly SetPart[];
    readonly front: SetPart;
    readonly body: readonly SetPart[];
    readonly standard: readonly SetPart[] | undefined;
  },
  tools: PackTools,
): Promise<SetPart[]> {
  if (standard === undefined) return [];
  const here = firstPages([...changed, front, ...body], lengths.chair);
  const there = firstPages(standard);
  const mapped = await mapParts(
    standard.filter(({ id }) => !ownParts.includes(id)),
    there,
    [front, ...body],
    here,
  );
  const own = standard.flatMap(({ id, title, set }) => {
    if (!ownParts.includes(id)) return [];
    const [at, to, pages] =
      id === 'chair' ? [1, 1, lengths.chair] : [there.get(id) ?? 1, here.get(id) ?? 1, lengths.changes];
    const rows = Array.from({ length: set.pages }, (_, nth) => ({ page: at + nth, from: to, to: to + pages - 1 }));
    return [{ reference: '', title, pages: rows }];
  });
  const content = pageMapContent([...own, ...mapped]);
  return [await setOwnPart(library, { id: 'page-map', title: 'Page map', isLarge: true }, content, tools)];
}

/** Sets page 1 with lists as long as fit on one page; in large print, which has no such limit, with all that there is. */
export async function setChairPage(
  library: Library,
  plan: PackPlan,
  body: readonly SetPart[],
  { lengths, after, since }: { readonly lengths: Lengths; readonly after: number; readonly since: Since | undefined },
  tools: PackTools,
): Promise<SetPart> {
  const { edition, places } = plan;
  const isLarge = edition === 'large';
  const before = sumOf(lengths);
  const first = firstPages(body, before).set('front', before - lengths.front + 1);
  const contentOf = pageOne(library, plan, {
    pages: body.reduce((sum, { set }) => sum + set.pages, before + after),
    words: body.reduce((sum, { words }) => sum + words, 0),
    link: packLinker(places),
    pageOf: (address) => first.get(places.get(address) ?? ''),
    ...(since && { since }),
  });
  for (const lengths of chairLengths) {
    const set = await setOwnPart(library, { id: 'chair', title: chairTitle, isLarge }, contentOf(lengths), tools);
    if (isLarge || set.set.pages === 1) return set;
  }
  throw new Error(`Page 1 of ${plan.name} does not fit on one page, even with its shortest lists.`);
}
