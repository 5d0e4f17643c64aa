import type { z } from 'zod';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { byCodeUnit } from '../diagnostics/order.ts';
import type { Benefit } from '../records/benefits.ts';
import type { Dependency } from '../records/dependencies.ts';
import type { Escalation } from '../records/escalations.ts';
import type { FinanceFigures } from '../records/finance-figures.ts';
import type { Issue } from '../records/issues.ts';
import type { Milestone } from '../records/milestones.ts';
import type { BlockEntry } from '../records/minutes-blocks.ts';
import type { organisation } from '../records/organisation.ts';
import type { Entry, Records } from '../records/read-records.ts';
import type { Positions } from '../records/reading/yaml.ts';
import type { Risk } from '../records/risks.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** What the organisation's record says, with its defaults. */
export type Organisation = z.output<typeof organisation.schema>;

/** A value that stands inside a list of a file, and where. */
export type Located<Value> = Value & Position & { readonly file: string };

/** A record of an initiative's register, and the initiative whose it is. */
export type OfInitiative<Value> = Located<Value & { initiative: string }>;

/** A milestone and the initiative whose it is. */
export type InitiativeMilestone = OfInitiative<Milestone>;

/** A benefit and where its fields stand, by their pointers within it, e.g. `/target/value`. */
export type PlacedBenefit = Benefit & { readonly places: Positions };

/** An indicator: how it is defined, and its values in the order of their days. */
export interface Indicator {
  readonly entry: Entry<'indicator'>;
  /** Each with the place of its value. */
  readonly series: readonly Located<Entry<'series'>['data'][number]>[];
}

/** A finance table: what was declared of it and its figures. */
export interface FinanceTable {
  readonly entry: Entry<'finance'>;
  readonly figures: FinanceFigures;
}

/**
 * All records of one revision, each reached by its id. Plain data: it can be frozen, compared and written as JSON.
 * Each shelf is sorted by id, so whatever is drawn from it comes out in the same order on every machine.
 */
export interface Library {
  /** The day the content speaks of, `YYYY-MM-DD`: what "overdue" and "next" are measured against. */
  readonly asAt: string;
  readonly organisation: Organisation;
  readonly glossary: readonly Located<Entry<'glossary'>['data'][number]>[];
  readonly roles: Shelf<Located<Entry<'roles'>['data'][number]>>;
  readonly groups: Shelf<Organisation['groups'][number]>;
  readonly boards: Shelf<Entry<'board'>>;
  readonly portfolios: Shelf<Entry<'portfolio'>>;
  readonly initiatives: Shelf<Entry<'initiative'>>;
  readonly milestones: Shelf<InitiativeMilestone>;
  readonly risks: Shelf<OfInitiative<Risk>>;
  readonly issues: Shelf<OfInitiative<Issue>>;
  readonly dependencies: Shelf<OfInitiative<Dependency>>;
  readonly benefits: Shelf<OfInitiative<PlacedBenefit>>;
  readonly escalations: Shelf<OfInitiative<Escalation>>;
  /** Money by initiative. */
  readonly money: Shelf<Entry<'money'>>;
  /** Posts by initiative. */
  readonly workforce: Shelf<Entry<'workforce'>>;
  readonly changeRequests: Shelf<Entry<'changeRequest'>>;
  readonly outcomes: Shelf<Located<Entry<'outcomes'>['data'][number]>>;
  readonly objectives: Shelf<Located<Entry<'objectives'>['data'][number]>>;
  readonly priorities: Shelf<Located<Entry<'priorities'>['data'][number]>>;
  readonly indicators: Shelf<Indicator>;
  readonly reports: Shelf<Entry<'report'>>;
  readonly finance: Shelf<FinanceTable>;
  readonly cycles: Shelf<Entry<'cycle'>>;
  readonly calendars: Shelf<Entry<'calendar'>>;
  readonly matters: Shelf<Entry<'matter'>>;
  readonly meetings: Shelf<Entry<'meeting'>>;
  readonly minutes: Shelf<Entry<'minutes'>>;
  readonly papers: Shelf<Entry<'paper'>>;
  /** Briefs for the chair, by meeting. Shown to nobody else. */
  readonly briefs: Shelf<Entry<'chairBrief'>>;
  readonly decisions: Shelf<BlockEntry<'decision'>>;
  readonly actions: Shelf<BlockEntry<'action'>>;
  /** Updates to actions, in the order of the meetings that heard them. */
  readonly updates: readonly BlockEntry<'update'>[];
  /** Interests declared, and approvals and corrections of earlier minutes, in the order of the meetings. */
  readonly interests: readonly BlockEntry<'interest'>[];
  readonly approvals: readonly BlockEntry<'approval'>[];
  readonly corrections: readonly BlockEntry<'correction'>[];
  /** Every file of the content that is not a record: images and annexes. */
  readonly assets: readonly string[];
}

/** A file that lists records. */
type ListFile<Row> = Pick<Entry, 'id' | 'file' | 'positions'> & { readonly data: readonly Row[] };

/** Stands in for an organisation whose record is missing or faulty, so that everything else is still checked. */
const unnamed: Organisation = {
  name: 'Organisation',
  short_name: 'Organisation',
  language: 'en-GB',
  marking: 'OFFICIAL',
  time_zone: 'Europe/London',
  ceiling: 'OFFICIAL-SENSITIVE',
  paper: 'a4',
  editions: [],
  sources: [],
  groups: [],
  standard: {
    severities: {},
    waivers: [],
    word_caps: { summary: 150, achieved: 200, planned: 200 },
    tolerances: {},
  },
};

