import type { FactPlace } from './figures/figure.ts';

/** A commit that set a fact. */
export interface SetBy {
  /** Abbreviated. */
  readonly commit: string;
  /** The day it was committed, `YYYY-MM-DD`. */
  readonly date: string;
}

/** What the history tells of facts. Plain data: it is handed to the pages as JSON. */
export interface Provenance {
  /** Whether all of the history is known, a part of it (a shallow clone), or nothing (no repository, no commit). */
  readonly history: 'whole' | 'part' | 'none';
  /** By file and key: the commit that last set the fact, or null where it is not yet committed. */
  readonly facts: Readonly<Record<string, SetBy | null>>;
}

/** The name of a fact among all facts of the content. */
export function factName({ file, key }: Pick<FactPlace, 'file' | 'key'>): string {
  return `${file}#${key}`;
}

/** Nothing known: of content that is in no repository. */
export const noHistory: Provenance = { history: 'none', facts: {} };

/** Which commit last set a fact, in words that follow its place, e.g. `last set by 1a2b3c4d5e on 2026-11-20`. */
export function setWords({ history, facts }: Provenance, place: Pick<FactPlace, 'file' | 'key'>): string {
  const set = facts[factName(place)];
  if (set === null) return 'not yet committed';
  if (set !== undefined) return `last set by ${set.commit} on ${set.date}`;
  if (history === 'part') return 'set before the part of the history that this clone has';
  return 'no history';
}
