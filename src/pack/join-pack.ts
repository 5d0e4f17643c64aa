import type { Library } from '../library/library.ts';
import { short } from '../registers/dates.ts';
import { shorten } from '../views/shorten.ts';
import { origin } from './browser/tab.ts';
import { editionWords } from './edition.ts';
import { furnitureContent, type PageFurniture } from './furniture.ts';
import { describePack } from './manifest.ts';
import { numbered, type PageNumber, pageLabel, pageOfPages } from './numbering.ts';
import { firstPages, type Pack, type PackTools, type SetPart, setOwnPart } from './parts.ts';
import { type Assembly, assemble, type Metadata } from './pdf/assemble.ts';
import type { Finding } from './pdf/check.ts';
import { type LoadedPdf, loadPdf } from './pdf/load.ts';
import { placedPages } from './placed-pages.ts';
import type { PackPlan } from './plan.ts';

/** A pack whose parts have all been set, the edges of its pages among them. */
export interface PackInParts {
  readonly plan: PackPlan;
  /** In order. */
  readonly parts: readonly SetPart[];
  /** What runs along the edges of all pages, one page for each. */
  readonly edges: readonly SetPart[];
  /** What it is called, where that is not the name of a whole pack. */
  readonly title?: string;
  /** The numbers of its pages, where they are not counted from 1. */
  readonly numbers?: readonly PageNumber[];
}

/** Pages whose edges are one document: few enough that all tabs have some of a long pack. */
const edgesAtOnce = 100;

/**
 * Sets what runs along the edges of the pages of some parts.
 *
 * @param numbers of their pages
 */
export async function setEdges(
  library: Library,
  plan: PackPlan,
  parts: readonly SetPart[],
  tools: PackTools,
  numbers = numbersOf(parts),
): Promise<SetPart[]> {
  const all = edgesOf(plan, parts, numbers);
  const pieces = Array.from({ length: Math.ceil(all.length / edgesAtOnce) }, (_, nth) =>
    all.slice(nth * edgesAtOnce, (nth + 1) * edgesAtOnce),
  );
  // Not the class of its pages, which are as high as paper held upright: one page on its side would become two.
  const own = { id: 'furniture', className: 'all-edges', title: titleOf(plan), isLarge: plan.edition === 'large' };
  return await Promise.all(pieces.map((piece) => setOwnPart(library, own, furnitureContent(piece), tools)));
}

function titleOf({ view, audience, edition, version, extent }: PackPlan): string {
  const what = { members: 'board pack', chair: 'brief for the chair', public: 'board pack for the public' }[audience];
  const number = /-s(\d+)$/.exec(version)?.[1];
  const whole = { supplement: `supplement ${number} to the ${what}`, full: `${what} with its supplements` };
  const form = editionWords[edition];
  return `${view.board.data.name}, ${short(view.date)}: ${extent === undefined ? what : whole[extent]}${form === '' ? '' : `, ${form}`}`;
}

/** What is said of a pack as a whole. */
export function packMetadata(library: Library, plan: PackPlan, generator: string): Metadata {
  const { name: author, language } = library.organisation;
  return {
    title: titleOf(plan),
    language,
    author,
    subject: plan.marking,
    date: plan.asOf,
    creator: generator,
    producer: generator,
  };
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
  { plan, parts, edges, title, numbers = numbersOf(parts) }: PackInParts,
  outline: Assembly['outline'],
  tools: PackTools,
  loading: LoadingParts = new Map(),
): Promise<Pack> {
  const manifest = describePack(plan, tools, parts, numbers);
  const metadata = packMetadata(library, plan, manifest.generator);
  const { pdf, pages, deadLinks, findings } = await assemble({
    parts: parts.map(({ id, set }) => ({ id, pdf: loading.get(id) ?? set.pdf })),
    overlays: edges.map(({ set }) => set.pdf),
    pageLabels: numbers.map(pageLabel),
    outline,
    metadata: { ...metadata, title: title ?? metadata.title },
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
  const [finding] = findings;
  if (finding !== undefined) {
    throw new Error(
      `The tags of ${plan.name} are not as they must be (${placeOf(finding, parts)}): ${finding.message}`,
    );
  }
  return { plan, pdf, pages, manifest, placed: placedPages(parts, numbers) };
}

/** The clause, and the page and part where there is one: `PDF/UA-1 7.1, page 12, part "item-5"`. */
function placeOf({ clause, page }: Finding, parts: readonly SetPart[]): string {
  if (page === null) return clause;
  const part = [...firstPages(parts)].findLast(([, first]) => first <= page)?.[0];
  return `${clause}, page ${page}, part "${part}"`;
}

/** What runs along the edges of each page, in order. */
function edgesOf(plan: PackPlan, parts: readonly SetPart[], numbers: readonly PageNumber[]): PageFurniture[] {
  const isDraftPack = plan.version === 'draft';
  const reader = plan.audience === 'public' ? ', for the public' : '';
  const form = editionWords[plan.edition];
  // What stands at the edge of a page has one line there.
  const board = shorten(plan.view.board.data.name, 60);
  const pack = `${board}, ${short(plan.view.date)}, ${versionOnEdge(plan)}${reader}${form === '' ? '' : `, ${form}`}`;
  const pages = parts.flatMap((part) => part.set.sizes.map(([width, height]) => ({ part, landscape: width > height })));
  return pages.map(({ part, landscape }, index) => ({
    marking: plan.marking,
    reference: part.reference,
    flag: flagOf(part, isDraftPack),
    isDraft: part.isDraft || isDraftPack,
    pack,
    page: pageOfPages(numbers[index] ?? { number: index + 1, of: pages.length }),
    landscape,
  }));
}

/** `v1`, or `v1, supplement 1`. */
function versionOnEdge({ version, extent }: PackPlan): string {
  return version.replace(/-s(\d+)$/, extent === 'full' ? ' with supplements to $1' : ', supplement $1');
}

/** The numbers of the pages of some parts, where they are a whole pack. */
function numbersOf(parts: readonly SetPart[]): PageNumber[] {
  return numbered(parts.reduce((sum, { set }) => sum + set.pages, 0));
}

/** Of a draft, the word DRAFT comes first, whatever else is to be said of a part. */
function flagOf({ isDraft, flag }: SetPart, isDraftPack: boolean): string {
  if (isDraft) return `DRAFT ${flag}`.trim();
  return [isDraftPack ? 'DRAFT' : '', flag].filter(Boolean).join(', ');
}
