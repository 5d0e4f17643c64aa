import { type MappedPage, mapPages } from './page-map.ts';
import { firstPages, type SetPart } from './parts.ts';
import { alignWords, readWords } from './version-words.ts';

/** The first and the last page of a part, counted from 1 over the whole pack. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** What has become of a part between two versions of a pack. */
export interface VersionPart {
  /** As the later version has it, where it is in both. */
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  /** Unchanged is what was set from the same document, to the byte. */
  readonly kind: 'unchanged' | 'changed' | 'added' | 'removed';
  /** Where it stands in the earlier version; not there for one that was added. */
  readonly before?: PageRange;
  /** Where it stands in the later version; not there for one that is gone. */
  readonly after?: PageRange;
  /** For each of its pages in the earlier version, where its words stand in the later one; none for one that is gone. */
  readonly pages: readonly MappedPage[];
}

/** Where each page of a version of a pack stands in a later one. Plain data; pages are counted from 1. */
export interface VersionMap {
  /** How many pages the versions have. */
  readonly pages: { readonly before: number; readonly after: number };
  /** In the order of the later version; what is gone stands last, in its own order. */
  readonly parts: readonly VersionPart[];
}

/**
 * Maps the pages of a pack to those of a later version of it, part by part. A part that was set from the same document is mapped
 * page to page; one that has changed is read, and its words are found again.
 *
 * @param firstAfter the page that each part of the later version begins on, where `after` is not the whole pack
 * @param firstBefore the same of the earlier version
 */
export async function mapVersions(
  before: readonly SetPart[],
  after: readonly SetPart[],
  firstAfter: ReadonlyMap<string, number> = firstPages(after),
  firstBefore: ReadonlyMap<string, number> = firstPages(before),
): Promise<VersionMap> {
  const earlier = await pairParts(before, after, shareWords);
  const rangeOf = ({ id, set }: SetPart, first: ReadonlyMap<string, number>): PageRange => {
    const from = first.get(id) ?? 1;
    return { from, to: from + set.pages - 1 };
  };
  const parts: VersionPart[] = [];
  for (const part of after) {
    const was = earlier.get(part);
    const range = rangeOf(part, firstAfter);
    if (was === undefined) parts.push({ ...nameOf(part), kind: 'added', after: range, pages: [] });
    else parts.push(await mapPart(was, part, rangeOf(was, firstBefore), range));
  }
  const kept = new Set(earlier.values());
  const gone = before
    .filter((part) => !kept.has(part))
    .map((part): VersionPart => {
      return { ...nameOf(part), kind: 'removed', before: rangeOf(part, firstBefore), pages: [] };
    });
  const count = (all: readonly SetPart[]) => all.reduce((sum, { set }) => sum + set.pages, 0);
  return { pages: { before: count(before), after: count(after) }, parts: [...parts, ...gone] };
}

/**
 * The earlier version of each part that has one: of the same id and title; else of the same title, where an item has another
 * number; else of the same id, where it goes on under another title.
 */
export async function pairParts<Part extends Pick<SetPart, 'id' | 'title'>>(
  before: readonly Part[],
  after: readonly Part[],
  goesOn: (was: Part, is: Part) => boolean | Promise<boolean>,
): Promise<Map<Part, Part>> {
  const pairs = new Map<Part, Part>();
  const taken = new Set<Part>();
  const ways: ((was: Part, is: Part) => boolean | Promise<boolean>)[] = [
    (was, is) => was.id === is.id && was.title === is.title,
    (was, is) => was.title === is.title,
    async (was, is) => was.id === is.id && (await goesOn(was, is)),
  ];
  for (const isSame of ways) {
    for (const part of after.filter((one) => !pairs.has(one))) {
      for (const was of before.filter((one) => !taken.has(one))) {
        if (!(await isSame(was, part))) continue;
        pairs.set(part, was);
        taken.add(was);
        break;
      }
    }
  }
  return pairs;
}

/** Whether two parts have half of the words of the shorter in common. What was given is not read. */
async function shareWords(a: SetPart, b: SetPart): Promise<boolean> {
  if (a.set.engine === 'given' || b.set.engine === 'given') return a.set.engine === b.set.engine;
  const [was, is] = [await readWords(a.set.pdf), await readWords(b.set.pdf)];
  return alignWords(was, is).here.length * 2 >= Math.min(was.words.length, is.words.length);
}

async function mapPart(was: SetPart, part: SetPart, before: PageRange, after: PageRange): Promise<VersionPart> {
  const isSame = was.sha256 === part.sha256;
  const counts = { here: was.set.pages, there: part.set.pages };
  const place = (pages: readonly MappedPage[]): MappedPage[] =>
    pages.map(({ page, from, to }) => ({
      page: page + before.from - 1,
      from: from + after.from - 1,
      to: to + after.from - 1,
    }));
  const kind = isSame ? 'unchanged' : 'changed';
  if (isSame && counts.here === counts.there) {
    const pages = Array.from({ length: counts.here }, (_, at) => ({ page: at + 1, from: at + 1, to: at + 1 }));
    return { ...nameOf(part), kind, before, after, pages: place(pages) };
  }
  const isGiven = was.set.engine === 'given' || part.set.engine === 'given';
  // Pages that were given may have no tags to read by: what is as far along stands for the same.
  if (isGiven) {
    const pages = mapPages({ here: [], there: [] }, counts);
    return { ...nameOf(part), kind, before, after, pages: place(pages) };
  }
  const signs = alignWords(await readWords(was.set.pdf), await readWords(part.set.pdf));
  return { ...nameOf(part), kind, before, after, pages: place(mapPages(signs, counts)) };
}

function nameOf({ id, reference, title }: SetPart): Pick<VersionPart, 'id' | 'reference' | 'title'> {
  return { id, reference, title };
}
