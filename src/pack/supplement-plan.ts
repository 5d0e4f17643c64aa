import type { Library } from '../library/library.ts';
import { highestMarking } from '../library/markings.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { type PackPlan, type PlannedPart, planPack } from './plan.ts';
import type { PartSubject } from './subject.ts';

/** What the parts of a pack show of papers and annexes, by the files they are read from; not what is to follow. */
export function papersShown({ parts }: PackPlan): string[] {
  return parts.flatMap(({ subject }) => fileShown(subject) ?? []);
}

/** The file of a paper or an annex, which it keeps whatever its item is numbered; undefined of anything else. */
function fileShown(subject: PartSubject): string | undefined {
  if (subject.kind === 'paper') return subject.paper.file;
  return subject.kind === 'annex' ? subject.annex.path : undefined;
}

/**
 * Plans a supplement to a pack that was issued: the papers that have come since, with their annexes, annexes that have come to
 * papers which were issued, and nothing else that may have changed. Their parts are named apart from those of the pack, by the
 * items of its agenda, and numbered in a series of their own.
 *
 * @param version of the supplement, such as `v1-s1`
 * @param base the meeting as the pack was issued for it
 * @param shown files of the papers and annexes that were issued before, in the pack or in an earlier supplement
 */
export function planSupplement(
  library: Library,
  view: MeetingView,
  audience: 'members' | 'public',
  version: string,
  { base, shown }: { readonly base: MeetingView; readonly shown: ReadonlySet<string> },
): PackPlan {
  const whole = planPack(library, view, audience, version);
  const number = Number(/-s(\d+)$/.exec(version)?.[1]);
  const series = `S${number}`;
  const came = whole.parts.filter(({ subject }) => {
    const file = fileShown(subject);
    return file !== undefined && !shown.has(file);
  });
  const isWithPaper = ({ annexOf }: PlannedPart) => came.some(({ id }) => id === annexOf);
  const items = new Map(view.items.map(({ item }) => [`item-${item.number}`, itemInBase(base, item)]));
  const own = new Map(
    came.map(({ id, annexOf = id }) => {
      const at = items.get(annexOf);
      return [
        id,
        `s${number}-${at === undefined ? `new-${annexOf}` : `item-${at}`}${id.slice(annexOf.length)}`,
      ] as const;
    }),
  );
  const parts = came.map((part): PlannedPart => {
    const { annexOf, ...rest } = part;
    const paper = isWithPaper(part) ? own.get(annexOf ?? '') : undefined;
    return {
      ...rest,
      id: own.get(part.id) ?? part.id,
      ...(paper !== undefined && { annexOf: paper }),
      flag: [part.flag, `Supplement ${number}`].filter(Boolean).join(', '),
      series,
    };
  });
  const markings = came.flatMap(({ id, annexOf = id }) => {
    const subject = whole.parts.find((one) => one.id === annexOf)?.subject;
    return subject?.kind === 'paper' ? (subject.paper.data.marking ?? []) : [];
  });
  return {
    ...whole,
    extent: 'supplement',
    marking: highestMarking(markings, library.organisation.marking),
    parts,
    places: new Map(
      [...whole.places].flatMap(([address, id]) => {
        const place = own.get(id);
        if (place === undefined) return [];
        if (!address.startsWith('item:')) return [[address, place] as const];
        const at = items.get(id);
        return at === undefined ? [] : [[`item:${view.id}/${at}`, place] as const];
      }),
    ),
  };
}

/**
 * The number that an item has on the agenda that was issued: of the item that waited for its paper, or of one by that number and
 * title which had none. Undefined where it is new.
 */
function itemInBase({ items }: MeetingView, { number, title, paper }: AgendaItem): string | undefined {
  const waiting = items.find(({ item }) => item.paper !== undefined && item.paper === paper);
  const same = items.find(({ item }) => item.paper === undefined && item.number === number && item.title === title);
  return (waiting ?? same)?.item.number;
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
