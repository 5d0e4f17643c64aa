import type { SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { sha256 } from '../source/sha256.ts';
import type { Source } from '../source/source.ts';
import { partDocument } from './document.ts';
import type { Manifest } from './manifest.ts';
import { pageLabel } from './numbering.ts';
import type { PartFacts } from './pack-facts.ts';
import type { OutlineEntry } from './pdf/assemble.ts';
import { picturesIn } from './pictures.ts';
import type { PlacedPage } from './placed-pages.ts';
import type { PackPlan, PlannedPart } from './plan.ts';
import type { Asset, Engine, TypesetPart } from './typeset/part.ts';
import { type TypesetOptions, typesetParts } from './typeset/typeset.ts';
import { wordsShown } from './words.ts';

/** A pack, ready to be written. */
export interface Pack {
  readonly plan: PackPlan;
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly manifest: Manifest;
  /** Where its pages begin in the texts of its parts, by the ids of those. Of a booklet, the pages that its sides show. */
  readonly placed: ReadonlyMap<string, readonly PlacedPage[]>;
}

/** What packs are made with. */
export interface PackTools {
  readonly assets: ReadonlyMap<string, Asset>;
  /** Bytes of an annex, by its path in the content. */
  readonly readAsset: Source['readAsset'];
  readonly typeset: TypesetOptions;
  /** Name and version of this program, as the manifest has it. */
  readonly generator: string;
  /** The commit that an issued pack is made of, as the manifest has it. */
  readonly commit?: string;
}

/** A part of a pack that has been set: as planned, the document it was set from, and its pages. */
export type SetPart = Named & {
  /** SHA-256 of the document it was set from and the pictures in it, or of the file whose pages it has, in hexadecimal. */
  readonly sha256: string;
  /** Words that it shows. */
  readonly words: number;
  readonly set: SetPages;
  /** What the file itself has as bookmarks; pages counted from its own first, which is 0. */
  readonly bookmarks?: readonly OutlineEntry[];
};

type Named = Pick<PlannedPart, 'id' | 'annexOf' | 'reference' | 'title' | 'flag' | 'isDraft' | 'series'>;

/** Pages that have been set, or were given as they are. */
export type SetPages = Omit<TypesetPart, 'engine'> & { readonly engine: Engine | 'given' };

/** A part that has been set, as it is named in its pack. */
export function asSetPart(
  { id, annexOf, reference, title, flag, isDraft, series }: Named,
  html: string,
  set: TypesetPart,
  assets: PackTools['assets'],
): SetPart {
  const named = { id, annexOf, reference, title, flag, isDraft, ...(series !== undefined && { series }) };
  return { ...named, sha256: digestOf(html, assets), words: wordsShown(html), set };
}

/** Of a document without pictures its own digest; of another one that changes with each of them. */
function digestOf(html: string, assets: PackTools['assets']): string {
  const shown = picturesIn(html).flatMap((address) => assets.get(address)?.bytes ?? []);
  return shown.length === 0 ? sha256(html) : sha256([html, ...shown].map(sha256).join(' '));
}

/** Sets a part that belongs to one pack alone, such as its contents. */
export async function setOwnPart(
  library: Library,
  {
    id,
    title,
    className = id,
    isLarge = false,
  }: { readonly id: string; readonly title: string; readonly className?: string; readonly isLarge?: boolean },
  content: SafeHtml,
  tools: PackTools,
): Promise<SetPart> {
  const { html } = partDocument(id, library.organisation.language, title, content, className, isLarge);
  // Progress is told of the parts; the few pages around them take no time that anyone would wait for.
  const options = { ...tools.typeset, onProgress: () => undefined };
  const [set] = await typesetParts([{ id, html }], tools.assets, options);
  if (set === undefined) throw new Error(`Part "${id}" was not set.`);
  return asSetPart({ id, reference: '', title, flag: '', isDraft: false }, html, set, tools.assets);
}

/**
 * The number of the page each part begins on, by its id, as it is quoted; those of a series are counted by themselves.
 *
 * @param before how many pages come before the first that is in no series
 * @param beforeSeries the same for each series that is not begun here
 */
export function firstLabels(
  parts: readonly SetPart[],
  before = 0,
  beforeSeries: Readonly<Record<string, number>> = {},
): Map<string, string> {
  const next = new Map<string | undefined, number>([[undefined, before + 1]]);
  for (const [series, count] of Object.entries(beforeSeries)) next.set(series, count + 1);
  return new Map(
    parts.map(({ id, series, set }) => {
      const number = next.get(series) ?? 1;
      next.set(series, number + set.pages);
      return [id, pageLabel({ ...(series !== undefined && { series }), number })];
    }),
  );
}

/**
 * What is told of parts that have been set: their pages as they are quoted, those of a series counted by themselves.
 *
 * @param before how many pages come before the first that is in no series
 */
export function factsOfParts(parts: readonly SetPart[], before = 0): PartFacts[] {
  const next = new Map<string | undefined, number>([[undefined, before + 1]]);
  return parts.map(({ id, reference, title, words, series, set }) => {
    const from = next.get(series) ?? 1;
    next.set(series, from + set.pages);
    return { id, reference, title, from, to: from + set.pages - 1, words, ...(series !== undefined && { series }) };
  });
}

/** The page each part begins on, by its id, counted from 1, given how many pages come before the first. */
export function firstPages(parts: readonly SetPart[], before = 0): Map<string, number> {
  let page = before + 1;
  return new Map(
    parts.map(({ id, set }) => {
      const first = page;
      page += set.pages;
      return [id, first];
    }),
  );
}
