import { byCodeUnit } from '../diagnostics/order.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import type { AgendaItem } from '../records/meeting.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import type { Entry } from '../records/read-records.ts';
import { sha256 } from '../source/sha256.ts';

/** One row of the decision register. */
export interface DecisionRow {
  readonly decision: BlockEntry<'decision'>;
  /** Id of the board that took it. */
  readonly board: string;
  readonly boardName: string;
  readonly date: string;
  /** The agenda item it was taken under. */
  readonly item: AgendaItem | undefined;
  /** Title of that item. */
  readonly itemTitle: string;
  /** Whether the minutes it stands in are still a draft. */
  readonly isDraft: boolean;
  /** The paper that was before the board. */
  readonly paper: Entry<'paper'> | undefined;
  /** References of the actions that carry it out. */
  readonly actions: readonly string[];
  /** Ids of the change requests that it settles. */
  readonly changeRequests: readonly string[];
  /** The later decision that replaces it. */
  readonly supersededBy: string | null;
}

/**
 * Draws the decision register, the latest decision first.
 *
 * @param asOf the day the register is of: what meetings up to then decided and agreed, `YYYY-MM-DD`
 */
export const decisionRegister = drawnOnce((library, asOf): DecisionRow[] => {
  const isKnown = ({ meeting }: BlockEntry): boolean => dateOf(meeting) <= asOf;
  const decisions = Object.values(library.decisions).filter(isKnown);
  const actions = Map.groupBy(Object.values(library.actions).filter(isKnown), ({ data }) => data.decision);
  const changes = Map.groupBy(Object.values(library.changeRequests), ({ data }) => data.decision);
  const replaced = new Map(decisions.map(({ data, reference }) => [data.supersedes, reference]));
  return decisions
    .map((decision): DecisionRow => {
      const [board = '', date = ''] = decision.meeting.split('/');
      const item = find(library.meetings, decision.meeting)?.data.items.find(
        ({ number }) => number === decision.data.item,
      );
      const settled = [decision.data.change_request ?? [], changes.get(decision.reference)?.map(({ id }) => id) ?? []];
      return {
        decision,
        board,
        boardName: find(library.boards, board)?.data.name ?? '',
        date,
        item,
        itemTitle: item?.title ?? '',
        isDraft: find(library.minutes, decision.meeting)?.data.status !== 'approved',
        paper: item?.paper === undefined ? undefined : find(library.papers, `${decision.meeting}/${item.paper}`),
        actions: (actions.get(decision.reference) ?? []).map(({ reference }) => reference),
        changeRequests: [...new Set(settled.flat())],
        supersededBy: replaced.get(decision.reference) ?? null,
      };
    })
    .toSorted((a, b) => byCodeUnit(b.date, a.date) || byCodeUnit(a.decision.reference, b.decision.reference));
});

/** SHA-256 of a paper’s fields and text, in hexadecimal: whoever holds the paper can tell whether it is still the same. */
export function paperFingerprint(paper: Entry<'paper'>): string {
  const said = JSON.stringify([paper.data, paper.body?.text ?? '']);
  return sha256(said);
}

function dateOf(meeting: string): string {
  return meeting.split('/')[1] ?? '';
}
