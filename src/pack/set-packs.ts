import type { Library } from '../library/library.ts';
import type { MeetingView } from '../registers/meetings.ts';
import type { Edition } from './edition.ts';
import { setAround } from './front-parts.ts';
import { type PackInParts, setEdges } from './join-pack.ts';
import { asSetPart, type PackTools, type SetPart } from './parts.ts';
import { type PackToSet, sourcesOf } from './sources.ts';
import type { PartSource } from './typeset/part.ts';
import { typesetParts } from './typeset/typeset.ts';

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
  const edition = standard === undefined ? 'standard' : 'large';
  const plans = await sourcesOf(library, meetings, tools, { audience, edition });
  const sources = plans.flatMap(documentsOf);
  const typeset = await typesetParts(sources, tools.assets, tools.typeset);
  const pagesOf = new Map(typeset.map((set) => [set.id, set]));
  return await Promise.all(
    plans.map(async ({ plan, parts }, index) => {
      const body = parts.flatMap(({ part, source, given }): SetPart[] => {
        if (given !== undefined) return [given];
        const set = pagesOf.get(source.id);
        return set === undefined ? [] : [asSetPart(part, source.html, set)];
      });
      const around = await setAround(library, plan, body, tools, standard?.[index]?.parts);
      const all = [...around.before, ...body, ...around.after];
      return { plan, parts: all, edges: await setEdges(library, plan, all, tools) };
    }),
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