/**
 * Puts the records of one revision on their shelves.
 *
 * @param asAt the day the content speaks of, `YYYY-MM-DD`
 * @returns the library, and a fault for every id that is used twice
 */
export function makeLibrary(
  records: Records,
  assets: readonly string[],
  asAt: string,
): { library: Library; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const shelve = createShelf(diagnostics);
  const entry = records.organisation[0];
  const organisation = entry?.data ?? unnamed;
  const entries = <Data extends { id: string; file: string }>(kind: string, list: readonly Data[]): Shelf<Data> =>
    shelve(kind, list, ({ id, file }) => ({ id, file, line: 1, column: 1 }));
  const blocks = <Name extends 'decision' | 'action'>(name: Name, list: readonly BlockEntry<Name>[]) =>
    shelve(name, list, (block) => ({ ...block, id: block.reference }));
  const rows = <Row extends { id: string }>(
    kind: string,
    files: readonly ListFile<Row>[],
  ): Shelf<OfInitiative<Row>> => {
    const all = files.flatMap((file) => locate(file, file.data).map((row) => ({ ...row, initiative: file.id })));
    return shelve(kind, all, (row) => row);
  };
  const listed = <Row extends { id: string }>(kind: string, files: readonly ListFile<Row>[]): Shelf<Located<Row>> => {
    const all = files.flatMap((file) => locate(file, file.data));
    return shelve(kind, all, (row) => row);
  };
  const library: Library = {
    asAt,
    organisation,
    glossary: records.glossary.flatMap((file) => locate(file, file.data)),
    roles: listed('role', records.roles),
    groups: shelve('group', organisation.groups, (group) => ({
      ...place(entry, `/groups/${organisation.groups.indexOf(group)}`),
      id: group.id,
    })),
    boards: entries('board', records.board),
    portfolios: entries('portfolio', records.portfolio),
    initiatives: entries('initiative', records.initiative),
    milestones: rows('milestone', records.milestones),
    risks: rows('risk', records.risks),
    issues: rows('issue', records.issues),
    dependencies: rows('dependency', records.dependencies),
    benefits: rows('benefit', records.benefits.map(placeBenefits)),
    escalations: rows('escalation', records.escalations),
    money: entries('finance of the initiative', records.money),
    workforce: entries('workforce of the initiative', records.workforce),
    changeRequests: entries('change request', records.changeRequest),
    outcomes: listed('outcome', records.outcomes),
    objectives: listed('objective', records.objectives),
    priorities: listed('priority', records.priorities),
    indicators: entries('indicator', indicatorsOf(records)),
    reports: entries('highlight report', records.report),
    finance: entries('finance table', financeTables(records)),
    cycles: entries('reporting cycle', records.cycle),
    calendars: entries('calendar', records.calendar),
    matters: entries('matter', records.matter),
    meetings: entries('meeting', records.meeting),
    minutes: entries('minutes', records.minutes),
    papers: entries('paper', records.paper),
    briefs: entries('brief for the chair', records.chairBrief),
    decisions: blocks('decision', records.decisions),
    actions: blocks('action', records.actions),
    updates: inOrder(records.updates),
    interests: inOrder(records.interests),
    approvals: inOrder(records.approvals),
    corrections: inOrder(records.corrections),
    assets,
  };
  return { library, diagnostics };
}

function placeBenefits(file: Entry<'benefits'>): ListFile<PlacedBenefit> {
  const data = file.data.map((benefit, index) => {
    const start = `/${index}/`;
    const own = Object.entries(file.positions).filter(([pointer]) => pointer.startsWith(start));
    return {
      ...benefit,
      places: Object.fromEntries(own.map(([pointer, at]) => [pointer.slice(start.length - 1), at])),
    };
  });
  return { ...file, data };
}

function locate<Value>(file: Pick<Entry, 'file' | 'positions'>, values: readonly Value[]): Located<Value>[] {
  return values.map((value, index) => ({ ...value, ...place(file, `/${index}`) }));
}

function place(entry: Pick<Entry, 'file' | 'positions'> | undefined, pointer: string): Position & { file: string } {
  const { line, column } = entry?.positions[pointer] ?? { line: 1, column: 1 };
  return { file: entry?.file ?? '', line, column };
}

function financeTables(records: Records): (FinanceTable & { id: string; file: string })[] {
  return records.finance.flatMap((entry) => {
    const figures = records.financeFigures.find(({ id }) => id === entry.id);
    return figures === undefined ? [] : [{ id: entry.id, file: entry.file, entry, figures }];
  });
}

function indicatorsOf(records: Records): (Indicator & { id: string; file: string })[] {
  const values = new Map(
    records.series.map((file) => [
      file.id,
      file.data.map((row, index) => ({ ...row, ...place(file, `/${index}/value`) })),
    ]),
  );
  return records.indicator.map((entry) => {
    const series = (values.get(entry.id) ?? []).toSorted((a, b) => byCodeUnit(a.date, b.date));
    return { id: entry.id, file: entry.file, entry, series };
  });
}

/** Blocks in the order of their meetings; those of one meeting stay in the order they were written in. */
function inOrder<Block extends BlockEntry>(blocks: readonly Block[]): Block[] {
  const dateOf = (block: BlockEntry): string => block.meeting.split('/')[1] ?? '';
  return blocks.toSorted((a, b) => byCodeUnit(dateOf(a), dateOf(b)));
}
