import type { SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { short } from '../registers/dates.ts';
import { origin } from './browser/tab.ts';
import { partDocument } from './document.ts';
import { type ContentsRow, frontContent } from './front.ts';
import { furnitureContent, type PageFurniture } from './furniture.ts';
import type { Pack, PackTools, SetPart } from './make-packs.ts';
import { describePack, type Manifest } from './manifest.ts';
import { type Assembled, assemble } from './pdf/assemble.ts';
import { readFacts } from './pdf/facts.ts';
import type { PackPlan } from './plan.ts';
import { typesetParts } from './typeset/typeset.ts';

/**
 * Makes one file of the parts of a pack, once their pages are known: the cover, agenda and contents before them, and the
 * edges of every page over them.
 */
export async function joinPack(
  library: Library,
  plan: PackPlan,
  body: readonly SetPart[],
  tools: PackTools,
): Promise<Pack> {
  const { language } = library.organisation;
  const title = `${plan.view.board.data.name}, ${short(plan.view.date)}: board pack`;
  // Progress is told of the parts; the few pages around them take no time that anyone would wait for.
  const options = { ...tools.typeset, onProgress: () => undefined };
  const setOne = async (id: string, content: SafeHtml): Promise<SetPart> => {
    const source = partDocument(id, language, title, content, id);
    const [set] = await typesetParts([source], tools.assets, options);
    if (set === undefined) throw new Error(`Part "${id}" was not set.`);
    return { id, reference: '', title: 'Agenda and contents', flag: '', html: source.html, set };
  };
  const bodyPages = body.reduce((sum, { set }) => sum + set.pages, 0);
  const setFront = (before: number): Promise<SetPart> =>
    setOne('front', frontContent(library, plan, contentsOf(body, before), before + bodyPages));
  // The front is set once to learn its own length, and again with the page numbers that follow from it.
  const draft = await setFront(1);
  const front = draft.set.pages === 1 ? draft : await setFront(draft.set.pages);
  const parts = [front, ...body];
  const furniture = await setOne('furniture', furnitureContent(await edgesOf(plan, parts)));
  const manifest = describePack(plan, tools.generator, parts);
  const { pdf, pages, deadLinks } = await join(library, plan, title, parts, furniture, manifest);
  const [dead] = deadLinks;
  if (dead !== undefined) {
    throw new Error(`Page ${dead.page + 1} of ${plan.name} links to ${dead.target}, which is not there.`);
  }
  return { plan, pdf, pages, manifest };
}

async function join(
  library: Library,
  plan: PackPlan,
  title: string,
  parts: readonly SetPart[],
  furniture: SetPart,
  manifest: Manifest,
): Promise<Assembled> {
  const { name: author, language } = library.organisation;
  const [front, ...body] = parts;
  const frontEntry = (heading: string, id: string) => ({
    title: heading,
    page: front?.set.destinations[id] ?? 0,
    children: [],
  });
  const contents = contentsOf(body, front?.set.pages ?? 0);
  return await assemble({
    parts: parts.map(({ id, set }) => ({ id, pdf: set.pdf })),
    overlay: furniture.set.pdf,
    pageLabels: Array.from({ length: manifest.pages }, (_, index) => String(index + 1)),
    outline: [
      frontEntry('Agenda', 'agenda'),
      frontEntry('Contents', 'contents'),
      ...contents.map(({ reference, title, page }) => ({
        title: `${reference}: ${title}`,
        page: page - 1,
        children: [],
      })),
    ],
    metadata: {
      title,
      language,
      author,
      subject: plan.marking,
      date: plan.asOf,
      creator: manifest.generator,
      producer: manifest.generator,
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
}

/** The rows of the contents, given how many pages come before the first part. */
function contentsOf(body: readonly SetPart[], before: number): ContentsRow[] {
  let page = before + 1;
  return body.map(({ id, reference, title, set }) => {
    const row = { part: id, reference, title, page };
    page += set.pages;
    return row;
  });
}

/** What runs along the edges of each page, in order. */
async function edgesOf(plan: PackPlan, parts: readonly SetPart[]): Promise<PageFurniture[]> {
  const pack = `${plan.view.board.data.name}, ${short(plan.view.date)}, ${plan.version}`;
  const sizes = await Promise.all(parts.map(async (part) => ({ part, facts: await readFacts(part.set.pdf) })));
  const pages = sizes.flatMap(({ part, facts }) => facts.sizes.map((size) => ({ part, size })));
  return pages.map(({ part: { reference, flag }, size }, index) => ({
    marking: plan.marking,
    reference,
    flag,
    pack,
    page: `Page ${index + 1} of ${pages.length}`,
    landscape: size.width > size.height,
  }));
}
