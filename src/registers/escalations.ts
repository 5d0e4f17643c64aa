import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library, OfInitiative } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { Escalation } from '../records/escalations.ts';
import { daysBetween } from './dates.ts';

/** One row of the register of escalations. */
export interface EscalationRow {
  readonly escalation: OfInitiative<Escalation>;
  readonly initiativeName: string;
  readonly boardName: string | null;
  readonly isOpen: boolean;
  /** Days from the day it was raised to its answer, or to the day of the register. */
  readonly daysOpen: number;
}

/** Draws the register of escalations: those without an answer first, the longest waiting at the top. */
export function escalationRegister(library: Library, asOf = library.asAt): EscalationRow[] {
  return Object.values(library.escalations)
    .filter(({ raised }) => raised <= asOf)
    .map((escalation): EscalationRow => {
      const { answered } = escalation;
      const isOpen = answered === undefined || answered > asOf;
      return {
        escalation,
        initiativeName: find(library.initiatives, escalation.initiative)?.data.name ?? escalation.initiative,
        boardName: find(library.boards, escalation.board)?.data.name ?? null,
        isOpen,
        daysOpen: daysBetween(escalation.raised, isOpen ? asOf : answered),
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.isOpen) - Number(a.isOpen) || b.daysOpen - a.daysOpen || byCodeUnit(a.escalation.id, b.escalation.id),
    );
}
