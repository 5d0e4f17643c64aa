import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { highestMarking } from '../../library/markings.ts';
import type { PackFacts } from '../../pack/pack-facts.ts';
import { partContent } from '../../pack/part-content.ts';
import type { PlacedPage } from '../../pack/placed-pages.ts';
import { firstVersion, type PackPlan, type PlannedPart, planPack } from '../../pack/plan.ts';
import type { MeetingView } from '../../registers/meetings.ts';
import type { IssuedChanges } from '../../release/issued-changes.ts';
import { type Annex, annexPicture } from '../../views/annexes.ts';
import type { Linker } from '../../views/linker.ts';
import { siteLinker } from '../linker.ts';
import { frontOnScreen } from './front-on-screen.ts';
import { markPages, pageMark } from './mark-pages.ts';
import { withOwnIds } from './own-ids.ts';
import { pagesByPart } from './reading-pages.ts';

/** A part of a reading page. */
export interface ReadingPart {
  /** The anchor it is reached by: `item-5a`. */
  readonly id: string;
  /** Id of its heading. */
  readonly heading: string;
  readonly reference: string;
  readonly title: string;
  /** What it shows, which stays the same when its item gets another number: the id of a paper, or its own. */
  readonly source: string;
  readonly content: SafeHtml;
}

/** All that a reading page shows, in order. */
export interface Reading {
  readonly marking: string;
  /** Page 1, what has changed since the version before where it is told, agenda and contents. */
  readonly front: readonly ReadingPart[];
  readonly parts: readonly ReadingPart[];
}

/**
 * Makes what the reading page of a meeting shows: its pack from beginning to end, with a mark wherever a page of it begins.
 *
 * @param pack the one that was made of the meeting, whose page numbers are shown
 * @param changes what that says of the version before, where it was issued again
 */
export function readingOf(
  library: Library,
  view: MeetingView,
  pack: PackFacts | undefined,
  audience: 'members' | 'public',
  changes?: IssuedChanges,
): Reading {
  const plan = planPack(library, view, audience, pack?.version ?? firstVersion(view));
  const link = readingLinker(library, plan);
  const front = frontOnScreen({ library, plan, pack, changes, link });
  const shown = [...front.map(({ id }) => id), ...plan.parts.map(({ id }) => id)];
  const pages = pack === undefined ? new Map<string, readonly PlacedPage[]>() : pagesByPart(pack, shown);
  const made = (
    { id, reference, title }: Pick<PlannedPart, 'id' | 'reference' | 'title'>,
    source: string,
    content: SafeHtml,
    mark = markPages,
  ): ReadingPart => {
    const own = withOwnIds(String(content), { prefix: `${id}-`, called: reference || title });
    const marked = withHeading(mark(own, pages.get(id) ?? []), `${id}-title`);
    return { id, heading: `${id}-title`, reference, title, source, content: html.raw`${marked}` };
  };
  return {
    // Page 2 may tell of what had a higher marking and is gone.
    marking: changes === undefined ? plan.marking : highestMarking([pack?.marking ?? plan.marking], plan.marking),
    front: front.map(({ id, title, content }) => made({ id, reference: '', title }, id, content)),
    parts: plan.parts.map((part) => {
      const { id, subject } = part;
      if (subject.kind !== 'annex') {
        const source = subject.kind === 'paper' ? subject.paper.id : id;
        return made(part, source, partContent(library, plan, part, { link }));
      }
      return made(part, subject.annex.path, annexContent(part, subject.annex), listPages);
    }),
  };
}

/** Links to what stands on the page lead there; all others, where they lead on the site. */
function readingLinker(library: Library, { view, places }: PackPlan): Linker {
  const elsewhere = siteLinker(library);
  const own = addresses.reading(view.id);
  return (address) => {
    const [path = '', anchor] = address.split('#');
    const part = places.get(path);
    // Where figures come from is known as they are today, and the pack has them as they were.
    if (part === undefined)
      return anchor !== undefined && path.startsWith(addresses.figures()) ? null : elsewhere(address);
    return anchor === undefined ? `${own}#${part}` : `${own}#${part}-${anchor}`;
  };
}

/** An annex is shown where it is a picture; what has pages of its own is linked to. */
function annexContent({ reference, title }: PlannedPart, annex: Annex): SafeHtml {
  const file = annex.path.slice(annex.path.lastIndexOf('/') + 1);
  return html`<header class="part-head"><p class="part-reference">${reference}</p><h1>${title}</h1></header>
${annex.form === 'picture' ? annexPicture(annex) : ''}
<p><a href="${encodeURI(addresses.asset(annex.path))}">${file}</a></p>`;
}

/** The pages of an annex all below its heading, since its text is not on the page. */
function listPages(part: string, pages: readonly PlacedPage[]): string {
  if (pages.length === 0) return part;
  const marks = pages.map(({ page }) => pageMark(page));
  return part.replace('</header>', (end) => `${end}${html`<p class="page-run">Pages of the pack: ${marks}</p>`}`);
}

/** The heading of a part is what its links lead to. */
function withHeading(part: string, id: string): string {
  return part.replace(/<h2>/, `<h2 id="${id}">`);
}
