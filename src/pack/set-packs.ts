import type { Library } from '../library/library.ts';
import { highestMarking } from '../library/markings.ts';
import type { MeetingView } from '../registers/meetings.ts';
import type { Edition } from './edition.ts';
import { type PackInParts, setEdges } from './join-pack.ts';
import { asSetPart, type PackTools, type SetPart } from './parts.ts';
import type { PackPlan } from './plan.ts';
import { type Beside, setAround } from './set-front.ts';
import { type PackToSet, sourcesOf, type Which } from './sources.ts';
import type { PartSource } from './typeset/part.ts';
import { typesetParts } from './typeset/typeset.ts';

/** A pack of which all has been set but what follows from where its parts come to stand. */
export interface PackBody {
  readonly plan: PackPlan;
  readonly body: readonly SetPart[];
}

/** Sets the parts of the packs of some meetings that have to be read, all together. */
export async function setBodies(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  which: Which,
): Promise<PackBody[]> {
  return await setSources(await sourcesOf(library, meetings, tools, which), tools);
}

/** Sets the parts of some packs whose documents have been made, all together. */
export async function setSources(plans: readonly PackToSet[], tools: PackTools): Promise<PackBody[]> {
  const typeset = await typesetParts(plans.flatMap(documentsOf), tools.assets, tools.typeset);
  const pagesOf = new Map(typeset.map((set) => [set.id, set]));
  return plans.map(({ plan, parts }) => {
    const body = parts.flatMap(({ part, source, given }): SetPart[] => {
      if (given !== undefined) return [given];
      const set = pagesOf.get(source.id);
      return set === undefined ? [] : [asSetPart(part, source.html, set, tools.assets)];
    });
    return { plan, body };
  });
}

/** Sets what stands around the body of a pack, and the edges of all its pages. */
export async function completePack(
  library: Library,
  { plan: planned, body }: PackBody,
  tools: PackTools,
  beside: Beside = {},
): Promise<PackInParts> {
  const { changes } = beside;
  const plan = changes ? { ...planned, marking: highestMarking([changes.marking], planned.marking) } : planned;
  const around = await setAround(library, plan, body, tools, beside);
  const parts = [...around.before, ...body, ...around.after];
  return { plan, parts, edges: await setEdges(library, plan, parts, tools) };
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
  { changes, ...which }: Omit<Which, 'edition'> & Pick<Beside, 'changes'>,
  standard?: readonly PackInParts[],
): Promise<PackInParts[]> {
  const edition = standard === undefined ? 'standard' : 'large';
  const bodies = await setBodies(library, meetings, tools, { ...which, edition });
  return await Promise.all(
    bodies.map((body, index) => completePack(library, body, tools, { changes, standard: standard?.[index]?.parts })),
  );
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
  const plans = await Promise.all(set.map((edition) => sourcesOf(library, meetings, tools, { audience, edition })));
  const sources = plans.flat().flatMap(documentsOf);
  // The same document may be a part of several packs.
  const all = [...new Map(sources.map((source) => [source.html, source])).values()];
  const share = all.filter((_, at) => at % of === index - 1);
  await typesetParts(share, tools.assets, tools.typeset);
  return { share: share.length, all: all.length };
}

/** The documents of a pack that are still to be set. */
function documentsOf({ parts }: PackToSet): PartSource[] {
  return parts.flatMap(({ source }) => source ?? []);
}
