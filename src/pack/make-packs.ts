import type { Library } from '../library/library.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { bindBooklet } from './booklet.ts';
import { briefContent } from './brief.ts';
import type { Edition } from './edition.ts';
import { beginLoading, joinPack, setEdges } from './join-pack.ts';
import { outlineOf } from './outline.ts';
import { firstPages, type Pack, type PackTools, setOwnPart } from './parts.ts';
import type { PackPlan } from './plan.ts';
import { completePack, setBodies, setPacks } from './set-packs.ts';
import type { ChangesSince } from './since.ts';
import type { Which } from './sources.ts';

/** Which packs of some meetings to make. */
export interface PacksWanted extends Omit<Which, 'edition' | 'linkFor'> {
  /** For the public the library must hold no more than the public may have: see `forPublic`. */
  readonly audience: 'members' | 'public';
  /** Which of each to make; they follow one another by meeting. */
  readonly editions: readonly Edition[];
  /** Of a single meeting, what its pack says of the version before. */
  readonly changes?: ChangesSince;
}

/**
 * Makes the packs of some meetings. All parts of all packs are set together, so that the browser is never idle.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makePacks(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  { editions, changes, ...which }: PacksWanted = { audience: 'members', editions: ['standard'] },
): Promise<Pack[]> {
  const bodies = await setBodies(library, meetings, tools, { ...which, edition: 'standard' });
  const whole = bodies.map((body) => completePack(library, body, tools, { changes }));
  // Waited for one by one: what goes wrong with another meanwhile is told when it is its turn.
  for (const one of whole) one.catch(() => {});
  const large = editions.includes('large')
    ? await setPacks(library, meetings, tools, { ...which, changes }, await Promise.all(whole))
    : [];
  const packs: Pack[] = [];
  // One after the other, since joining takes the memory of all pages of a pack and waits for nothing.
  for (const [index, { body }] of bodies.entries()) {
    if (editions.includes('standard') || editions.includes('booklet')) {
      const loading = beginLoading(body);
      const pack = await whole[index];
      if (pack === undefined) continue;
      const standard = await joinPack(library, pack, outlineOf(pack.parts), tools, loading);
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
  const [body] = await setBodies(library, [view], tools, { audience: 'members', edition: 'standard' });
  if (body === undefined) throw new Error(`The pack of ${view.id} was not set.`);
  const pack = await completePack(library, body, tools);
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
