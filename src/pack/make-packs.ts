import type { Library } from '../library/library.ts';
import { short } from '../registers/dates.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { origin } from './browser/tab.ts';
import { partDocument } from './document.ts';
import { type ContentsRow, frontContent } from './front.ts';
import { furnitureContent, type PageFurniture } from './furniture.ts';
import { describePack, type Manifest } from './manifest.ts';
import { packLinker } from './pack-linker.ts';
import { partContent } from './part-content.ts';
import { assemble } from './pdf/assemble.ts';
import { readFacts } from './pdf/facts.ts';
import { type PackPlan, planPack } from './plan.ts';
import type { Asset, TypesetPart } from './typeset/part.ts';
import { type TypesetOptions, typesetParts } from './typeset/typeset.ts';

/** A pack, ready to be written. */
export interface Pack {
  readonly plan: PackPlan;
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly manifest: Manifest;
}

/** What packs are made with. */
export interface PackTools {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly typeset: TypesetOptions;
  /** Name and version of this program, as the manifest has it. */
  readonly generator: string;
}

/**
 * Makes the packs of some meetings. All parts of all packs are set together, so that the browser is never idle.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makePacks(library: Library, meetings: readonly MeetingView[], tools: PackTools): Promise<Pack[]> {
  const plans = meetings.map((view) => planPack(library, view));
  const sources = plans.flatMap((plan) =>
    plan.parts.map((part) => {
      const content = partContent(library, plan, part, packLinker(plan.places));
      const id = `${plan.name}/${part.id}`;
      return partDocument(id, library.organisation.language, part.title, content, part.subject.kind);
    }),
  );
  const set = await typesetParts(sources, tools.assets, tools.typeset);
  const packs: Pack[] = [];
  for (const plan of plans) packs.push(await joinPack(library, plan, set.splice(0, plan.parts.length), tools));
  return packs;
}

async function joinPack(library: Library, plan: PackPlan, body: TypesetPart[], tools: PackTools): Promise<Pack> {
  const { typeset, assets } = tools;
  const { name, language } = library.organisation;
  const title = `${plan.view.board.data.name}, ${short(plan.view.date)}: board pack`;
  // Progress is told of the parts; the few pages around them take no time that anyone would wait for.
  const quiet = { ...typeset, onProgress: () => undefined };
  const setOne = async (id: string, heading: string, content: Parameters<typeof partDocument>[3]) => {
    const [part] = await typesetParts([partDocument(id, language, heading, content, id)], assets, quiet);
    if (part === undefined) throw new Error(`Part "${id}" was not set.`);
    return part;
  };
  const bodyPages = body.reduce((sum, part) => sum + part.pages, 0);
  const setFront = (before: number) =>
    setOne('front', title, frontContent(library, plan, contentsRows(plan, body, before), before + bodyPages));
  // The front is set once to learn its own length, and again with the page numbers that follow from it.
  const draft = await setFront(1);
  const front = draft.pages === 1 ? draft : await setFront(draft.pages);
  const parts = [front, ...body];
  const pages = front.pages + bodyPages;
  const furniture = await setOne('furniture', title, furnitureContent(await edges(plan, parts, pages)));
  const contents = contentsRows(plan, body, front.pages);
  const manifest = describePack(plan, tools.generator, [
    { id: 'front', reference: '', title: 'Agenda and contents', set: front },
    ...plan.parts.map((part, index) => ({ ...part, set: body[index] ?? front })),
  ]);
  const { pdf, deadLinks } = await assemble({
    parts: [
      { id: 'front', pdf: front.pdf },
      ...plan.parts.map(({ id }, index) => ({ id, pdf: body[index]?.pdf ?? front.pdf })),
    ],
    overlay: furniture.pdf,
    pageLabels: Array.from({ length: pages }, (_, index) => String(index + 1)),
    outline: [
      { title: 'Agenda', page: front.destinations.agenda ?? 0, children: [] },
      { title: 'Contents', page: front.destinations.contents ?? 0, children: [] },
      ...contents.map(({ reference, title: heading, page }) => ({
        title: reference === '' ? heading : `${reference}: ${heading}`,
        page: page - 1,
        children: [],
      })),
    ],
    metadata: {
      title,
      language,
      author: name,
      subject: plan.marking,
      date: plan.asOf,
      creator: tools.generator,
      producer: tools.generator,
    },
    attachments: [
      {
        name: 'manifest.json',
        type: 'application/json',
        description: 'What this pack is made of',
        data: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
      },
    ],
    origin,
  });
  const dead = deadLinks[0];
  if (dead !== undefined)
    throw new Error(`Page ${dead.page + 1} of ${plan.name} links to ${dead.target}, which is not there.`);
  return { plan, pdf, pages, manifest };
}

function contentsRows(plan: PackPlan, body: readonly TypesetPart[], before: number): ContentsRow[] {
  let page = before + 1;
  return plan.parts.map(({ id, reference, title }, index) => {
    const row = { part: id, reference, title, page };
    page += body[index]?.pages ?? 0;
    return row;
  });
}

/** What runs along the edges of each page, in order. */
async function edges(plan: PackPlan, parts: readonly TypesetPart[], pages: number): Promise<PageFurniture[]> {
  const pack = `${plan.view.board.data.name}, ${short(plan.view.date)}, ${plan.version}`;
  const sizes = (await Promise.all(parts.map(async (part) => (await readFacts(part.pdf)).sizes))).map(
    (list, index) => ({
      list,
      planned: plan.parts[index - 1],
    }),
  );
  return sizes
    .flatMap(({ list, planned }) => list.map((size) => ({ size, planned })))
    .map(({ size, planned }, index) => ({
      marking: plan.marking,
      reference: planned?.reference ?? '',
      flag: planned?.flag ?? '',
      pack,
      page: `Page ${index + 1} of ${pages}`,
      landscape: size.width > size.height,
    }));
}
