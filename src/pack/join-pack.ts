import type { Library } from '../library/library.ts';
import { short } from '../registers/dates.ts';
import { origin } from './browser/tab.ts';
import { furnitureContent, type PageFurniture } from './furniture.ts';
import { describePack } from './manifest.ts';
import { type Pack, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import { type Assembly, assemble } from './pdf/assemble.ts';
import { type LoadedPdf, loadPdf } from './pdf/load.ts';
import type { PackPlan } from './plan.ts';

/** A pack whose parts have all been set, the edges of its pages among them. */
export interface PackInParts {
  readonly plan: PackPlan;
  /** In order. */
  readonly parts: readonly SetPart[];
  /** What runs along the edges of all pages, one page for each. */
  readonly edges: readonly SetPart[];
}

/** Pages whose edges are one document: few enough that all tabs have some of a long pack. */
const edgesAtOnce = 100;

/** Sets what runs along the edges of the pages of some parts. */
export async function setEdges(
  library: Library,
  plan: PackPlan,
  parts: readonly SetPart[],
  tools: PackTools,
): Promise<SetPart[]> {
  const all = edgesOf(plan, parts);
  const pieces = Array.from({ length: Math.ceil(all.length / edgesAtOnce) }, (_, nth) =>
    all.slice(nth * edgesAtOnce, (nth + 1) * edgesAtOnce),
  );
  return await Promise.all(
    pieces.map((piece) =>
      setOwnPart(library, { id: 'furniture', title: titleOf(plan) }, furnitureContent(piece), tools),
    ),
  );
}

function titleOf({ view, audience }: PackPlan): string {
  const what = { members: 'board pack', chair: 'brief for the chair', public: 'board pack for the public' }[audience];
  return `${view.board.data.name}, ${short(view.date)}: ${what}`;
}

/** Some parts, being parsed for the join; by their ids. */
export type LoadingParts = ReadonlyMap<string, Promise<LoadedPdf>>;

/** Begins to parse parts, which there is time for while the browser still sets others. */
export function beginLoading(parts: readonly SetPart[]): LoadingParts {
  return new Map(
    parts.map(({ id, set }) => {
      const loading = loadPdf(set.pdf, `Part "${id}"`);
      // Who joins them hears of it; if nobody does, because the others cannot be set, it is no news.
      loading.catch(() => {});
      return [id, loading];
    }),
  );
}

/**
 * Makes one file of parts that have been set, with the edges of every page over them.
 *
 * @param loading those of the parts that are being parsed already
 */
export async function joinPack(
  library: Library,
  { plan, parts, edges }: PackInParts,
  outline: Assembly['outline'],
  tools: PackTools,
  loading: LoadingParts = new Map(),
): Promise<Pack> {
  const { name: author, language } = library.organisation;
  const title = titleOf(plan);
  const manifest = describePack(plan, tools.generator, parts);
  const { pdf, pages, deadLinks } = await assemble({
    parts: parts.map(({ id, set }) => ({ id, pdf: loading.get(id) ?? set.pdf })),
    overlays: edges.map(({ set }) => set.pdf),
    pageLabels: Array.from({ length: manifest.pages }, (_, index) => String(index + 1)),
    outline,
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
  const [dead] = deadLinks;
  if (dead !== undefined) {
    throw new Error(`Page ${dead.page + 1} of ${plan.name} links to ${dead.target}, which is not there.`);
  }
  return { plan, pdf, pages, manifest };
}

/** What runs along the edges of each page, in order. */
function edgesOf(plan: PackPlan, parts: readonly SetPart[]): PageFurniture[] {
  const isDraftPack = plan.version === 'draft';
  const reader = plan.audience === 'public' ? ', for the public' : '';
  const pack = `${plan.view.board.data.name}, ${short(plan.view.date)}, ${plan.version}${reader}`;
  const pages = parts.flatMap((part) => part.set.sizes.map(([width, height]) => ({ part, landscape: width > height })));
  return pages.map(({ part, landscape }, index) => ({
    marking: plan.marking,
    reference: part.reference,
    flag: flagOf(part, isDraftPack),
    isDraft: part.isDraft || isDraftPack,
    pack,
    page: `Page ${index + 1} of ${pages.length}`,
    landscape,
  }));
}

/** Of a draft, the word DRAFT comes first, whatever else is to be said of a part. */
function flagOf({ isDraft, flag }: SetPart, isDraftPack: boolean): string {
  if (isDraft) return `DRAFT ${flag}`.trim();
  return [isDraftPack ? 'DRAFT' : '', flag].filter(Boolean).join(', ');
}
