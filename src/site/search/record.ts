/** What can be searched for, in the order that a reader is offered it. */
export const searchKinds = [
  'Agenda',
  'Paper',
  'Minutes',
  'Decision',
  'Action',
  'Initiative',
  'Report',
  'Milestone',
  'Risk',
  'Issue',
  'Benefit',
  'Change request',
  'Forward plan',
  'Indicator',
  'Board',
  'Register',
  'Glossary',
] as const;

/** What something that is found is. */
export type SearchKind = (typeof searchKinds)[number];

/**
 * Something that can be found: one record, one section of a text or one numbered paragraph, with the address it stands at.
 * What does not hold of it is an empty text.
 */
export interface SearchRecord {
  /** With its anchor, e.g. `/meetings/pib/2017-07-12/minutes/#p12-3`. */
  readonly address: string;
  readonly kind: SearchKind;
  readonly title: string;
  /** What it says, in plain words. */
  readonly text: string;
  /** Where it stands, e.g. `Portfolio and Investment Board, 12 July 2017, minute 12.3`. */
  readonly place: string;
  /** Name of the board whose it is. */
  readonly board: string;
  /** The day it is of, `YYYY-MM-DD`. */
  readonly date: string;
  /** What has become of it, e.g. `Approved`. */
  readonly status: string;
  readonly marking: string;
}

/** The year that a record is found under; empty for one that is of no day. */
export function yearOf({ date }: SearchRecord): string {
  return date.slice(0, 4);
}
