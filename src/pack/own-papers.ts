import type { Library } from '../library/library.ts';
import { short } from '../registers/dates.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { partDocument } from './document.ts';
import { joinPack, setEdges } from './join-pack.ts';
import { partClass, setPacks } from './make-packs.ts';
import { packLinker } from './pack-linker.ts';
import { partContent } from './part-content.ts';
import { asSetPart, firstPages, type Pack, type PackTools } from './parts.ts';
import type { PackPlan, PlannedPart } from './plan.ts';
import { typesetParts } from './typeset/typeset.ts';

/**
 * Makes each part of a meeting's pack a file of its own, with its cover sheet, and with the reference and the page numbers
 * it has in the pack: page 34 is page 34 in both.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makeOwnPapers(
  library: Library,
  view: MeetingView,
  tools: PackTools,
  audience: 'members' | 'public',
): Promise<Pack[]> {
  const [pack] = await setPacks(library, [view], tools, audience);
  if (pack === undefined) throw new Error(`The pack of ${view.id} was not set.`);
  const { plan } = pack;
  const first = firstPages(pack.parts);
  const of = pack.parts.reduce((sum, { set }) => sum + set.pages, 0);
  const sources = plan.parts.map((part) => ownDocument(library, plan, part));
  const typeset = new Map((await typesetParts(sources, tools.assets, tools.typeset)).map((set) => [set.id, set]));
  const papers: Pack[] = [];
  for (const [index, part] of plan.parts.entries()) {
    const source = sources[index];
    const set = typeset.get(source?.id ?? '');
    const inPack = pack.parts.find(({ id }) => id === part.id);
    const firstPage = first.get(part.id);
    if (source === undefined || set === undefined || inPack === undefined || firstPage === undefined) {
      throw new Error(`Part "${part.id}" of ${plan.name} was not set.`);
    }
    // Only its links differ, and they take no room.
    if (set.pages !== inPack.set.pages)
      throw new Error(`Part "${part.id}" has other pages by itself than in its pack.`);
    const parts = [asSetPart(part, source.html, set)];
    const own: PackPlan = { ...plan, edition: 'paper', name: `${plan.name}-${part.id}` };
    const edges = await setEdges(library, own, parts, tools, { firstPage, of });
    const title = `${part.reference}: ${part.title}`;
    const whole = {
      plan: own,
      parts,
      edges,
      firstPage,
      title: `${title}. ${view.board.data.name}, ${short(view.date)}`,
    };
    papers.push(await joinPack(library, whole, [{ title, page: 0, children: [] }], tools));
  }
  return papers;
}

/** The document of a part in which links lead to the part itself and nowhere else, since nothing else is in its file. */
function ownDocument(library: Library, plan: PackPlan, part: PlannedPart) {
  const link = packLinker(new Map([...plan.places].filter(([, id]) => id === part.id)));
  const content = partContent(library, plan, part, link);
  const { language } = library.organisation;
  return partDocument(`${plan.name}/${part.id}`, language, part.title, content, partClass(part.subject));
}
