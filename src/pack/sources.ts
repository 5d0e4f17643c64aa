import type { SafeHtml } from '@remix-run/html-template';
import type { Library } from '../library/library.ts';
import type { MeetingView } from '../registers/meetings.ts';
import type { Linker } from '../views/linker.ts';
import { registerViews } from '../views/registers/registry.ts';
import { type AnnexTable, isWideTable } from './annex-table.ts';
import { givenPart, readAnnexes } from './annexes.ts';
import { partDocument } from './document.ts';
import { inEdition } from './edition.ts';
import { packLinker } from './pack-linker.ts';
import { partContent } from './part-content.ts';
import type { PackTools, SetPart } from './parts.ts';
import { type PackPlan, type PlannedPart, planPack } from './plan.ts';
import type { PartSubject } from './subject.ts';
import type { PartSource } from './typeset/part.ts';

/** A pack as planned, and what the pages of each of its parts are made of. */
export interface PackToSet {
  readonly plan: PackPlan;
  readonly parts: readonly PartToSet[];
}

/** A part, and the document it is set from with what that shows; or, of an annex that has pages already, those. */
export type PartToSet = { readonly part: PlannedPart } & (
  | { readonly content: SafeHtml; readonly source: PartSource; readonly given?: undefined }
  | { readonly given: SetPart; readonly source?: undefined }
);

/** Which packs are meant, beside of which meetings. */
export interface Which {
  readonly audience: 'members' | 'public';
  readonly edition: 'standard' | 'large';
  /** The version of the pack of a meeting; by default the first. */
  readonly versionOf?: (view: MeetingView) => string;
  /** Where the links of a part lead; by default to all of its pack. */
  readonly linkFor?: (plan: PackPlan, part: PlannedPart) => Linker;
}

/**
 * Plans the packs of some meetings and makes the documents that their parts are set from.
 *
 * @throws {TypesetError} naming every annex that cannot be printed, and why
 */
export async function sourcesOf(
  library: Library,
  meetings: readonly MeetingView[],
  tools: PackTools,
  { audience, edition, versionOf, linkFor }: Which,
): Promise<PackToSet[]> {
  const plans = meetings.map((view) => {
    const plan = planPack(library, view, audience, versionOf?.(view));
    return edition === 'large' ? inEdition(plan, 'large') : plan;
  });
  return await sourcesOfPlans(library, plans, tools, linkFor);
}

/**
 * Makes the documents that the parts of packs are set from.
 *
 * @throws {TypesetError} naming every annex that cannot be printed, and why
 */
export async function sourcesOfPlans(
  library: Library,
  plans: readonly PackPlan[],
  tools: PackTools,
  linkFor?: Which['linkFor'],
): Promise<PackToSet[]> {
  const { language } = library.organisation;
  const annexes = await readAnnexes(plans, tools, library.organisation.paper);
  return plans.map((plan) => {
    const toAll = packLinker(plan.places);
    const isLarge = plan.edition === 'large';
    const parts = plan.parts.map((part): PartToSet => {
      const id = `${plan.name}/${part.id}`;
      const pdf = annexes.pdfs.get(id);
      if (pdf !== undefined) return { part, given: givenPart(part, id, pdf) };
      const annexTable = annexes.tables.get(id);
      const content = partContent(library, plan, part, { link: linkFor?.(plan, part) ?? toAll, annexTable });
      const className = partClass(part.subject, annexTable);
      return { part, content, source: partDocument(id, language, part.title, content, className, isLarge) };
    });
    return { plan, parts };
  });
}

/** The class of a part's document, which the print style chooses its pages by. */
function partClass(subject: PartSubject, annexTable: AnnexTable | undefined): string {
  const isWide =
    subject.kind === 'action-log' ||
    subject.kind === 'outstanding-actions' ||
    (annexTable !== undefined && isWideTable(annexTable)) ||
    (subject.kind === 'register' && 'wide' in registerViews[subject.register]);
  return isWide ? `${subject.kind} wide` : subject.kind;
}
