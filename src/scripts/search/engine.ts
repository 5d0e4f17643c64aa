/** What a search can be narrowed by, in the order it is offered. */
export const filterNames = ['kind', 'board', 'year', 'status'] as const;

/** Name of a filter. */
export type FilterName = (typeof filterNames)[number];

/** What is looked for. */
export interface Query {
  /** Empty to go through everything that the filters leave. */
  readonly words: string;
  /** Chosen values; a filter that is not set narrows nothing. */
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  readonly order: 'best' | 'newest';
}

/** A stretch of an excerpt, and whether it is one of the words looked for. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Something that was found. */
export interface Found {
  readonly address: string;
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly status: string;
  readonly marking: string;
  readonly excerpt: readonly Piece[];
}

/** What a search gave. */
export interface Answer {
  readonly total: number;
  /** Words looked for that stand nowhere, for which nothing was found. */
  readonly unknown: readonly string[];
  /** For each filter, how many there would be of each of its values with the other filters as they are. */
  readonly counts: Readonly<Record<FilterName, Readonly<Record<string, number>>>>;
  /** Those from one place in the order to before another, counted from 0. */
  readonly take: (from: number, to: number) => Promise<Found[]>;
}

/** Something that searches. The site asks Pagefind, the edition for files an index of its own. */
export interface SearchEngine {
  readonly ask: (query: Query) => Promise<Answer>;
}
