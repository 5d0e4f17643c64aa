import type { Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Entry } from '../records/read-records.ts';

/** Why a member who was present was not there for an item. */
export type Absence = 'before-arrival' | 'after-leaving' | 'interest';

/** Who of the members was there for one item. */
export interface ItemAttendance {
  readonly item: string;
  /** Members who were there. */
  readonly there: readonly string[];
  /** Members who were present at the meeting, and away for this item. */
  readonly away: readonly { readonly role: string; readonly why: Absence }[];
  readonly isQuorate: boolean;
}

/** Who of the members was at a meeting, item by item. */
export interface Attendance {
  /** How many members the board has. */
  readonly members: number;
  /** How many of them make a quorum. */
  readonly quorum: number;
  readonly items: readonly ItemAttendance[];
  /** Whether enough members were present for any of it. */
  readonly isQuorate: boolean;
}

/** How many members make a quorum; of a fraction, the least number that reaches it, and never nobody. */
export function quorumOf({ data: { quorum, members } }: Entry<'board'>): number {
  if (typeof quorum === 'number') return quorum;
  const [part = 1, whole = 1] = quorum.split('/').map(Number);
  return Math.max(1, Math.ceil((members.length * part) / whole));
}

/**
 * Counts the members who were there for each item: those present, without who came later or had left, and without who went
 * out because of an interest. Undefined where the meeting or its board is not on record.
 */
export function attendanceAt(library: Library, minutes: Entry<'minutes'>): Attendance | undefined {
  const board = find(library.boards, minutes.parts.board);
  const meeting = find(library.meetings, minutes.id);
  if (board === undefined || meeting === undefined) return undefined;
  const quorum = quorumOf(board);
  const members = new Set(board.data.members);
  const present = minutes.data.present.filter((role) => members.has(role));
  const numbers = meeting.data.items.map(({ number }) => number);
  const left = new Set(
    interestsAt(library, minutes.id).flatMap(({ data: { role, item, handling } }) =>
      handling === 'leave' ? [`${role} ${item}`] : [],
    ),
  );
  const absence = (role: string, item: string, index: number): Absence | undefined => {
    if (left.has(`${role} ${item}`)) return 'interest';
    for (const part of minutes.data.in_part) {
      if (part.role !== role) continue;
      if (part.from !== undefined && index < numbers.indexOf(part.from)) return 'before-arrival';
      if (part.to !== undefined && numbers.includes(part.to) && index > numbers.indexOf(part.to))
        return 'after-leaving';
    }
    return undefined;
  };
  const items = numbers.map((item, index): ItemAttendance => {
    const away = present.flatMap((role) => {
      const why = absence(role, item, index);
      return why === undefined ? [] : [{ role, why }];
    });
    const there = present.filter((role) => !away.some((one) => one.role === role));
    return { item, there, away, isQuorate: there.length >= quorum };
  });
  return { members: members.size, quorum, items, isQuorate: present.length >= quorum };
}

const byMeeting = new WeakMap<Library, Map<string, Library['interests'][number][]>>();

/** The interests declared at a meeting. */
export function interestsAt(library: Library, meeting: string): readonly Library['interests'][number][] {
  const known = byMeeting.get(library) ?? Map.groupBy(library.interests, (interest) => interest.meeting);
  byMeeting.set(library, known);
  return known.get(meeting) ?? [];
}
