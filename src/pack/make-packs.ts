import type { Library } from '../library/library.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { registerViews } from '../views/registers/registry.ts';
import { bindBooklet } from './booklet.ts';
import { briefContent } from './brief.ts';
import { partDocument } from './document.ts';
import { type Edition, inEdition } from './edition.ts';
import { setAround } from './front-parts.ts';
import { joinPack, type PackInParts, setEdges } from './join-pack.ts';
import { packLinker } from './pack-linker.ts';
import { partContent } from './part-content.ts';
import { asSetPart, firstPages, type Pack, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import type { Assembly } from './pdf/assemble.ts';
import { type PackPlan, type PlannedPart, planPack } from './plan.ts';
import type { PartSubject } from './subject.ts';
import type { PartSource } from './typeset/part.ts';
import { typesetParts } from './typeset/typeset.ts';

/** The class of a part's document, which the print style chooses its pages by. */
export function partClass(subject: PartSubject): string {
  const isWide =
    subject.kind === 'action-log' ||
    subject.kind === 'outstanding-actions' ||
    (subject.kind === 'register' && 'wide' in registerViews[subject.register]);
  return isWide ? `${subject.kind} wide` : subject.kind;
}

/**
 * Makes the packs of some meetings. All parts of all packs are set together, so that the browser is never idle.
 *
 * @param audience for the public the library must hold no more than the public may have: see `forPublic`
 * @param editions which of each to make; they follow one another by meeting
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makePacks(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  audience: 'members' | 'public' = 'members',
  editions: readonly Edition[] = ['standard'],
): Promise<Pack[]> {
  const all = await setPacks(library, meetings, tools, audience);
  const large = editions.includes('large') ? await setPacks(library, meetings, tools, audience, all) : [];
  const packs: Pack[] = [];
  // One after the other, since joining takes the memory of all pages of a pack and waits for nothing.
  for (const [index, pack] of all.entries()) {
    if (editions.includes('standard') || editions.includes('booklet')) {
      const standard = await joinPack(library, pack, outlineOf(pack.parts), tools);
      if (editions.includes('standard')) packs.push(standard);
      if (editions.includes('booklet')) packs.push(await bindBooklet(library, standard));
    }
    const enlarged = large[index];
    if (enlarged !== undefined) packs.push(await joinPack(library, enlarged, outlineOf(enlarged.parts), tools));
  }
  return packs;
}

/**
 * Makes the brief that the chair of a meeting alone reads. It names pages of the members' pack, whose parts are set for it.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makeChairBrief(library: Library, view: MeetingView, tools: PackTools): Promise<Pack> {
  const [pack] = await setPacks(library, [view], tools, 'members');
  if (pack === undefined) throw new Error(`The pack of ${view.id} was not set.`);
  const plan: PackPlan = { ...pack.plan, audience: 'chair', name: `${pack.plan.name}-chair-brief` };
  const first = firstPages(pack.parts);
  const pageOf = (item: string): number | undefined => first.get(plan.places.get(`item:${view.id}/${item}`) ?? '');
  const brief = await setOwnPart(
    library,
    { id: 'brief', title: 'Brief for the chair' },
    briefContent(library, plan, pageOf),
    tools,
  );
  const parts = [{ ...brief, flag: 'For the chair only' }];
  const edges = await setEdges(library, plan, parts, tools);
  return await joinPack(library, { plan, parts, edges }, [{ title: brief.title, page: 0, children: [] }], tools);
}

/** One of several shares that packs are typeset in, each by another process or machine. */
export interface Share {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/**
 * Sets a share of the parts of some packs and keeps them in the cache, where whoever makes the packs finds them. All shares
 * together are all parts, each set once; what belongs to one pack alone, such as its contents, is set when it is made.
 *
 * @returns how many parts the share has, and how many there are
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function setShare(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  audience: 'members' | 'public',
  { index, of }: Share,
  editions: readonly Edition[] = ['standard'],
): Promise<{ share: number; all: number }> {
  // All other editions are made from the standard one, or beside it.
  const set = editions.includes('large') ? (['standard', 'large'] as const) : (['standard'] as const);
  const plans = set.flatMap((edition) => sourcesOf(library, meetings, audience, edition));
  const sources = plans.flatMap(({ parts }) => parts.map(({ source }) => source));
  // The same document may be a part of several packs.
  const all = [...new Map(sources.map((source) => [source.html, source])).values()];
  const share = all.filter((_, at) => at % of === index - 1);
  await typesetParts(share, tools.assets, tools.typeset);
  return { share: share.length, all: all.length };
}

/** The documents that the parts of some packs are set from. */
function sourcesOf(
  library: Library,
  meetings: readonly MeetingView[],
  audience: 'members' | 'public',
  edition: 'standard' | 'large',
): { plan: PackPlan; parts: { part: PlannedPart; source: PartSource }[] }[] {
  const { language } = library.organisation;
  const isLarge = edition === 'large';
  return meetings.map((view) => {
    const planned = planPack(library, view, audience);
    const plan = isLarge ? inEdition(planned, 'large') : planned;
    const link = packLinker(plan.places);
    const parts = plan.parts.map((part) => {
      const content = partContent(library, plan, part, link);
      const id = `${plan.name}/${part.id}`;
      const source = partDocument(id, language, part.title, content, partClass(part.subject), isLarge);
      return { part, source };
    });
    return { plan, parts };
  });
}

/**
 * Sets all parts of the packs of some meetings.
 *
 * @param standard the same packs in the standard edition, when those in large print are to be set
 */
export async function setPacks(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  audience: 'members' | 'public',
  standard?: readonly PackInParts[],
): Promise<PackInParts[]> {
  const plans = sourcesOf(library, meetings, audience, standard === undefined ? 'standard' : 'large');
  const sources = plans.flatMap(({ parts }) => parts.map(({ source }) => source));
  const typeset = await typesetParts(sources, tools.assets, tools.typeset);
  const pagesOf = new Map(typeset.map((set) => [set.id, set]));
  return await Promise.all(
    plans.map(async ({ plan, parts }, index) => {
      const body = parts.flatMap(({ part, source }): SetPart[] => {
        const set = pagesOf.get(source.id);
        return set === undefined ? [] : [asSetPart(part, source.html, set)];
      });
      const around = await setAround(library, plan, body, tools, standard?.[index]?.parts);
      const all = [...around.before, ...body, ...around.after];
      return { plan, parts: all, edges: await setEdges(library, plan, all, tools) };
    }),
  );
}

/** Page 1, agenda and contents, then the parts under the references they have on the agenda. */
function outlineOf(parts: readonly SetPart[]): Assembly['outline'] {
  const first = firstPages(parts);
  const entry = (title: string, page: number) => ({ title, page: page - 1, children: [] });
  return parts.flatMap(({ id, reference, title, set }) => {
    const page = first.get(id) ?? 1;
    if (id === 'chair') return [entry('For the chair', page)];
    if (id === 'front') return [entry('Agenda', page), entry('Contents', page + (set.destinations.contents ?? 0))];
    return [entry(reference === '' ? title : `${reference}: ${title}`, page)];
  });
}
