import type { PackFacts, PartFacts } from '../../pack/pack-facts.ts';
import type { PlacedPage } from '../../pack/placed-pages.ts';
import type { MeetingView } from '../../registers/meetings.ts';

/** Whether a meeting has a page to be read from beginning to end: one that takes place and has an agenda. */
export function isReadable({ meeting, items }: MeetingView): boolean {
  return meeting.data.status !== 'cancelled' && items.length > 0;
}

/** The pack that the reading page of a meeting has its numbers from: with all supplements where there are any. */
export function packToRead(packs: readonly PackFacts[]): PackFacts | undefined {
  const standard = packs.filter(({ edition }) => edition === 'standard');
  return standard.find(({ extent }) => extent === 'full') ?? standard.find(({ extent }) => extent !== 'supplement');
}

/** Whether it is known of the pages of a pack where in its text they begin. */
export function hasPlaces({ parts }: PackFacts): boolean {
  return parts.every(({ pages }) => pages !== undefined);
}

/** Every page of a pack as it is quoted, in order. */
export function pageLabels({ parts }: PackFacts): string[] {
  return parts.flatMap((part) => pagesOf(part).map(({ page }) => page));
}

/**
 * The pages of a pack by the parts that are shown for it. A paper that came with a supplement is shown for what stood in its
 * place, so the pages of that begin where it begins; those of a part that is not shown, where the next one does.
 *
 * @param shown ids of the parts that are shown
 */
export function pagesByPart(
  { parts }: Pick<PackFacts, 'parts'>,
  shown: readonly string[],
): ReadonlyMap<string, readonly PlacedPage[]> {
  const pages = new Map<string, PlacedPage[]>();
  const came = new Set(parts.filter(({ series }) => series !== undefined).map(shownAs));
  let waiting: PlacedPage[] = [];
  let last: string | undefined;
  for (const part of parts) {
    const id = shownAs(part);
    const own = pagesOf(part);
    if (!shown.includes(id)) {
      waiting.push(...own.map(atBeginning));
      continue;
    }
    const isReplaced = part.series === undefined && came.has(id);
    pages.set(id, [...(pages.get(id) ?? []), ...waiting, ...(isReplaced ? own.map(atBeginning) : own)]);
    waiting = [];
    last = id;
  }
  if (last !== undefined) pages.set(last, [...(pages.get(last) ?? []), ...waiting]);
  return pages;
}

/** The part that a part of a pack is shown as: what came with a supplement, in its own place of the agenda. */
export function shownAs({ id, series }: PartFacts): string {
  const own = series === undefined ? id : id.slice(series.length + 1);
  // A supplement has contents of its own, which are not those of the pack.
  return own === 'front' ? id : own;
}

function atBeginning({ page }: PlacedPage): PlacedPage {
  return { page, at: 0, words: '' };
}

/** Of a pack issued before places were kept, the first page of each part is known, and the others stand with it. */
function pagesOf({ pages, from, to, series }: PartFacts): readonly PlacedPage[] {
  if (pages !== undefined) return pages;
  return Array.from({ length: to - from + 1 }, (_, index) =>
    atBeginning({ page: `${series === undefined ? '' : `${series}-`}${from + index}`, at: 0, words: '' }),
  );
}
