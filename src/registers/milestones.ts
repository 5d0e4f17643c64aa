import type { z } from 'zod';
import { byCodeUnit } from '../diagnostics/order.ts';
import type { InitiativeMilestone, Library } from '../library/library.ts';
import { find } from '../library/shelf.ts';
import type { milestoneStatus } from '../records/report.ts';
import { lastDay, quarterOf } from './dates.ts';

/** What has become of a milestone; `not-reported` until a report names it. */
export type MilestoneStatus = z.output<typeof milestoneStatus> | 'not-reported';

/** One row of the milestone register. */
export interface MilestoneRow {
  readonly milestone: InitiativeMilestone;
  readonly initiativeName: string;
  /** The quarter of the baseline, e.g. `2017-18 Q3`. */
  readonly quarter: string;
  /** Who leads it, e.g. `OMM`, or `TP and SCO` when led jointly. */
  readonly leadLabel: string;
  /** What it is counted under by lead: one group's abbreviation, or `Joint`. */
  readonly leadGroup: string;
  readonly partnerLabels: readonly string[];
  readonly status: MilestoneStatus;
  /** When it is expected, or was delivered; the baseline until a report says otherwise. */
  readonly expected: string;
  /** Whether it is expected, or was delivered, after the end of its baseline date or quarter. */
  readonly slipped: boolean;
  readonly note: string;
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
export function milestoneRegister(library: Library, asOf = library.asAt): MilestoneRegister {
  const movements = latestMovements(library, asOf);
  const rows = Object.values(library.milestones)
    .map((milestone) => toRow(library, milestone, movements.get(milestone.id)))
    .toSorted(
      (a, b) =>
        byCodeUnit(lastDay(a.milestone.baseline.due), lastDay(b.milestone.baseline.due)) ||
        byCodeUnit(a.initiativeName, b.initiativeName) ||
        byCodeUnit(a.milestone.id, b.milestone.id),
    );
  const quarters = count(rows.map((row) => row.quarter)).toSorted((a, b) => byCodeUnit(a.label, b.label));
  const leads = count(rows.map((row) => row.leadGroup)).toSorted(
    (a, b) => b.count - a.count || byCodeUnit(a.label, b.label),
  );
  return { rows, byQuarter: quarters, byLead: leads };
}

type Movement = Library['reports'][string]['data']['milestones'][number];

/** The last word on each milestone: reports are gone through in the order of their cycles' cut-off days. */
function latestMovements(library: Library, asOf: string): Map<string, Movement> {
  const cutoff = (cycle: string | undefined): string => find(library.cycles, cycle)?.data.cutoff ?? '';
  const reports = Object.values(library.reports)
    .filter((report) => report.data.submitted <= asOf)
    .toSorted((a, b) => byCodeUnit(cutoff(a.parts.cycle), cutoff(b.parts.cycle)));
  return new Map(reports.flatMap((report) => report.data.milestones.map((movement) => [movement.id, movement])));
}

function toRow(library: Library, milestone: InitiativeMilestone, movement: Movement | undefined): MilestoneRow {
  const name = (id: string): string => find(library.groups, id)?.abbreviation ?? id;
  const { due } = milestone.baseline;
  const expected = movement?.actual ?? movement?.forecast ?? due;
  const joint = milestone.joint_lead;
  return {
    milestone,
    initiativeName: find(library.initiatives, milestone.initiative)?.data.name ?? milestone.initiative,
    quarter: quarterOf(due),
    leadLabel: joint === undefined ? name(milestone.lead) : `${name(milestone.lead)} and ${name(joint)}`,
    leadGroup: joint === undefined ? name(milestone.lead) : 'Joint',
    partnerLabels: milestone.partners.map(name),
    status: movement?.status ?? 'not-reported',
    expected,
    slipped: lastDay(expected) > lastDay(due),
    note: movement?.note ?? '',
  };
}

function count(labels: readonly string[]): MilestoneCount[] {
  return [...Map.groupBy(labels, (label) => label)].map(([label, all]) => ({ label, count: all.length }));
}
