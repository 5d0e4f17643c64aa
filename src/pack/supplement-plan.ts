import type { Library } from '../library/library.ts';
import { highestMarking } from '../library/markings.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { type PackPlan, type PlannedPart, planPack } from './plan.ts';

/** Ids of the parts of a pack that show a paper or an annex; not of those that say that one is to follow. */
export function papersShown({ parts }: PackPlan): string[] {
  const papers = parts.filter(({ subject: { kind } }) => kind === 'paper' || kind === 'annex');
  return papers.map(({ id, series }) => (series === undefined ? id : id.slice(series.length + 1)));
}

/**
 * Plans a supplement to a pack that was issued: the papers that have come since, with their annexes, and nothing else that
 * may have changed. Their parts are named apart from those of the pack, and numbered in a series of their own.
 *
 * @param version of the supplement, such as `v1-s1`
 * @param shown ids of the papers that were issued before, in the pack or in an earlier supplement
 */
export function planSupplement(
  library: Library,
  view: MeetingView,
  audience: 'members' | 'public',
  version: string,
  shown: ReadonlySet<string>,
): PackPlan {
  const whole = planPack(library, view, audience, version);
  const number = Number(/-s(\d+)$/.exec(version)?.[1]);
  const series = `S${number}`;
  const own = (id: string): string => `s${number}-${id}`;
  const came = new Set(papersShown(whole).filter((id) => !shown.has(id)));
  const parts = whole.parts
    .filter(({ id }) => came.has(id))
    .map(
      (part): PlannedPart => ({
        ...part,
        id: own(part.id),
        ...(part.annexOf !== undefined && { annexOf: own(part.annexOf) }),
        flag: [part.flag, `Supplement ${number}`].filter(Boolean).join(', '),
        series,
      }),
    );
  const markings = parts.flatMap(({ subject }) => (subject.kind === 'paper' ? (subject.paper.data.marking ?? []) : []));
  return {
    ...whole,
    extent: 'supplement',
    marking: highestMarking(markings, library.organisation.marking),
    parts,
    places: new Map([...whole.places].flatMap(([address, id]) => (came.has(id) ? [[address, own(id)] as const] : []))),
  };
}

/**
 * The plan of a pack with its supplements behind it: what was issued first, and what came after under its own numbers.
 *
 * @param base the pack as it was issued
 * @param supplements all of them, in order; the last gives its version
 */
export function planFull(library: Library, base: PackPlan, supplements: readonly PackPlan[]): PackPlan {
  const last = supplements.at(-1);
  return {
    ...base,
    version: last?.version ?? base.version,
    extent: 'full',
    name: `${last?.name ?? base.name}-full`,
    marking: highestMarking(
      supplements.map(({ marking }) => marking),
      highestMarking([base.marking], library.organisation.marking),
    ),
    asOf: last?.asOf ?? base.asOf,
    places: new Map([...base.places, ...supplements.flatMap(({ places }) => [...places])]),
  };
}
