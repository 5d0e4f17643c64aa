import type { Library } from '../library/library.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { changesPart, frontParts } from '../views/front-parts.ts';
import { origin } from './browser/tab.ts';
import { inEdition } from './edition.ts';
import { joinPack, setEdges } from './join-pack.ts';
import { numbered, type PageNumber } from './numbering.ts';
import { outlineOf } from './outline.ts';
import { factsOfParts, type Pack, type PackTools, type SetPart } from './parts.ts';
import type { PackPlan } from './plan.ts';
import { setChairPage, setContents } from './set-front.ts';
import { setPacks, setSources } from './set-packs.ts';
import { type ChangesSince, whatCame } from './since.ts';
import { sourcesOfPlans } from './sources.ts';
import { setSupplementFront } from './supplement-front.ts';
import { papersShown, planFull, planSupplement } from './supplement-plan.ts';

/** The content of a pack or a supplement, as its own commit has it. */
export interface IssuedContent {
  readonly library: Library;
  readonly view: MeetingView;
  readonly tools: PackTools;
  /** `v1`, or `v1-s1` of a supplement. */
  readonly version: string;
  /** What a pack that was issued again says of the version before. */
  readonly changes?: ChangesSince | undefined;
}

/** A supplement that has been planned and made, with the packs it gives. */
export interface MadeSupplement {
  readonly plan: PackPlan;
  /** None where no paper has come for this audience. */
  readonly packs: readonly Pack[];
}

/**
 * Makes the last of some supplements to a pack: by itself, in the standard edition and in large print where that is wanted,
 * and the pack as it was issued with all supplements behind it.
 *
 * @param base the pack as it was issued
 * @param supplements all that were issued for it in order, the one to make last
 * @throws {TypesetError} naming every part that cannot be set, and why
 */
export async function makeSupplement(
  base: IssuedContent,
  supplements: readonly IssuedContent[],
  audience: 'members' | 'public',
  isLargeWanted: boolean,
): Promise<MadeSupplement> {
  const which = { audience, versionOf: () => base.version, changes: base.changes };
  const [whole] = await setPacks(base.library, [base.view], base.tools, which);
  if (whole === undefined) throw new Error(`The pack of ${base.view.id} was not set.`);
  const shown = new Set(papersShown(whole.plan));
  const plans: PackPlan[] = [];
  const added: SetPart[] = [];
  let own: readonly SetPart[] = [];
  for (const { library, view, version, tools } of supplements) {
    const plan = planSupplement(library, view, audience, version, { base: base.view, shown });
    for (const file of papersShown(plan)) shown.add(file);
    own = plan.parts.length === 0 ? [] : await setSupplement(library, plan, tools);
    plans.push(plan);
    added.push(...own);
  }
  const [plan, last] = [plans.at(-1), supplements.at(-1)];
  if (plan === undefined || last === undefined) throw new Error(`No supplement to ${base.view.id} was named.`);
  if (own.length === 0) return { plan, packs: [] };
  const alone = await joinSupplement(last, plan, own);
  const full = await joinFull(base, whole.parts, added, planFull(base.library, whole.plan, plans), last.tools);
  if (!isLargeWanted) return { plan, packs: [alone, full] };
  const large = inEdition(plan, 'large');
  const inLarge = await setSupplement(last.library, large, last.tools);
  return { plan, packs: [alone, full, await joinSupplement(last, large, inLarge)] };
}

/** Sets the papers of a supplement and what comes before them. */
async function setSupplement(library: Library, plan: PackPlan, tools: PackTools): Promise<SetPart[]> {
  const [set] = await setSources(await sourcesOfPlans(library, [plan], tools), tools);
  const parts = set?.body ?? [];
  return [await setSupplementFront(library, plan, parts, tools), ...parts];
}

async function joinSupplement(
  { library, tools }: IssuedContent,
  plan: PackPlan,
  parts: readonly SetPart[],
): Promise<Pack> {
  const numbers = numbersOf(parts);
  const edges = await setEdges(library, plan, parts, tools, numbers);
  return await joinPack(library, { plan, parts, edges, numbers }, outlineOf(parts), tools);
}

/** The pack as it was issued but for page 1 and its contents, which tell what came after as well; then the supplements. */
async function joinFull(
  { library, tools, version: issuedVersion }: IssuedContent,
  issued: readonly SetPart[],
  added: readonly SetPart[],
  plan: PackPlan,
  last: PackTools,
): Promise<Pack> {
  const lengths = {
    chair: pagesNamed(issued, 'chair'),
    changes: pagesNamed(issued, changesPart),
    front: pagesNamed(issued, 'front'),
  };
  const ahead = issued.filter(({ id }) => id === changesPart);
  const body = issued.filter(({ id }) => !frontParts.includes(id));
  const before = lengths.chair + lengths.changes + lengths.front;
  const contents = await setContents(library, plan, [...body, ...added], { before }, tools);
  const since = whatCame(issuedVersion, factsOfParts(added), (id) => `${origin}/${id}`);
  const chair = await setChairPage(library, plan, body, { lengths, after: 0, since }, tools);
  const parts = [chair, ...ahead, contents, ...body, ...added];
  const of = pagesOf(issued);
  const numbers = [
    ...numbered(before - lengths.front, { of }),
    ...keptNumbers(before - lengths.front + 1, lengths.front, contents.set.pages, of),
    ...numbered(pagesOf(body), { first: before + 1, of }),
    ...numbersOf(added),
  ];
  const edges = await setEdges(library, plan, parts, tools, numbers);
  const { commit } = last;
  return await joinPack(library, { plan, parts, edges, numbers }, outlineOf(parts), {
    ...tools,
    ...(commit && { commit }),
  });
}

/**
 * Numbers for contents that may have become longer than they were: what is more has the number of the last with a letter, so
 * that nothing behind it is renumbered.
 */
function keptNumbers(first: number, before: number, now: number, of: number): PageNumber[] {
  const last = first + before - 1;
  return Array.from({ length: now }, (_, index) =>
    index < before
      ? { number: first + index, of }
      : { number: last, suffix: String.fromCodePoint(97 + index - before), of },
  );
}

/** Numbers of parts that are each in a series. */
function numbersOf(parts: readonly SetPart[]): PageNumber[] {
  return [...Map.groupBy(parts, ({ series }) => series)].flatMap(([series, own]) =>
    numbered(pagesOf(own), { ...(series !== undefined && { series }) }),
  );
}

function pagesNamed(parts: readonly SetPart[], name: string): number {
  return pagesOf(parts.filter(({ id }) => id === name));
}

function pagesOf(parts: readonly SetPart[]): number {
  return parts.reduce((sum, { set }) => sum + set.pages, 0);
}
