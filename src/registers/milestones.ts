import { byCodeUnit } from '../diagnostics/order.ts';
import type { Library } from '../library/library.ts';
import { drawnOnce } from '../library/memo.ts';
import { find } from '../library/shelf.ts';
import { daysLate, lastDay, quarterOf } from './dates.ts';
import { type MilestoneState, milestoneStates } from './replay.ts';

export type { MilestoneStatus } from './replay.ts';

/** One row of the milestone register. */
export interface MilestoneRow extends MilestoneState {
  readonly initiativeName: string;
  /** The quarter it was first agreed for, e.g. `2017-18 Q3`; a milestone that is moved stays under it. */
  readonly quarter: string;
  /** Who leads it, e.g. `OMM`, or `TP and SCO` when led jointly. */
  readonly leadLabel: string;
  /** What it is counted under by lead: one group's abbreviation, or `Joint`. */
  readonly leadGroup: string;
  readonly partnerLabels: readonly string[];
  /** Whether it is expected, or was delivered, after the end of its baseline date or quarter. */
  readonly slipped: boolean;
  /** Days by which it moved since the report before; negative when it comes sooner. */
  readonly sinceLast: number;
  readonly waitsForTitle: string | null;
}

/** A number of milestones under one heading. */
export interface MilestoneCount {
  readonly label: string;
  readonly count: number;
}

/** All milestones, in the order they are due, with what the latest report said of each. */
export interface MilestoneRegister {
  readonly rows: readonly MilestoneRow[];
  readonly byQuarter: readonly MilestoneCount[];
  readonly byLead: readonly MilestoneCount[];
}

/**
 * Draws the milestone register.
 *
 * @param asOf the day it is of: what reports handed in by then said, `YYYY-MM-DD`
 */
export const milestoneRegister = drawnOnce((library: Library, asOf: string): MilestoneRegister => {
  const rows = Array.from(milestoneStates(library, asOf).values(), (state) => toRow(library, state)).toSorted(
    (a, b) =>
      byCodeUnit(lastDay(a.first), lastDay(b.first)) ||
      byCodeUnit(a.initiativeName, b.initiativeName) ||
      byCodeUnit(a.milestone.id, b.milestone.id),
  );
  const quarters = count(rows.map((row) => row.quarter)).toSorted((a, b) => byCodeUnit(a.label, b.label));
  const leads = count(rows.map((row) => row.leadGroup)).toSorted(
    (a, b) => b.count - a.count || byCodeUnit(a.label, b.label),
  );
  return { rows, byQuarter: quarters, byLead: leads };
});

function toRow(library: Library, state: MilestoneState): MilestoneRow {
  const { milestone, expectedBefore, expected, waitsFor } = state;
  const name = (id: string): string => find(library.groups, id)?.abbreviation ?? id;
  const joint = milestone.joint_lead;
  return {
    ...state,
    initiativeName: find(library.initiatives, milestone.initiative)?.data.name ?? milestone.initiative,
    quarter: quarterOf(state.first),
    leadLabel: joint === undefined ? name(milestone.lead) : `${name(milestone.lead)} and ${name(joint)}`,
    leadGroup: joint === undefined ? name(milestone.lead) : 'Joint',
    partnerLabels: milestone.partners.map(name),
    slipped: state.slip > 0,
    sinceLast: expectedBefore === null ? 0 : daysLate(expectedBefore, expected),
    waitsForTitle: waitsFor === null ? null : (find(library.milestones, waitsFor)?.title ?? waitsFor),
  };
}

function count(labels: readonly string[]): MilestoneCount[] {
  return [...Map.groupBy(labels, (label) => label)].map(([label, all]) => ({ label, count: all.length }));
}
