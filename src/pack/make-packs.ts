import type { Library } from '../library/library.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { registerViews } from '../views/registers/registry.ts';
import { partDocument } from './document.ts';
import { joinPack } from './join-pack.ts';
import type { Manifest } from './manifest.ts';
import { packLinker } from './pack-linker.ts';
import { partContent } from './part-content.ts';
import { type PackPlan, type PartSubject, type PlannedPart, planPack } from './plan.ts';
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

/** A part of a pack that has been set: as planned, the document it was set from, and its pages. */
export type SetPart = Pick<PlannedPart, 'id' | 'reference' | 'title' | 'flag'> & {
  readonly html: string;
  readonly set: TypesetPart;
};

/** The class of a part's document, which the print style chooses its pages by. */
function partClass(subject: PartSubject): string {
  const isWide =
    subject.kind === 'action-log' || (subject.kind === 'register' && 'wide' in registerViews[subject.register]);
  return isWide ? `${subject.kind} wide` : subject.kind;
}

/**
 * Makes the packs of some meetings. All parts of all packs are set together, so that the browser is never idle.
 *
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makePacks(library: Library, meetings: readonly MeetingView[], tools: PackTools): Promise<Pack[]> {
  const { language } = library.organisation;
  const plans = meetings.map((view) => {
    const plan = planPack(library, view);
    const link = packLinker(plan.places);
    const parts = plan.parts.map((part) => {
      const content = partContent(library, plan, part, link);
      const source = partDocument(`${plan.name}/${part.id}`, language, part.title, content, partClass(part.subject));
      return { ...part, source };
    });
    return { plan, parts };
  });
  const sources = plans.flatMap(({ parts }) => parts.map(({ source }) => source));
  const typeset = await typesetParts(sources, tools.assets, tools.typeset);
  const pagesOf = new Map(typeset.map((set) => [set.id, set]));
  const packs: Pack[] = [];
  for (const { plan, parts } of plans) {
    const body = parts.flatMap(({ source, ...part }): SetPart[] => {
      const set = pagesOf.get(source.id);
      return set === undefined ? [] : [{ ...part, html: source.html, set }];
    });
    packs.push(await joinPack(library, plan, body, tools));
  }
  return packs;
}
