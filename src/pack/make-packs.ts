import type { Library } from '../library/library.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { registerViews } from '../views/registers/registry.ts';
import { type AnnexTable, isWideTable } from './annex-table.ts';
import { givenPart, readAnnexes } from './annexes.ts';
import { briefContent } from './brief.ts';
import { partDocument } from './document.ts';
import { setFront } from './front-parts.ts';
import { joinPack, type PackInParts, setEdges } from './join-pack.ts';
import { packLinker } from './pack-linker.ts';
import { partContent } from './part-content.ts';
import { asSetPart, firstPages, type Pack, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import type { Assembly } from './pdf/assemble.ts';
import { type PackPlan, planPack } from './plan.ts';
import type { PartSubject } from './subject.ts';
import { typesetParts } from './typeset/typeset.ts';

/** The class of a part's document, which the print style chooses its pages by. */
function partClass(subject: PartSubject, annexTable: AnnexTable | undefined): string {
  const isWide =
    subject.kind === 'action-log' ||
    subject.kind === 'outstanding-actions' ||
    (annexTable !== undefined && isWideTable(annexTable)) ||
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
  const all = await setPacks(library, meetings, tools, audience);
  const packs: Pack[] = [];
  // One after the other, since joining takes the memory of all pages of a pack and waits for nothing.
  for (const pack of all) packs.push(await joinPack(library, pack, outlineOf(pack.parts), tools));
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

async function setPacks(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  audience: 'members' | 'public',
): Promise<PackInParts[]> {
  const { language } = library.organisation;
  const planned = meetings.map((view) => planPack(library, view, audience));
  const annexes = await readAnnexes(planned, tools);
  const plans = planned.map((plan) => {
    const link = packLinker(plan.places);
    const parts = plan.parts.map((part) => {
      const id = `${plan.name}/${part.id}`;
      const given = annexes.pdfs.get(id);
      if (given !== undefined) return { part, given: givenPart(part, id, given) };
      const annexTable = annexes.tables.get(id);
      const content = partContent(library, plan, part, { link, annexTable });
      return { part, source: partDocument(id, language, part.title, content, partClass(part.subject, annexTable)) };
    });
    return { plan, parts };
  });
  const sources = plans.flatMap(({ parts }) => parts.flatMap(({ source }) => source ?? []));
  const typeset = await typesetParts(sources, tools.assets, tools.typeset);
  const pagesOf = new Map(typeset.map((set) => [set.id, set]));
  return await Promise.all(
    plans.map(async ({ plan, parts }) => {
      const body = parts.flatMap(({ part, source, given }): SetPart[] => {
        if (given !== undefined) return [given];
        const set = pagesOf.get(source.id);
        return set === undefined ? [] : [asSetPart(part, source.html, set)];
      });
      const all = [...(await setFront(library, plan, body, tools)), ...body];
      return { plan, parts: all, edges: await setEdges(library, plan, all, tools) };
    }),
  );
}

/**
 * Page 1, agenda and contents, then the parts under the references they have on the agenda; annexes under their paper, and
 * the bookmarks of a file that is an annex under that.
 */
function outlineOf(parts: readonly SetPart[]): Assembly['outline'] {
  const first = firstPages(parts);
  const entry = (title: string, page: number) => ({ title, page: page - 1, children: [] });
  const entryOf = ({ id, reference, title, set, bookmarks = [] }: SetPart): Assembly['outline'] => {
    const page = first.get(id) ?? 1;
    if (id === 'chair') return [entry('For the chair', page)];
    if (id === 'front') return [entry('Agenda', page), entry('Contents', page + (set.destinations.contents ?? 0))];
    const annexes = parts.filter(({ annexOf }) => annexOf === id).flatMap(entryOf);
    const children = [...annexes, ...moved(bookmarks, page - 1)];
    return [{ title: `${reference}: ${title}`, page: page - 1, children }];
  };
  return parts.filter(({ annexOf }) => annexOf === undefined).flatMap(entryOf);
}

/** Bookmarks of a file, as many pages on as come before it. */
function moved(bookmarks: Assembly['outline'], by: number): Assembly['outline'] {
  return bookmarks.map(({ title, page, children }) => ({ title, page: page + by, children: moved(children, by) }));
}
