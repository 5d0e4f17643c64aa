import type { Library } from '../library/library.ts';
import { short } from '../registers/dates.ts';
import type { MeetingView } from '../registers/meetings.ts';
import type { Linker } from '../views/linker.ts';
import { joinPack, setEdges } from './join-pack.ts';
import { numbered } from './numbering.ts';
import { outlineOf } from './outline.ts';
import { packLinker } from './pack-linker.ts';
import { asSetPart, firstPages, type Pack, type PackTools, type SetPart } from './parts.ts';
import type { PackPlan, PlannedPart } from './plan.ts';
import { setPacks } from './set-packs.ts';
import { sourcesOf, type Which } from './sources.ts';
import { typesetParts } from './typeset/typeset.ts';

/**
 * Makes each paper, report and appendix of a meeting's pack a file of its own, with its cover sheet, its annexes, and the
 * reference and page numbers it has in the pack: page 34 is page 34 in both.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makeOwnPapers(
  library: Library,
  view: MeetingView,
  tools: PackTools,
  which: Omit<Which, 'edition' | 'linkFor'>,
): Promise<Pack[]> {
  const [pack] = await setPacks(library, [view], tools, which);
  if (pack === undefined) throw new Error(`The pack of ${view.id} was not set.`);
  const first = firstPages(pack.parts);
  const of = pack.parts.reduce((sum, { set }) => sum + set.pages, 0);
  const [alone] = await sourcesOf(library, [view], tools, { ...which, edition: 'standard', linkFor: withinItself });
  if (alone === undefined) throw new Error(`The pack of ${view.id} was not planned.`);
  const { plan } = alone;
  const sources = alone.parts.flatMap(({ source }) => source ?? []);
  const typeset = new Map((await typesetParts(sources, tools.assets, tools.typeset)).map((set) => [set.id, set]));
  const all = alone.parts.map(({ part, source, given }): SetPart => {
    const set = typeset.get(source?.id ?? '');
    const own = given ?? (source && set && asSetPart(part, source.html, set, tools.assets));
    if (own === undefined) throw new Error(`Part "${part.id}" of ${plan.name} was not set.`);
    // Only its links differ, and they take no room.
    if (own.set.pages !== pack.parts.find(({ id }) => id === part.id)?.set.pages) {
      throw new Error(`Part "${part.id}" has other pages by itself than in its pack.`);
    }
    return own;
  });
  const papers: Pack[] = [];
  for (const paper of all.filter(({ annexOf }) => annexOf === undefined)) {
    const parts = [paper, ...all.filter(({ annexOf }) => annexOf === paper.id)];
    const own: PackPlan = { ...plan, edition: 'paper', name: `${plan.name}-${paper.id}` };
    const firstPage = first.get(paper.id);
    if (firstPage === undefined) throw new Error(`Part "${paper.id}" is not in the pack.`);
    const count = parts.reduce((sum, { set }) => sum + set.pages, 0);
    const numbers = numbered(count, { first: firstPage, of });
    const edges = await setEdges(library, own, parts, tools, numbers);
    const title = `${paper.reference}: ${paper.title}. ${view.board.data.name}, ${short(view.date)}`;
    papers.push(await joinPack(library, { plan: own, parts, edges, numbers, title }, outlineOf(parts), tools));
  }
  return papers;
}

/** Links of a paper lead to the paper itself and nowhere else, since nothing else is in its file. */
function withinItself({ places }: PackPlan, { id, annexOf = id }: PlannedPart): Linker {
  const own = ([, place]: readonly [string, string]) => place === annexOf || place.startsWith(`${annexOf}-annex-`);
  return packLinker(new Map([...places].filter(own)));
}
