import type { SafeHtml } from '@remix-run/html-template';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { type ContentsRow, contentsRow, frontContent, frontTitle } from '../../pack/front-content.ts';
import type { PackFacts } from '../../pack/pack-facts.ts';
import { chairTitle, pageOne } from '../../pack/page-one.ts';
import type { PackPlan } from '../../pack/plan.ts';
import { changesTitle, type Since, whatCame } from '../../pack/since.ts';
import { changesPage } from '../../release/changes-page.ts';
import type { IssuedChanges } from '../../release/issued-changes.ts';
import { chairLengths } from '../../views/chair-page.ts';
import { changesPart, frontParts } from '../../views/front-parts.ts';
import type { Linker } from '../../views/linker.ts';
import { shownAs } from './reading-pages.ts';

/** What the front of a reading page is made from. */
export interface FrontGiven {
  readonly library: Library;
  readonly plan: PackPlan;
  /** The pack that was made of the meeting. */
  readonly pack: PackFacts | undefined;
  /** Of a pack that was issued again, what it says of the version before. */
  readonly changes: IssuedChanges | undefined;
  readonly link: Linker;
}

/** A part of the front: its id, what it is called, and its content. */
export interface FrontPart {
  readonly id: string;
  readonly title: string;
  readonly content: SafeHtml;
}

/** What stands before the papers, as the pack has it: page 1, what has changed since the version before, agenda and contents. */
export function frontOnScreen(given: FrontGiven): FrontPart[] {
  const { library, plan, pack, changes, link } = given;
  const { view, parts: planned } = plan;
  const shown = new Set(planned.map(({ id }) => id));
  const addressOf = (part: string): string => `${addresses.reading(view.id)}#${part}`;
  const made = (pack?.parts ?? []).filter(({ id }) => !frontParts.includes(id));
  const known = new Set(made.map(shownAs));
  const rows = [
    ...made.map((part) => {
      const id = shownAs(part);
      return contentsRow(part, shown.has(id) || frontParts.includes(id) ? addressOf(id) : undefined);
    }),
    // What has come since the pack was made, or all where none was.
    ...planned
      .filter(({ id }) => !known.has(id))
      .map(({ id, reference, title }): ContentsRow => ({ reference, title, address: addressOf(id) })),
  ];
  const agenda = frontContent(library, view, { link, parts: made, rows, isOnScreen: true });
  const changed = changes && {
    id: changesPart,
    title: changesTitle(changes.since),
    content: changesPage({
      ...changes,
      addressOf: (id) => (shown.has(id) || frontParts.includes(id) ? addressOf(id) : undefined),
    }),
  };
  return [
    { id: 'chair', title: chairTitle, content: chairOnScreen(given, addressOf) },
    ...(changed === undefined ? [] : [changed]),
    { id: 'front', title: frontTitle, content: agenda },
  ];
}

/** Page 1 with lists as long as they are at most on paper: no page ends here. */
function chairOnScreen(
  { library, plan, pack, changes, link }: FrontGiven,
  addressOf: (part: string) => string,
): SafeHtml {
  const parts = (pack?.parts ?? []).filter(({ series }) => series === undefined);
  const first = new Map(parts.map(({ id, from }) => [id, from]));
  const [lengths] = chairLengths;
  if (lengths === undefined) throw new Error('Page 1 has lists of some length.');
  const since = sinceOf(pack, changes, addressOf);
  return pageOne(library, plan, {
    // The pages and words of a supplement are not those of the pack.
    pages: pack?.extent === 'full' ? (parts.at(-1)?.to ?? 0) : (pack?.pages ?? 0),
    words: parts.filter(({ id }) => !frontParts.includes(id)).reduce((sum, { words }) => sum + words, 0),
    link,
    pageOf: (address) => first.get(plan.places.get(address) ?? ''),
    ...(since && { since }),
  })(lengths);
}

/** What page 1 says of the version before: what supplements brought, or what has changed. */
function sinceOf(
  pack: PackFacts | undefined,
  changes: IssuedChanges | undefined,
  addressOf: (part: string) => string,
): Since | undefined {
  const [base = ''] = pack?.version.split('-') ?? [];
  const added = pack?.parts.filter(({ series }) => series !== undefined) ?? [];
  const came = whatCame(base, added, () => addressOf('front'));
  if (came !== undefined || changes === undefined) return came;
  const page = pack?.parts.find(({ id }) => id === changesPart)?.from ?? 2;
  return { version: changes.since, lines: changes.lines, page: String(page), address: addressOf(changesPart) };
}
