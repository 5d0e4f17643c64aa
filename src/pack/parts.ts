import type { SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import { partDocument } from './document.ts';
import type { Manifest } from './manifest.ts';
import type { PackPlan, PlannedPart } from './plan.ts';
import type { Asset, TypesetPart } from './typeset/part.ts';
import { type TypesetOptions, typesetParts } from './typeset/typeset.ts';
import { wordsShown } from './words.ts';

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

/** A part of a pack that has been set: as planned, the document it was set from, and its pages. */
export type SetPart = Pick<PlannedPart, 'id' | 'reference' | 'title' | 'flag' | 'isDraft'> & {
  readonly html: string;
  /** Words that it shows. */
  readonly words: number;
  readonly set: TypesetPart;
};

/** A part that has been set, as it is named in its pack. */
export function asSetPart(
  { id, reference, title, flag, isDraft }: Pick<PlannedPart, 'id' | 'reference' | 'title' | 'flag' | 'isDraft'>,
  html: string,
  set: TypesetPart,
): SetPart {
  return { id, reference, title, flag, isDraft, html, words: wordsShown(html), set };
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
  return asSetPart({ id, reference: '', title, flag: '', isDraft: false }, html, set);
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
