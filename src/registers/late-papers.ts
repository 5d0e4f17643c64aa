import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { ItemView, MeetingView } from './meetings.ts';
import { meetingTimetable } from './timetable.ts';

/** A paper that was handed in late, or that is still to come. */
export interface LatePaper {
  readonly item: AgendaItem;
  readonly state: 'late' | 'to-follow';
  /** Who brings it; null where the item names nobody. */
  readonly ownerTitle: string | null;
  /** Why; null where no reason is on record. */
  readonly reason: string | null;
  /** Title of the chair who agreed; null where nobody has. */
  readonly agreedBy: string | null;
  /** The day it is to be there; of a late paper the day it was. */
  readonly day: string;
}

/** The papers of a meeting that are late or missing, in the order of its agenda. */
export function latePapers(library: Library, view: MeetingView): LatePaper[] {
  const { submission } = meetingTimetable(library, view);
  return view.items.flatMap((row) => {
    if (row.item.paper === undefined) return [];
    return row.paper === undefined
      ? [paperToFollow(library, row, submission)]
      : latePaper(library, row, row.paper, submission);
  });
}

/**
 * A paper that is missing, as the agenda speaks of it.
 *
 * @param submission the day papers are to be handed in, for one that no other day was agreed for
 */
export function paperToFollow(library: Library, { item, leadTitle }: ItemView, submission: string): LatePaper {
  const agreed = item.to_follow;
  return {
    item,
    state: 'to-follow',
    ownerTitle: leadTitle,
    reason: agreed?.reason ?? null,
    agreedBy: agreed === undefined ? null : titleOf(library, agreed.agreed_by),
    day: agreed?.due ?? submission,
  };
}

function latePaper(
  library: Library,
  { item, leadTitle }: ItemView,
  { data }: NonNullable<ItemView['paper']>,
  submission: string,
): LatePaper[] {
  const { late, submitted } = data;
  if (late === undefined && (submitted ?? '') <= submission) return [];
  return [
    {
      item,
      state: 'late',
      ownerTitle: titleOf(library, data.sponsor) ?? leadTitle,
      reason: late?.reason ?? null,
      agreedBy: late === undefined ? null : titleOf(library, late.agreed_by),
      day: submitted ?? late?.agreed ?? submission,
    },
  ];
}

function titleOf(library: Library, role: string): string {
  return find(library.roles, role)?.title ?? role;
}
