import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import { quorumOf } from './attendance.ts';
import type { MeetingView } from './meetings.ts';

/** Whether enough members can be expected at a meeting that is still to come. */
export interface QuorumRisk {
  readonly members: number;
  /** How many of them make a quorum. */
  readonly quorum: number;
  /** Members who have sent apologies. */
  readonly apologies: readonly string[];
  /** Members whose role nobody holds or covers. */
  readonly vacant: readonly string[];
  readonly expected: number;
  /** Items for which members who are expected would go out, as they did before for the same matter. */
  readonly recusals: readonly { readonly item: string; readonly roles: readonly string[] }[];
  /** The fewest that can be expected for any item. */
  readonly fewest: number;
  /** `at-risk` where one more member missing would leave too few. */
  readonly state: 'safe' | 'at-risk' | 'too-few';
}

/** Works out from apologies, vacant roles and interests declared before how many members can be expected. */
export function quorumRisk(library: Library, view: MeetingView, asOf: string): QuorumRisk {
  const members = [...new Set(view.board.data.members)];
  const quorum = quorumOf(view.board);
  const apologies = members.filter((role) => view.meeting.data.apologies.includes(role));
  const here = members.filter((role) => !apologies.includes(role));
  const vacant = here.filter((role) => isUnfilled(library, role, members, view.date, asOf));
  const expected = here.filter((role) => !vacant.includes(role));
  const recusals = view.items.flatMap(({ item }) => {
    const left = leavers(library).get(item.matter ?? '') ?? [];
    const roles = expected.filter((role) =>
      left.some((one) => one.role === role && one.date < earlier(view.date, asOf)),
    );
    return roles.length === 0 ? [] : [{ item: item.number, roles }];
  });
  const fewest = expected.length - Math.max(0, ...recusals.map(({ roles }) => roles.length));
  const state = fewest < quorum ? 'too-few' : fewest === quorum ? 'at-risk' : 'safe';
  return { members: members.length, quorum, apologies, vacant, expected: expected.length, recusals, fewest, state };
}

/** One who covers for another counts once: a member who covers for a member fills no second seat. */
function isUnfilled(library: Library, role: string, members: readonly string[], day: string, asOf: string): boolean {
  const vacant = find(library.roles, role)?.vacant;
  if (vacant === undefined || vacant.from > earlier(day, asOf) || (vacant.until ?? day) < day) return false;
  return vacant.covered_by === undefined || members.includes(vacant.covered_by);
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** Who has gone out because of an interest, and when, by the matter of the item. */
const leavers = drawnOnce((library): ReadonlyMap<string, readonly { role: string; date: string }[]> => {
  const left = library.interests.flatMap(({ meeting, data: { role, item, handling } }) => {
    const { matter } = find(library.meetings, meeting)?.data.items.find(({ number }) => number === item) ?? {};
    return handling !== 'leave' || matter === undefined ? [] : [{ matter, role, date: meeting.split('/')[1] ?? '' }];
  });
  return Map.groupBy(left, ({ matter }) => matter);
});
