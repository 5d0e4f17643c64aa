import type { Library } from '../library/library.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { registerViews } from '../views/registers/registry.ts';
import { briefContent } from './brief.ts';
import { partDocument } from './document.ts';
import { setFront } from './front-parts.ts';
import { beginLoading, joinPack, type PackInParts, setEdges } from './join-pack.ts';
import { packLinker } from './pack-linker.ts';
import { partContent } from './part-content.ts';
import { asSetPart, firstPages, type Pack, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import type { Assembly } from './pdf/assemble.ts';
import { type PackPlan, planPack } from './plan.ts';
import type { PartSubject } from './subject.ts';
import { typesetParts } from './typeset/typeset.ts';

/** The class of a part's document, which the print style chooses its pages by. */
function partClass(subject: PartSubject): string {
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
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makePacks(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  audience: 'members' | 'public' = 'members',
): Promise<Pack[]> {
  const bodies = await setBodies(library, meetings, tools, audience);
  const whole = bodies.map((body) => setAround(library, body, tools));
  // Waited for one by one: what goes wrong with another meanwhile is told when it is its turn.
  for (const one of whole) one.catch(() => {});
  const packs: Pack[] = [];
  // One after the other, since joining takes the memory of all pages of a pack and waits for nothing.
  for (const [index, { body }] of bodies.entries()) {
    const loading = beginLoading(body);
    const pack = await whole[index];
    if (pack !== undefined) packs.push(await joinPack(library, pack, outlineOf(pack.parts), tools, loading));
  }
  return packs;
}

/**
 * Makes the brief that the chair of a meeting alone reads. It names pages of the members' pack, whose parts are set for it.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makeChairBrief(library: Library, view: MeetingView, tools: PackTools): Promise<Pack> {
  const [body] = await setBodies(library, [view], tools, 'members');
  if (body === undefined) throw new Error(`The pack of ${view.id} was not set.`);
  const pack = { plan: body.plan, parts: [...(await setFront(library, body.plan, body.body, tools)), ...body.body] };
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

/** A pack of which all has been set but what follows from where its parts come to stand. */
interface PackBody {
  readonly plan: PackPlan;
  readonly body: readonly SetPart[];
}

async function setBodies(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  audience: 'members' | 'public',
): Promise<PackBody[]> {
  const { language } = library.organisation;
  const plans = meetings.map((view) => {
    const plan = planPack(library, view, audience);
    const link = packLinker(plan.places);
    const parts = plan.parts.map((part) => {
      const content = partContent(library, plan, part, link);
      const source = partDocument(`${plan.name}/${part.id}`, language, part.title, content, partClass(part.subject));
      return { part, source };
    });
    return { plan, parts };
  });
  const sources = plans.flatMap(({ parts }) => parts.map(({ source }) => source));
  const typeset = await typesetParts(sources, tools.assets, tools.typeset);
  const pagesOf = new Map(typeset.map((set) => [set.id, set]));
  return plans.map(({ plan, parts }) => {
    const body = parts.flatMap(({ part, source }): SetPart[] => {
      const set = pagesOf.get(source.id);
      return set === undefined ? [] : [asSetPart(part, source.html, set)];
    });
    return { plan, body };
  });
}

/** Sets what comes before the body of a pack, and the edges of all its pages. */
async function setAround(library: Library, { plan, body }: PackBody, tools: PackTools): Promise<PackInParts> {
  const parts = [...(await setFront(library, plan, body, tools)), ...body];
  return { plan, parts, edges: await setEdges(library, plan, parts, tools) };
}

/** Page 1, agenda and contents, then the parts under the references they have on the agenda. */
function outlineOf(parts: readonly SetPart[]): Assembly['outline'] {
  const first = firstPages(parts);
  const entry = (title: string, page: number) => ({ title, page: page - 1, children: [] });
  return parts.flatMap(({ id, reference, title, set }) => {
    const page = first.get(id) ?? 1;
    if (id === 'chair') return [entry('For the chair', page)];
    if (id === 'front') return [entry('Agenda', page), entry('Contents', page + (set.destinations.contents ?? 0))];
    return [entry(`${reference}: ${title}`, page)];
  });
}
